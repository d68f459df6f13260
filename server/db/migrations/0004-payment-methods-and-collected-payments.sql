-- A customer pays by bank account or by card: both are payment methods, one of them primary. Money is collected on a running
-- lease, and may be paid ahead of what is billed.

alter table bank_account rename to payment_method;
alter table payment_method rename column bank_account_id to payment_method_id;
alter table payment_method rename column account_last_four to last_four;
alter table payment_method
  add column kind text not null default 'ach' check (kind in ('ach', 'card')),
  add column label text,
  -- what the processor calls the card; a card number is never taken
  add column token_sealed jsonb,
  add column token_index text,
  add column card_brand text,
  add column first_six text,
  -- YYYY-MM
  add column expires_in text,
  add column billing_zip text,
  alter column routing_number drop not null,
  alter column account_sealed drop not null,
  alter column account_index drop not null,
  alter column account_type drop not null,
  alter column last_four drop not null,
  add constraint payment_method_is_whole check (case kind
    when 'ach' then token_sealed is null and num_nulls(routing_number, account_sealed, account_index, account_type, last_four) = 0
    else routing_number is null and account_sealed is null and num_nulls(token_sealed, token_index, card_brand, billing_zip) = 0
  end);
create unique index payment_method_card on payment_method (customer_id, token_index) where kind = 'card';

-- One-time keys with which a page has a card turned into a token.
create table tokeniser_key (
  key_hash text primary key,
  merchant_id text not null references merchant,
  expires_at timestamptz not null,
  used_at timestamptz,
  created_at timestamptz not null
);
grant select, insert, update on tokeniser_key to flexpay_app;

alter table payment_attempt rename column bank_account_id to payment_method_id;
alter table payment_attempt drop constraint payment_attempt_purpose_check;
alter table payment_attempt drop constraint payment_attempt_check;
alter table payment_attempt
  add constraint payment_attempt_purpose_check check (purpose in ('initial', 'collect')),
  -- paid before anything was billed for it
  add column ahead_cents bigint not null default 0 check (ahead_cents >= 0),
  add constraint payment_attempt_check check (
    amount_cents = rent_cents + tax_cents + fee_cents + fee_tax_cents + ahead_cents and amount_cents > 0),
  -- the Idempotency-Key of the call that asked for it, as its hash: the same call finds it again
  add column call_key text,
  add column collector_id text,
  add column failure_reason text,
  -- the processor was asked and its answer was lost
  add column unheard_at timestamptz;
create unique index payment_attempt_call on payment_attempt (customer_id, lease_id, call_key);

alter table refund drop constraint refund_check;
alter table refund
  add column ahead_cents bigint not null default 0 check (ahead_cents >= 0),
  add constraint refund_check check (
    amount_cents = rent_cents + tax_cents + fee_cents + fee_tax_cents + ahead_cents and amount_cents > 0);

alter table lease
  add column ahead_cents bigint not null default 0 check (ahead_cents >= 0),
  add column fee_paid_cents bigint not null default 0 check (fee_paid_cents between 0 and processing_fee_cents),
  add column fee_tax_paid_cents bigint not null default 0 check (fee_tax_paid_cents between 0 and fee_tax_cents),
  -- nothing is left to pay: a job passes ownership once that money is final
  add column paid_off boolean not null default false;
create index on lease (customer_id, lease_id) where paid_off;

update lease l set fee_paid_cents = processing_fee_cents, fee_tax_paid_cents = fee_tax_cents
  where started_on is not null and exists (select 1 from payment_attempt a
    where a.customer_id = l.customer_id and a.lease_id = l.lease_id and a.state in ('pending', 'settled', 'part_refunded'));
