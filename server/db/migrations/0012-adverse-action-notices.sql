-- The notice of every adverse decision, as it was rendered (domain 4.7) ----------------------------------------------

create table adverse_action_notice (
  customer_id text not null,
  application_id text not null,
  notice_id text not null,
  action text not null check (action in ('declined', 'lower_limit', 'revoked')),
  language text not null,
  -- everything it says, as data: reasons, agency, score, creditor, regulator
  facts jsonb not null,
  subject text not null,
  body text not null,
  -- the message that carries it; without consent to electronic records a letter has to go out as well
  message_id text not null,
  needs_letter boolean not null,
  noticed_on date not null,
  deliver_by date not null,
  recorded_at timestamptz not null,
  primary key (customer_id, application_id, notice_id),
  foreign key (customer_id, application_id) references application
);

grant select, insert on adverse_action_notice to flexpay_app;

-- what was sent before there was this table
insert into adverse_action_notice (customer_id, application_id, notice_id, action, language, facts, subject, body,
    message_id, needs_letter, noticed_on, deliver_by, recorded_at)
  select a.customer_id, a.application_id, m.message_id, 'declined', 'en',
    jsonb_build_object('reasons', a.decision -> 'reasons'), m.subject, m.body,
    m.message_id, false, m.written_at::date, m.written_at::date + 5, m.written_at
  from application a
  cross join lateral (select * from message m where m.customer_id = a.customer_id and m.kind = 'application_declined'
    and m.written_at >= a.decided_at order by m.written_at limit 1) m
  where a.state = 'declined';
