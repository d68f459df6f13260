-- How far hand-overs are, as a list that a store reads on from where it was -----------------------------------------------

-- how many a store has been told: its row is taken in turn, so whoever sees a number sees all before it
create table counter_told (
  merchant_id text primary key references merchant,
  nth bigint not null
);

create function next_told(merchant text) returns bigint language sql volatile as $$
  insert into counter_told (merchant_id, nth) values (merchant, 1)
  on conflict (merchant_id) do update set nth = counter_told.nth + 1
  returning nth
$$;

create table hand_over_event (
  merchant_id text not null references merchant,
  nth bigint not null,
  hand_over_id text not null references hand_over,
  -- the link that it was about: another one is opened anew
  link_id text not null references checkout_link,
  status text not null check (status in ('opened', 'underway', 'signed', 'ended', 'cancelled')),
  request_id text,
  recorded_at timestamptz not null,
  primary key (merchant_id, nth),
  unique (link_id, status)
);

alter table hand_over add column is_over boolean not null default false;
update hand_over h set is_over = true from checkout_link l where l.link_id = h.link_id and l.expires_at <= now();

create index hand_over_of_link on hand_over (link_id);
create index hand_over_not_over on hand_over (hand_over_id) where not is_over;

grant select, insert, update on counter_told to flexpay_app;
grant select, insert on hand_over_event to flexpay_app;
grant execute on function next_told to flexpay_app;
