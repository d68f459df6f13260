-- The first schema. Rules that can't be added later (docs/decisions/0003):
--   the customer comes first in every key of the customer group, foreign keys stay inside a group;
--   a globally unique value has a routing table of its own; ids, time and chance come from the application;
--   the ledger can be added to and read, never changed: the application's role has no right to.
-- Money is bigint cents, a day is a date, an instant is timestamptz.

create function expect_rows(what text, wanted bigint, got bigint) returns void language plpgsql as $$
begin
  if got <> wanted then raise exception '%', what using errcode = 'FP001'; end if;
end $$;

-- Merchants: a reference table, small, read everywhere -------------------------------------------------------------

create table merchant (
  merchant_id text primary key,
  name text not null,
  vendor_number text not null unique,
  minimum_order_cents bigint not null check (minimum_order_cents >= 4995),
  lease_factor text not null,
  discount_rate text not null,
  finalize_within_hours integer not null check (finalize_within_hours > 0),
  trusted_partner boolean not null,
  created_at timestamptz not null
);

create table merchant_key (
  key_hash text primary key,
  key_id text not null unique,
  merchant_id text not null references merchant,
  kind text not null check (kind in ('secret', 'public')),
  last_four text not null,
  created_at timestamptz not null,
  revoked_at timestamptz
);

create table merchant_origin (
  merchant_id text not null references merchant,
  origin text not null,
  created_at timestamptz not null,
  primary key (merchant_id, origin)
);

-- Customers -------------------------------------------------------------------------------------------------------

create table customer (
  customer_id text primary key,
  home_merchant_id text not null references merchant,
  email text not null,
  first_name text not null,
  last_name text not null,
  password_hash text,
  locale text not null,
  mobile_phone text,
  street1 text,
  street2 text,
  city text,
  state text,
  postal_code text,
  date_of_birth date,
  marketing_opt_in boolean not null,
  spending_hold boolean not null,
  verification_status text not null check (verification_status in ('pending', 'failed', 'succeeded')),
  -- the limit that the latest approval granted, and the cash price of the leases that use it now
  approved_limit_cents bigint not null check (approved_limit_cents >= 0),
  open_cash_cents bigint not null check (open_cash_cents >= 0),
  approval_expires_on date,
  version integer not null,
  created_at timestamptz not null
);

-- who has this e-mail address, whichever shard the customer lives on
create table customer_email (
  email_index text primary key,
  customer_id text not null
);

create table merchant_customer (
  merchant_id text not null references merchant,
  customer_id text not null,
  created_at timestamptz not null,
  primary key (merchant_id, customer_id)
);

-- numbers that could hurt a person: only envelopes and blind indexes (domain 4.13)
create table customer_identity (
  customer_id text primary key references customer,
  ssn_sealed jsonb not null,
  ssn_index text not null,
  ssn_last_four text not null,
  recorded_at timestamptz not null
);
create index on customer_identity (ssn_index);

create table bank_account (
  customer_id text not null references customer,
  bank_account_id text not null,
  routing_number text not null,
  bank_name text,
  account_sealed jsonb not null,
  account_index text not null,
  account_last_four text not null,
  account_type text not null check (account_type in ('checking', 'savings')),
  is_primary boolean not null,
  created_at timestamptz not null,
  primary key (customer_id, bank_account_id)
);
create index on bank_account (account_index);

create table consent (
  customer_id text not null references customer,
  consent_id text not null,
  kind text not null,
  document_version text not null,
  document_hash text not null,
  given boolean not null,
  ip_address text,
  user_agent text,
  recorded_at timestamptz not null,
  primary key (customer_id, consent_id)
);

create table passcode (
  customer_id text not null references customer,
  passcode_id text not null,
  purpose text not null check (purpose in ('login', 'signature', 'password')),
  code_hash text not null,
  attempts_left integer not null check (attempts_left >= 0),
  expires_at timestamptz not null,
  used_at timestamptz,
  created_at timestamptz not null,
  primary key (customer_id, passcode_id)
);

