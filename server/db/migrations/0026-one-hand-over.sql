-- A hand-over is made once, and an address that a link went to is forgotten ---------------------------------------------

-- the how many-th of its order: of two that are made at once one has the number, and the other one is asked again
alter table hand_over add column nth integer;
update hand_over h set nth = n.nth from (
  select hand_over_id, row_number() over (partition by merchant_id, transaction_id order by created_at, hand_over_id) as nth
  from hand_over
) n where n.hand_over_id = h.hand_over_id;
alter table hand_over
  alter column nth set not null,
  add constraint hand_over_nth unique (merchant_id, transaction_id, nth);
drop index hand_over_of_transaction;

-- What was asked for, under a key of the house: a plain hash of a request that names a telephone can be undone.
alter table checkout_link rename column request_hash to request_index;
alter table checkout_link alter column request_index drop not null;
update checkout_link set request_index = null;

alter table message
  -- what is not sent by then is not sent any more
  add column send_until timestamptz,
  -- whom it went to, under a key: so few go to one address
  add column recipient_index text;
update message set send_until = written_at + interval '1 hour' where customer_id is null;
create index message_of_recipient on message (recipient_index, written_at desc) where recipient_index is not null;
create index message_to_be_forgotten on message (send_until)
  where send_until is not null and (recipient <> '' or recipient_index is not null);
