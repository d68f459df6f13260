-- Keys that change: which were ever used here, what stands under each, and who opened what ------------------------------

-- `proof` is a keyed hash of the key's own name: another key under the same name is noticed before it writes
create table house_key (
  kind text not null check (kind in ('kek', 'index')),
  key_id text not null,
  proof text,
  -- the order in which keys came to be written with; null: never, or before this was noted
  turn integer,
  primary key (kind, key_id)
);

-- a remembered answer that carries a secret lies apart from the others, as every envelope does
alter table idempotency add column body_sealed jsonb;
update idempotency set body_sealed = body::jsonb, body = '' where body like '{"v":1,"kek_id":%';

-- a blind index begins with the name of its key; those from before keys had names are of the first
update customer_identity set ssn_index = 'first.' || ssn_index;
update payment_method set account_index = 'first.' || account_index where account_index is not null;
update payment_method set token_index = 'first.' || token_index where token_index is not null;
update customer set phone_index = 'first.' || phone_index where phone_index is not null;
update customer_email set email_index = 'first.' || email_index;
update knowledge_session set ssn_index = 'first.' || ssn_index;
update application_submission set ssn_index = 'first.' || ssn_index, mobile_index = 'first.' || mobile_index,
  email_index = 'first.' || email_index, address_index = 'first.' || address_index,
  bank_index = 'first.' || bank_index, network_index = 'first.' || network_index;
update password_try set email_index = 'first.' || email_index;

insert into house_key (kind, key_id)
  select 'index', 'first' where exists (select 1 from customer_email)
  union select 'kek', ssn_sealed ->> 'kek_id' from customer_identity
  union select 'kek', account_sealed ->> 'kek_id' from payment_method where account_sealed is not null
  union select 'kek', token_sealed ->> 'kek_id' from payment_method where token_sealed is not null
  union select 'kek', told_sealed ->> 'kek_id' from application where told_sealed is not null
  union select 'kek', questions_sealed ->> 'kek_id' from knowledge_session where questions_sealed is not null
  union select 'kek', body_sealed ->> 'kek_id' from idempotency where body_sealed is not null;

-- what stands under a key, found without reading the table
create index on customer_identity ((ssn_sealed ->> 'kek_id'));
create index on payment_method ((account_sealed ->> 'kek_id')) where account_sealed is not null;
create index on payment_method ((token_sealed ->> 'kek_id')) where token_sealed is not null;
create index on application ((told_sealed ->> 'kek_id')) where told_sealed is not null;
create index on knowledge_session ((questions_sealed ->> 'kek_id')) where questions_sealed is not null;
create index on idempotency ((body_sealed ->> 'kek_id')) where body_sealed is not null;
create index on customer_identity (split_part(ssn_index, '.', 1));
create index on payment_method (split_part(account_index, '.', 1)) where account_index is not null;
create index on payment_method (split_part(token_index, '.', 1)) where token_index is not null;
create index on customer (split_part(phone_index, '.', 1)) where phone_index is not null;
create index on customer_email (split_part(email_index, '.', 1));
create index on knowledge_session (split_part(ssn_index, '.', 1));
-- while two keys are in use an address has a name under each
create index on customer_email (customer_id);

-- every opening of an envelope, written before it is opened and never changed
create table opening (
  opening_id text primary key,
  purpose text not null,
  table_name text not null,
  column_name text not null,
  row_id text not null,
  -- whose it is: a customer, or the caller whose answer was remembered
  owner text not null,
  request_id text,
  opened_at timestamptz not null
);
create index on opening (owner, opened_at desc, opening_id desc);
create index on opening (opened_at);

grant select, insert, update on house_key to flexpay_app;
grant select, insert on opening to flexpay_app;
grant update (ssn_index, bank_index, mobile_index, email_index) on application_submission to flexpay_app;
