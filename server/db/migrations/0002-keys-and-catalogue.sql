-- A merchant's keys are several, each with what it may do and how long it lives; the account has switches for clients that
-- were built for another server, and a catalogue.

alter table merchant
  add column bare_lists boolean not null default false,
  add column shipment_needs_post boolean not null default false,
  add column denied_as text not null default 'denied' check (denied_as in ('denied', 'failed')),
  add column auto_finalize boolean not null default false,
  add column version integer not null default 1;

alter table merchant_key
  add column name text not null default 'First key',
  -- words with a space between them; a public key has none
  add column scopes text not null default '',
  add column expires_at timestamptz,
  add column last_used_at timestamptz,
  -- unique: a key has one successor, however many ask for one in the same moment
  add column replaces text unique references merchant_key (key_id);
create index on merchant_key (merchant_id, created_at);

update merchant_key set scopes = 'read write partner' where kind = 'secret';

create table product (
  merchant_id text not null references merchant,
  sku text not null,
  name text not null,
  url text not null,
  imported_at timestamptz not null,
  primary key (merchant_id, sku)
);

create index on security_event (recorded_at desc);
create index on security_event (merchant_id, recorded_at desc);

grant select, insert, update, delete on product to flexpay_app;