create table application (
  customer_id text not null references customer,
  application_id text not null,
  merchant_id text not null references merchant,
  state text not null,
  monthly_income_cents bigint check (monthly_income_cents >= 0),
  pay_frequency text,
  next_pay_on date,
  employer text,
  bank_account_id text,
  requested_cents bigint,
  -- what the decision saw and said, kept whole so that it can be run again (domain 5)
  decision_input jsonb,
  decision jsonb,
  limit_cents bigint not null check (limit_cents >= 0),
  decided_at timestamptz,
  expires_on date,
  version integer not null,
  created_at timestamptz not null,
  primary key (customer_id, application_id)
);
create index on application (created_at) where state = 'deciding';

-- The modal -------------------------------------------------------------------------------------------------------

create table checkout_session (
  session_id text primary key,
  token_hash text not null unique,
  merchant_id text not null references merchant,
  parent_origin text,
  customer_id text,
  email text,
  step text not null,
  transaction_id text,
  cart jsonb,
  frequency text not null,
  lease_id text,
  envelope jsonb not null,
  heard_at timestamptz,
  closed_at timestamptz,
  logged_in_at timestamptz,
  version integer not null,
  created_at timestamptz not null,
  updated_at timestamptz not null
);

-- Leases ----------------------------------------------------------------------------------------------------------

-- which lease a merchant's transaction id names; unique here, because the lease lives with its customer
create table transaction_route (
  merchant_id text not null references merchant,
  transaction_id text not null,
  customer_id text not null,
  lease_id text not null,
  created_at timestamptz not null,
  primary key (merchant_id, transaction_id)
);
create index on transaction_route (merchant_id, created_at desc, transaction_id);

create table lease_number (
  lease_number text primary key,
  customer_id text not null,
  lease_id text not null
);

create table lease (
  customer_id text not null references customer,
  lease_id text not null,
  merchant_id text not null references merchant,
  transaction_id text not null,
  order_id text,
  lease_number text not null,
  state text not null,
  version integer not null,
  governing_state text not null,
  -- the price and the schedule as parameters; an installment row exists once it is billed
  cash_price_cents bigint not null check (cash_price_cents >= 0),
  total_rent_cents bigint not null check (total_rent_cents >= 0),
  processing_fee_cents bigint not null check (processing_fee_cents >= 0),
  fee_tax_cents bigint not null check (fee_tax_cents >= 0),
  lease_factor text not null,
  total_cap text,
  tax_rate text not null,
  frequency text not null,
  terms jsonb not null,
  start_on date not null,
  started_on date,
  billed_count integer not null check (billed_count >= 0),
  -- the day on which a job has to look again: the next due date, or the end of the last period
  next_due_on date,
  -- the paper: template, inputs and hash say which bytes; the bytes themselves are kept once signed
  rules_version text not null,
  cart_hash text not null,
  agreement_version text not null,
  agreement_inputs jsonb not null,
  agreement_hash text not null,
  agreement_sealed bytea,
  signature jsonb,
  expires_at timestamptz not null,
  created_at timestamptz not null,
  signed_at timestamptz,
  finalize_by timestamptz,
  finalized_at timestamptz,
  ended_at timestamptz,
  end_reason text,
  primary key (customer_id, lease_id)
);
create index on lease (finalize_by) where state = 'signed';
create index on lease (next_due_on) where next_due_on is not null;
create index on lease (expires_at) where state = 'offered';

create table lease_line (
  customer_id text not null,
  lease_id text not null,
  line integer not null check (line > 0),
  kind text not null check (kind in ('item', 'shipping')),
  sku text,
  product_id text,
  description text not null,
  brand text not null,
  condition text,
  mpn text,
  gtin text,
  image text,
  unit_cost text not null,
  -- what the line costs in cash after its share of the discount, and how much of it went which way
  cash_cents bigint not null,
  delivered_cents bigint not null,
  cancelled_cents bigint not null,
  returned_cents bigint not null,
  -- what stands in 1200 for it, and how much of that is used up
  cost_cents bigint not null check (cost_cents >= 0),
  depreciated_cents bigint not null check (depreciated_cents between 0 and cost_cents),
  ordered integer not null check (ordered > 0),
  cancelled integer not null check (cancelled >= 0),
  shipped integer not null check (shipped >= 0),
  delivered integer not null check (delivered >= 0 and delivered <= shipped),
  merchant_returned integer not null check (merchant_returned >= 0),
  surrendered integer not null check (surrendered >= 0),
  check (shipped + cancelled <= ordered),
  check (merchant_returned + surrendered <= delivered),
  primary key (customer_id, lease_id, line),
  foreign key (customer_id, lease_id) references lease
);

