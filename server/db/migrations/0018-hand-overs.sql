-- Links for one device, and carts that a store hands over to its customer in person -----------------------------------

alter table checkout_link
  -- the first device that opens it keeps it; every other one is told so
  add column one_device boolean not null default false,
  -- the session of that device
  add column claimed_by text,
  -- who handed it over at the counter, in the store's own words, and from which network
  add column associate_id text,
  add column counter_address text;

create table hand_over (
  hand_over_id text primary key,
  merchant_id text not null references merchant,
  transaction_id text not null,
  -- the newest one; those before it have ended
  link_id text not null references checkout_link,
  cancelled_at timestamptz,
  created_at timestamptz not null
);
create index hand_over_of_transaction on hand_over (merchant_id, transaction_id, created_at desc);

grant select, insert, update on hand_over to flexpay_app;

-- A message to somebody whom nobody has made a customer yet.
alter table message alter column customer_id drop not null;
