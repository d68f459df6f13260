-- Who is not to be approved without a person looking, as keyed hashes alone --------------------------------------------------

create table denylist_entry (
  entry_id text primary key,
  kind text not null check (kind in ('ssn', 'bank', 'device', 'mobile', 'email', 'email_domain', 'address')),
  value_index text not null,
  -- the how-manieth entry of this value for this reason: two who list it at once meet here
  number integer not null,
  code text not null check (code in ('identity_theft', 'fraud', 'charge_off', 'abuse', 'own_request')),
  -- whose it is, where it was listed as a customer's
  customer_id text references customer,
  from_on date not null,
  until_on date check (until_on >= from_on),
  by_name text not null check (by_name <> ''),
  reason text not null check (reason <> ''),
  request_id text,
  added_at timestamptz not null,
  unique (kind, value_index, code, number)
);
create index denylist_entry_by_time on denylist_entry (added_at);
create index on denylist_entry (customer_id) where customer_id is not null;
grant select, insert on denylist_entry to flexpay_app;
-- what was said stays; a hash is made anew when its key is changed
grant update (value_index) on denylist_entry to flexpay_app;

create table denylist_lift (
  entry_id text primary key references denylist_entry,
  by_name text not null check (by_name <> ''),
  reason text not null check (reason <> ''),
  request_id text,
  lifted_at timestamptz not null
);
grant select, insert on denylist_lift to flexpay_app;

-- which application was met by which entry, as it was handed in
create table denylist_match (
  customer_id text not null,
  application_id text not null,
  entry_id text not null references denylist_entry,
  matched_at timestamptz not null,
  primary key (customer_id, application_id, entry_id),
  foreign key (customer_id, application_id) references application
);
create index on denylist_match (entry_id);
create index on denylist_match (application_id);
grant select, insert on denylist_match to flexpay_app;

-- what the operator does is no store's
alter table security_event alter column merchant_id drop not null;
