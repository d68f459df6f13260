-- A store's own tablets, on which customers apply and sign one after the other ---------------------------------------------

create table kiosk (
  kiosk_id text primary key,
  merchant_id text not null references merchant,
  name text not null check (name <> ''),
  -- of the link that makes a device this tablet; once one has opened it, of that device's own token
  token_hash text not null unique,
  begun_at timestamptz,
  ended_at timestamptz,
  created_at timestamptz not null
);
create index kiosk_of_merchant on kiosk (merchant_id, created_at);
grant select, insert, update on kiosk to flexpay_app;

-- the tablet that a cart was handed over to; nobody else is told the link
alter table checkout_link add column kiosk_id text references kiosk;
create index checkout_link_at_kiosk on checkout_link (kiosk_id, created_at)
  where kiosk_id is not null and claimed_by is null;

-- the tablet that a session is open on, until it is cleared
alter table checkout_session add column kiosk_id text references kiosk;
create index checkout_session_at_kiosk on checkout_session (kiosk_id) where kiosk_id is not null;
