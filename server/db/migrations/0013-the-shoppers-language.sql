-- The language that somebody reads in -----------------------------------------------------------------------------------

-- `locale_from`: the browser's guess, the store's page, or the shopper's own choice, which stands
alter table checkout_session
  add column locale text not null default 'en' check (locale in ('en', 'es')),
  add column locale_from text not null default 'browser' check (locale_from in ('browser', 'page', 'shopper'));

-- null: nobody has said it; so far every customer had English, and nobody had been asked
alter table customer alter column locale drop not null;
update customer set locale = null where locale = 'en';
