-- Which notices have gone out on paper, to whoever has not agreed to electronic records (domain 4.7) --------------------

create table notice_letter (
  customer_id text not null,
  application_id text not null,
  notice_id text not null,
  posted_on date not null,
  by_name text not null check (by_name <> ''),
  request_id text,
  recorded_at timestamptz not null,
  primary key (customer_id, application_id, notice_id),
  foreign key (customer_id, application_id, notice_id) references adverse_action_notice
);

grant select, insert on notice_letter to flexpay_app;

-- the letters that wait, the most urgent first; and one by the id that stands on its envelope
create index notice_needs_letter on adverse_action_notice (deliver_by) where needs_letter;
create index notice_by_id on adverse_action_notice (notice_id);
