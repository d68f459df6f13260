-- The hosted pages: a link to the checkout of a cart, or to one lease that was offered --------------------------------

create table checkout_link (
  link_id text primary key,
  -- only for an agreement token, which is then the one way in
  token_hash text unique,
  merchant_id text not null references merchant,
  transaction_id text not null,
  -- both or none: the lease that is to be signed, and whose it is
  customer_id text,
  lease_id text,
  cart jsonb not null,
  -- what the store knows of the shopper, until the first browser has taken it
  prefill jsonb,
  return_url text,
  request_hash text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null,
  check ((customer_id is null) = (lease_id is null))
);
create index checkout_link_of_transaction on checkout_link (merchant_id, transaction_id);
create index checkout_link_prefilled on checkout_link (expires_at) where prefill is not null;

alter table checkout_session
  add column link_id text,
  add column return_url text,
  -- the one lease that this session may sign
  add column bound_customer_id text,
  add column bound_lease_id text;

grant select, insert, update, delete on checkout_link to flexpay_app;
