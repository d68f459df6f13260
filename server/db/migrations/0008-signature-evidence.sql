-- What happened around each signature, in a chain that can only grow, and the papers that were shown ------------------

create table signature_event (
  customer_id text not null,
  lease_id text not null,
  number integer not null check (number > 0),
  kind text not null,
  happened_at timestamptz not null,
  facts jsonb not null,
  -- the SHA-256 of the event before it, and of this one (core/evidence/chain.ts)
  previous_hash text check ((previous_hash is null) = (number = 1)),
  hash text not null,
  primary key (customer_id, lease_id, number),
  foreign key (customer_id, lease_id) references lease
);

-- by what it is: the same paper shown to a thousand people lies here once
create table shown_document (
  sha256 text primary key,
  version text not null,
  html text not null
);

-- how the evidence of a lease is kept; null for leases from before there was any
alter table lease add column evidence_version integer;

grant select, insert on signature_event, shown_document to flexpay_app;
