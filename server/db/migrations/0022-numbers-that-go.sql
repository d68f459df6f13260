-- Numbers of people with whom nothing came of it are erased after sixty days; a hold keeps them (domain 4.14) -------------

-- what is erased: its hash stays, and says who it was to whoever holds the number
alter table customer_identity alter column ssn_sealed drop not null;

alter table payment_method
  drop constraint payment_method_is_whole,
  add constraint payment_method_is_whole check (case kind
    when 'ach' then token_sealed is null and num_nulls(routing_number, account_index, account_type, last_four) = 0
    else routing_number is null and account_sealed is null and num_nulls(token_sealed, token_index, card_brand, billing_zip) = 0
  end);

-- whether the numbers of an application that is over are still there
alter table application add column numbers_kept boolean not null default true;
create index application_numbers_kept on application (created_at)
  where numbers_kept and state in ('declined', 'expired', 'revoked', 'abandoned', 'withdrawn');

create table retention_hold (
  customer_id text not null references customer,
  hold_id text not null,
  by_name text not null check (by_name <> ''),
  reason text not null check (reason <> ''),
  request_id text,
  set_at timestamptz not null,
  lifted_by text,
  lifted_because text,
  lifted_at timestamptz,
  primary key (customer_id, hold_id),
  check (num_nulls(lifted_by, lifted_because, lifted_at) in (0, 3))
);

create index on retention_hold (hold_id);
grant select, insert on retention_hold to flexpay_app;
-- what was said stays; a hold is lifted once
grant update (lifted_by, lifted_because, lifted_at) on retention_hold to flexpay_app;
