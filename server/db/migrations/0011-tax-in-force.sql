-- Tax at the rate in force on the due day, where the goods are; what a store's lease may begin with -------------------

alter table lease
  -- how it is taxed for its whole life (core/pricing/lease-tax.ts)
  add column tax_treatment text not null default 'stream' check (tax_treatment in ('stream', 'upfront_lessor', 'none')),
  -- where the goods are, with governing_state
  add column goods_postal_code text not null default '',
  -- the share of the rent paid that has to equal the cash price for the goods to be the customer's
  add column auto_vest_share text,
  add column share_reached boolean not null default false;
update lease set goods_postal_code = coalesce(agreement_inputs -> 'lessee' ->> 'postalCode', ''),
  auto_vest_share = agreement_inputs -> 'law' ->> 'autoVestShare';
alter table lease alter column tax_treatment drop default, alter column goods_postal_code drop default;

alter table installment add column tax_rate text;
update installment i set tax_rate = l.tax_rate from lease l where l.customer_id = i.customer_id and l.lease_id = i.lease_id;
alter table installment alter column tax_rate set not null;

-- the places whose leases are taxed payment by payment, with the rate that counts there for what is not billed yet
create index on lease (governing_state, goods_postal_code, tax_rate)
  where started_on is not null and ended_at is null and tax_treatment = 'stream';
create index on lease (customer_id, lease_id) where share_reached;

alter table merchant
  add column processing_fee_cents bigint not null default 0 check (processing_fee_cents >= 0),
  -- rent taken at signing instead of the first regular payment; 0: the first regular payment is
  add column fixed_initial_rent_cents bigint not null default 0 check (fixed_initial_rent_cents >= 0);
