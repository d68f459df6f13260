-- Leases that are held, and confirmed screening cases that proved wrong (domain 4.6, 6.3) ------------------------------------

-- somebody's word that nothing of a lease is debited, billed or told; several causes may hold one lease
create table lease_hold (
  customer_id text not null,
  lease_id text not null,
  hold_id text not null,
  cause text not null check (cause in ('bankruptcy', 'death', 'fraud_claim', 'screening')),
  by_name text not null check (by_name <> ''),
  reason text not null check (reason <> ''),
  request_id text,
  set_at timestamptz not null,
  lifted_by text,
  lifted_because text,
  lifted_at timestamptz,
  primary key (customer_id, lease_id, hold_id),
  foreign key (customer_id, lease_id) references lease,
  check (num_nulls(lifted_by, lifted_because, lifted_at) in (0, 3))
);

-- two who say the same at once say it once
create unique index lease_hold_in_force on lease_hold (customer_id, lease_id, cause) where lifted_at is null;
create index lease_hold_by_time on lease_hold (set_at);
grant select, insert on lease_hold to flexpay_app;
-- what was said stays; a hold is lifted once
grant update (lifted_by, lifted_because, lifted_at) on lease_hold to flexpay_app;

-- a confirmed match was somebody else after all: both findings stand
create table screening_correction (
  customer_id text not null,
  case_id text not null,
  by_name text not null check (by_name <> ''),
  reason text not null check (reason <> ''),
  request_id text,
  corrected_at timestamptz not null,
  primary key (customer_id, case_id),
  foreign key (customer_id, case_id) references screening_resolution
);
grant select, insert on screening_correction to flexpay_app;

create or replace view held_customer as
  select c.customer_id, bool_or(r.resolution is not null) as is_confirmed
  from screening_case c
  left join screening_resolution r on r.customer_id = c.customer_id and r.case_id = c.case_id
  where r.resolution is distinct from 'cleared'
    and not exists (select from screening_correction x where x.customer_id = c.customer_id and x.case_id = c.case_id)
  group by c.customer_id;
