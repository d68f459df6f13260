-- What applicants hand in to show who they are (domain 4.4) ------------------------------------------------------------------

create table application_document (
  customer_id text not null,
  application_id text not null,
  document_id text not null,
  kind text not null check (kind in ('id_front', 'id_back', 'address')),
  media_type text not null check (media_type in ('image/jpeg', 'image/png', 'application/pdf')),
  byte_count integer not null check (byte_count between 1 and 8388608),
  sha256 text not null,
  -- the key of this document alone, in an envelope, and the bytes under that key
  key_sealed jsonb not null,
  content bytea not null,
  received_at timestamptz not null,
  primary key (customer_id, document_id),
  unique (customer_id, application_id, kind),
  foreign key (customer_id, application_id) references application
);
-- nothing of what is encrypted can be made smaller
alter table application_document alter column content set storage external;
grant select, insert, update, delete on application_document to flexpay_app;

-- The documents go with the file.
create or replace function erase_customer(who text, today date, keep_consents_until date) returns boolean
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  newest timestamptz := least(today::timestamptz + interval '1 day',
    greatest((select max(opened_at) from opening), (select max(recorded_at) from security_event)));
begin
  -- whoever applies in this moment changes the same row, and one of us comes after the other
  perform from customer where customer_id = who and erased_on is null for update;
  if not found or newest is null then return false; end if;
  if exists (select from application where customer_id = who
        and (state not in ('approved', 'declined', 'expired', 'revoked', 'abandoned', 'withdrawn')
          or greatest(created_at, decided_at, expires_on::timestamptz) > newest - interval '25 months'))
    or exists (select from lease where customer_id = who and (ended_at is null
      or ended_at > newest - case when signed_at is null then interval '25 months' else interval '7 years' end))
    or exists (select from retention_hold where customer_id = who and lifted_at is null)
    or exists (select from held_customer where customer_id = who)
  then return false; end if;

  delete from notice_letter where customer_id = who;
  delete from adverse_action_notice where customer_id = who;
  delete from application_action where customer_id = who;
  delete from application_document where customer_id = who;
  delete from knowledge_session where customer_id = who;
  delete from message where customer_id = who;
  delete from passcode where customer_id = who;
  delete from payment_method where customer_id = who;
  delete from customer_login where customer_id = who;
  delete from customer_identity where customer_id = who;
  delete from merchant_customer where customer_id = who;
  delete from password_try where email_index in (select email_index from customer_email where customer_id = who);
  delete from customer_email where customer_id = who;
  delete from checkout_session where customer_id = who or bound_customer_id = who;
  update checkout_link set customer_id = null, lease_id = null, prefill = null, claimed_by = null, counter_address = null
    where customer_id = who;
  delete from signature_event where customer_id = who;
  delete from lease_hold where customer_id = who;

  -- that somebody applied, when and what came of it stays, and the keyed hashes that are counted for ever (domain 4.5)
  update application set monthly_income_cents = null, pay_frequency = null, next_pay_on = null, employer = null,
      bank_account_id = null, requested_cents = null, told_sealed = null, decision_input = null, numbers_kept = false,
      decision = jsonb_strip_nulls(jsonb_build_object('decision', decision -> 'decision', 'reasons', decision -> 'reasons'))
    where customer_id = who;
  update application_submission set mobile_index = '', email_index = '', address_index = '', device_id = null,
      network_index = null where customer_id = who;
  update prequalification set decision = null where customer_id = who;
  -- the figures of a lease stay: the ledger is about them
  update lease set agreement_inputs = null, agreement_sealed = null, signature = null, evidence_version = null
    where customer_id = who;
  update shipment set tracking_number = null, tracking_link = null where customer_id = who;
  update customer set email = '', first_name = '', last_name = '', password_hash = null, mobile_phone = null,
      phone_index = null, street1 = null, street2 = null, city = null, state = null, postal_code = null,
      date_of_birth = null, marketing_opt_in = false, approved_limit_cents = 0, approval_expires_on = null,
      erased_on = today, consents_until = greatest(keep_consents_until, today), version = version + 1
    where customer_id = who;
  return true;
end $$;
