-- What a partner says of the tax of an order, in dollars: echoed as it came, never used (api-v3 5.1)
alter table lease add column pay_tomorrow_tax_total text check (pay_tomorrow_tax_total ~ '^\d{1,9}(\.\d{1,4})?$');
