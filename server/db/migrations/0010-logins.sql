-- Who is logged in where, and how often the password of an address was tried ------------------------------------------

create table customer_login (
  customer_id text not null references customer,
  login_id text not null,
  -- what browser on what system, in words for its owner
  device text not null,
  started_at timestamptz not null,
  ended_at timestamptz,
  primary key (customer_id, login_id)
);

-- by the keyed hash of the address, and counted whether or not the address has a customer
create table password_try (
  email_index text primary key,
  tries integer not null check (tries > 0),
  counted_from timestamptz not null
);
create index on password_try (counted_from);

-- a session is logged in by a login that may end elsewhere; those from before there were logins are asked once more
alter table checkout_session add column login_id text;
alter table checkout_session drop column logged_in_at;

grant select, insert, update on customer_login to flexpay_app;
grant select, insert, update, delete on password_try to flexpay_app;