create table shipment (
  customer_id text not null,
  lease_id text not null,
  shipment_id text not null,
  line integer not null,
  quantity integer not null check (quantity > 0),
  carrier text,
  tracking_number text,
  tracking_link text,
  shipped_on date not null,
  expected_on date,
  recorded_at timestamptz not null,
  primary key (customer_id, lease_id, shipment_id, line),
  foreign key (customer_id, lease_id) references lease
);

create table delivery (
  customer_id text not null,
  lease_id text not null,
  delivery_id text not null,
  line integer not null,
  quantity integer not null check (quantity > 0),
  cost_cents bigint not null,
  delivered_on date not null,
  recorded_at timestamptz not null,
  primary key (customer_id, lease_id, delivery_id, line),
  foreign key (customer_id, lease_id) references lease
);

create table installment (
  customer_id text not null,
  lease_id text not null,
  number integer not null check (number > 0),
  due_on date not null,
  debit_on date not null,
  rent_cents bigint not null check (rent_cents >= 0),
  tax_cents bigint not null check (tax_cents >= 0),
  paid_rent_cents bigint not null check (paid_rent_cents >= 0),
  paid_tax_cents bigint not null check (paid_tax_cents >= 0),
  reversed_rent_cents bigint not null check (reversed_rent_cents >= 0),
  reversed_tax_cents bigint not null check (reversed_tax_cents >= 0),
  billed_on date not null,
  check (paid_rent_cents + reversed_rent_cents <= rent_cents),
  check (paid_tax_cents + reversed_tax_cents <= tax_cents),
  primary key (customer_id, lease_id, number),
  foreign key (customer_id, lease_id) references lease
);

-- Money -----------------------------------------------------------------------------------------------------------

create table payment_attempt (
  customer_id text not null,
  lease_id text not null,
  attempt_id text not null,
  merchant_id text not null references merchant,
  purpose text not null check (purpose in ('initial')),
  rail text not null check (rail in ('ach', 'card')),
  bank_account_id text not null,
  rent_cents bigint not null check (rent_cents >= 0),
  tax_cents bigint not null check (tax_cents >= 0),
  fee_cents bigint not null check (fee_cents >= 0),
  fee_tax_cents bigint not null check (fee_tax_cents >= 0),
  amount_cents bigint not null check (amount_cents = rent_cents + tax_cents + fee_cents + fee_tax_cents and amount_cents > 0),
  state text not null,
  failure_code text,
  debit_on date not null,
  settled_on date,
  returned_on date,
  -- a settled debit can still come back for sixty days: the day on which the bank was last asked
  asked_on date,
  version integer not null,
  created_at timestamptz not null,
  primary key (customer_id, lease_id, attempt_id),
  foreign key (customer_id, lease_id) references lease
);
create index on payment_attempt (state) where state in ('scheduled', 'submitted', 'pending');
create index on payment_attempt (asked_on) where state in ('settled', 'part_refunded');

create table refund (
  customer_id text not null,
  lease_id text not null,
  refund_id text not null,
  attempt_id text not null,
  merchant_id text not null references merchant,
  rent_cents bigint not null check (rent_cents >= 0),
  tax_cents bigint not null check (tax_cents >= 0),
  fee_cents bigint not null check (fee_cents >= 0),
  fee_tax_cents bigint not null check (fee_tax_cents >= 0),
  amount_cents bigint not null check (amount_cents = rent_cents + tax_cents + fee_cents + fee_tax_cents and amount_cents > 0),
  state text not null check (state in ('ordered', 'submitted', 'paid', 'cancelled')),
  reason text not null,
  ordered_at timestamptz not null,
  paid_on date,
  version integer not null,
  primary key (customer_id, lease_id, refund_id),
  foreign key (customer_id, lease_id) references lease
);
create index on refund (state) where state in ('ordered', 'submitted');

