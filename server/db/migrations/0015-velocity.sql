-- How much comes from one place: who applied with which number, address, account, device and network, as keyed hashes -----

create table application_submission (
  customer_id text not null,
  application_id text not null,
  ssn_index text not null,
  -- the how-manieth application of this person: two at once meet here
  number integer not null,
  mobile_index text not null,
  email_index text not null,
  address_index text not null,
  -- null for an account that many share by design, and where no device or network of the customer's is known
  bank_index text,
  device_id text,
  network_index text,
  -- why a person has to look at it
  review_because jsonb not null,
  submitted_at timestamptz not null,
  primary key (customer_id, application_id),
  unique (ssn_index, number),
  foreign key (customer_id, application_id) references application
);

create index on application_submission (mobile_index, submitted_at);
create index on application_submission (email_index, submitted_at);
create index on application_submission (address_index, submitted_at);
create index on application_submission (bank_index, submitted_at) where bank_index is not null;
create index on application_submission (device_id, submitted_at) where device_id is not null;
create index on application_submission (network_index, submitted_at) where network_index is not null;

grant select, insert on application_submission to flexpay_app;

-- a browser, as far as we can know it again: one for all sessions that it opens
alter table checkout_session add column device_id text;
alter table knowledge_session add column device_id text;
create index on knowledge_session (device_id, created_at) where device_id is not null;

-- a number that the sandbox publishes is many people's, and counts for nobody
alter table customer_identity add column is_published boolean not null default false;

-- the leases that use a limit now
create index lease_open on lease (customer_id)
  where state in ('signed', 'finalized', 'active', 'past_due', 'on_hold');
