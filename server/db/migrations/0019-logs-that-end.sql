-- Access logs are kept two years (domain 4.14) and can't be shortened by whoever serves requests -------------------------

create index on security_event (recorded_at);
create index on customer_login (started_at);
grant delete on customer_login to flexpay_app;

-- The application's role has no right to delete from these two. This does it in the owner's name, and whatever it is asked
-- it never removes what is younger than two years before the newest row.
create function forget_access_logs(before timestamptz, at_most integer) returns integer
language plpgsql security definer set search_path = public, pg_temp as $$
declare
  forgotten integer;
  more integer;
begin
  delete from opening where opening_id in (select opening_id from opening
    where opened_at < least(before, (select max(opened_at) from opening) - interval '2 years') limit at_most);
  get diagnostics forgotten = row_count;
  delete from security_event where event_id in (select event_id from security_event
    where recorded_at < least(before, (select max(recorded_at) from security_event) - interval '2 years') limit at_most);
  get diagnostics more = row_count;
  return forgotten + more;
end $$;
revoke execute on function forget_access_logs from public;
grant execute on function forget_access_logs to flexpay_app;
