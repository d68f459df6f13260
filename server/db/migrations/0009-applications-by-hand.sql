-- What people do with applications by hand: every act with who, why, before and after, never changed ------------------

create table application_action (
  customer_id text not null,
  application_id text not null,
  action_id text not null,
  action text not null,
  by_name text not null check (by_name <> ''),
  reason text not null check (reason <> ''),
  before jsonb not null,
  after jsonb not null,
  request_id text,
  recorded_at timestamptz not null,
  primary key (customer_id, application_id, action_id),
  foreign key (customer_id, application_id) references application
);

-- documents that were asked for have come, and somebody has to look at them
alter table application add column documents_received_at timestamptz;

-- for the operator, who has an id alone, and for jobs that ask what is due
create index application_by_id on application (application_id);
create index application_in_state on application (state, created_at);

grant select, insert on application_action to flexpay_app;
