-- Which request made a fact true, so that a caller's log and ours tell one story; null for what a job found out ------

alter table outbox add column request_id text;
