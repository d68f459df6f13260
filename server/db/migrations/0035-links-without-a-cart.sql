-- Whoever applies without a cart goes on on another device too: such a link is for no order.
alter table checkout_link alter column cart drop not null;
alter table checkout_link alter column transaction_id drop not null;
alter table checkout_link add constraint checkout_link_order check ((cart is null) = (transaction_id is null));
