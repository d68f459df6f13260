-- A customer's file goes whole when the longest time that applies to it is over (domain 4.14) -----------------------------

alter table customer
  -- the day on which the file is looked at: at first the soonest on which it could go
  add column look_on date,
  -- since when nothing is left of it, and until when what they agreed to is kept
  add column erased_on date,
  add column consents_until date,
  add check ((erased_on is null) = (consents_until is null));
update customer set look_on = (created_at + interval '25 months')::date;
alter table customer alter column look_on set not null;
create index customer_to_look_at on customer (look_on) where erased_on is null;
create index customer_consents_until on customer (consents_until) where consents_until is not null;

-- null once the file is erased; the figures stay, because the books rest on them
alter table lease alter column agreement_inputs drop not null;

-- Several of these tables can only be added to. This erases a customer in the owner's name, and whatever it is asked it
-- erases nobody with whom something is not over, or not over for 25 months, of a lease seven years. What it goes by is
-- the newest of what the access logs hold, because whoever serves requests can't date those.
create function erase_customer(who text, today date, keep_consents_until date) returns boolean
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

-- What customers agreed to and refused, of those whose time is over; answers of how many customers.
create function forget_consents(today date, at_most integer) returns integer
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  newest date := least(today,
    greatest((select max(opened_at) from opening), (select max(recorded_at) from security_event))::date);
  forgotten text[] := array(select customer_id from customer c where consents_until <= newest
    and exists (select from consent where customer_id = c.customer_id) limit at_most);
begin
  delete from consent where customer_id = any (forgotten);
  return cardinality(forgotten);
end $$;

revoke execute on function erase_customer, forget_consents from public;
grant execute on function erase_customer, forget_consents to flexpay_app;
