-- Who was looked for on the lists of those with whom nobody may deal, and what came of it (domain 4.6) -----------------
-- Nothing here is ever changed; all of it is kept ten years.

-- every asking, with the lists as they were
create table screening (
  customer_id text not null references customer,
  screening_id text not null,
  occasion text not null check (occasion in ('application', 'funding', 'nightly')),
  provider text not null,
  list_hash text not null,
  listed_on date,
  -- of the name, the birth and the address that were asked about
  subject_hash text not null,
  matches jsonb not null,
  screened_at timestamptz not null,
  keep_until date not null,
  primary key (customer_id, screening_id)
);

create index screening_under_list on screening (customer_id, list_hash);

-- a match that a person has to look at
create table screening_case (
  customer_id text not null,
  case_id text not null,
  screening_id text not null,
  -- the store behind it
  merchant_id text not null,
  application_id text,
  -- which match of which person: what was cleared once is not asked again while both are the same
  match_keys jsonb not null,
  opened_at timestamptz not null,
  primary key (customer_id, case_id),
  foreign key (customer_id, screening_id) references screening
);

create unique index screening_case_by_id on screening_case (case_id);
create index screening_case_of_screening on screening_case (customer_id, screening_id);
-- two askings at once open one case
create unique index screening_case_match on screening_case (customer_id, match_keys);

-- what a person found, once
create table screening_resolution (
  customer_id text not null,
  case_id text not null,
  resolution text not null check (resolution in ('cleared', 'confirmed')),
  by_name text not null check (by_name <> ''),
  reason text not null check (reason <> ''),
  -- a confirmed match is reported within ten business days
  report_due_on date check ((report_due_on is not null) = (resolution = 'confirmed')),
  request_id text,
  resolved_at timestamptz not null,
  primary key (customer_id, case_id),
  foreign key (customer_id, case_id) references screening_case
);

-- a night on which every open lease was looked at under these lists
create table screening_night (
  night date not null,
  list_hash text not null,
  screened integer not null,
  done_at timestamptz not null,
  primary key (night, list_hash)
);

-- whose new leases, funding and refunds wait: a case is open or confirmed
create view held_customer as
  select c.customer_id, bool_or(r.resolution is not null) as is_confirmed
  from screening_case c
  left join screening_resolution r on r.customer_id = c.customer_id and r.case_id = c.case_id
  where r.resolution is distinct from 'cleared'
  group by c.customer_id;

grant select, insert on screening, screening_case, screening_resolution, screening_night to flexpay_app;
grant select on held_customer to flexpay_app;
