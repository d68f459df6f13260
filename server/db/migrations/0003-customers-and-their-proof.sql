-- Customers found again, proof of identity, prequalification.

-- finding a customer by what a partner holds: the number itself stays where it is, the index is keyed (domain 4.13)
alter table customer add column phone_index text;
create index on customer (phone_index) where phone_index is not null;
create index customer_phone_without_index on customer (customer_id) where mobile_phone is not null and phone_index is null;

-- a merchant's customers, newest first
create index on merchant_customer (merchant_id, created_at desc, customer_id desc);

-- what an applicant told beside what a decision looks at, without card numbers, sealed
alter table application add column told_sealed jsonb;
create index on application (created_at) where state = 'submitted';

-- one handing out of questions (domain 4.4): the texts sealed, of the right answers only their keyed hashes
create table knowledge_session (
  customer_id text not null references customer,
  session_id text not null,
  application_id text not null,
  merchant_id text not null references merchant,
  -- whom the questions are about: what counts the sessions
  ssn_index text not null,
  question_ids jsonb not null,
  questions_sealed jsonb,
  right_hashes jsonb not null,
  -- what was answered, so that the same answers again are no second try
  answers_hash text,
  result text check (result in ('passed', 'failed', 'expired')),
  seconds_allowed integer not null check (seconds_allowed >= 0),
  created_at timestamptz not null,
  answered_at timestamptz,
  primary key (customer_id, session_id),
  foreign key (customer_id, application_id) references application
);
create index on knowledge_session (ssn_index, created_at);
create index on knowledge_session (created_at) where questions_sealed is not null;

-- a decision before the bank account is known; whoever has its id says which customer it is about
create table prequal_route (
  merchant_id text not null references merchant,
  prequal_id text not null,
  customer_id text not null,
  primary key (merchant_id, prequal_id)
);

create table prequalification (
  customer_id text not null references customer,
  prequal_id text not null,
  merchant_id text not null references merchant,
  application_id text not null,
  decision jsonb,
  limit_cents bigint not null check (limit_cents >= 0),
  version integer not null,
  created_at timestamptz not null,
  decided_at timestamptz,
  primary key (customer_id, prequal_id),
  foreign key (customer_id, application_id) references application
);

grant select, insert, update on knowledge_session to flexpay_app;
grant select, insert on prequal_route to flexpay_app;
grant select, insert, update on prequalification to flexpay_app;