-- One row is one posting: so much from here to there. Balanced by construction, append-only by privilege.
create table posting (
  customer_id text not null,
  lease_id text not null,
  -- (event, subject) is said once per lease: subject names the attempt, delivery, refund or installment it is about
  event text not null,
  subject text not null,
  leg integer not null,
  merchant_id text not null references merchant,
  debit integer not null,
  credit integer not null check (credit <> debit),
  amount_cents bigint not null check (amount_cents > 0),
  component text not null check (component in ('rent', 'tax', 'fee', 'cost', 'cash', 'memo')),
  line integer,
  installment integer,
  journal_on date not null,
  recorded_at timestamptz not null,
  check ((debit >= 9000) = (credit >= 9000)),
  primary key (customer_id, lease_id, event, subject, leg),
  foreign key (customer_id, lease_id) references lease
);

create table settlement_line (
  merchant_id text not null references merchant,
  settlement_line_id text not null,
  customer_id text not null,
  lease_id text not null,
  line integer not null,
  kind text not null check (kind in ('delivery', 'return')),
  gross_cents bigint not null check (gross_cents > 0),
  discount_cents bigint not null check (discount_cents >= 0),
  -- signed: a return line is owed by the merchant
  net_cents bigint not null,
  state text not null,
  arose_on date not null,
  eligible_on date not null,
  batch_id text,
  version integer not null,
  created_at timestamptz not null,
  primary key (merchant_id, settlement_line_id)
);
create index on settlement_line (state, eligible_on);

create table settlement_batch (
  merchant_id text not null references merchant,
  batch_id text not null,
  amount_cents bigint not null check (amount_cents > 0),
  state text not null check (state in ('batched', 'paid')),
  created_at timestamptz not null,
  paid_on date,
  version integer not null,
  primary key (merchant_id, batch_id)
);

-- What is told to the world ----------------------------------------------------------------------------------------

create table outbox (
  customer_id text not null,
  event_id text not null,
  merchant_id text not null references merchant,
  lease_id text,
  type text not null,
  payload jsonb not null,
  recorded_at timestamptz not null,
  primary key (customer_id, event_id)
);

create table message (
  message_id text primary key,
  customer_id text not null,
  recipient text not null,
  channel text not null check (channel in ('email', 'sms')),
  kind text not null,
  subject text not null,
  body text not null,
  written_at timestamptz not null,
  sent_at timestamptz
);
create index on message (recipient, written_at desc);
create index on message (written_at desc);

create table security_event (
  event_id text primary key,
  merchant_id text not null,
  kind text not null,
  detail jsonb not null,
  recorded_at timestamptz not null
);

create table idempotency (
  scope text not null,
  key text not null,
  method text not null,
  path text not null,
  fingerprint text not null,
  status integer not null,
  body text not null,
  recorded_at timestamptz not null,
  primary key (scope, key, method, path)
);
create index on idempotency (recorded_at);

-- The sandbox's own ------------------------------------------------------------------------------------------------

create table sandbox_clock (
  one boolean primary key check (one),
  ahead_ms bigint not null check (ahead_ms >= 0)
);

create table sandbox_shelf (
  provider text not null,
  key text not null,
  value jsonb not null,
  primary key (provider, key)
);

-- Who may do what --------------------------------------------------------------------------------------------------

do $$ begin
  create role flexpay_app nologin;
exception when duplicate_object or unique_violation then null;
end $$;
do $$ begin execute format('grant flexpay_app to %I', current_user); end $$;

grant usage on schema public to flexpay_app;
grant select, insert, update, delete on all tables in schema public to flexpay_app;
revoke update, delete, truncate on posting, outbox, consent, security_event from flexpay_app;
grant execute on function expect_rows to flexpay_app;
