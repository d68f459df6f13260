-- A store may have its customers' first payment only authorized at signing and taken before the shipment is confirmed (api-v3 6.6).
alter table merchant add column first_payment_at text not null default 'signing' check (first_payment_at in ('signing', 'shipment'));

-- An authorization is an attempt that moves no money: 'authorized' stands, 'captured' became a payment, 'released' was let go.
alter table payment_attempt drop constraint payment_attempt_purpose_check;
alter table payment_attempt add constraint payment_attempt_purpose_check check (purpose in ('initial', 'collect', 'authorization'));
create index on payment_attempt (created_at) where state = 'authorized';
