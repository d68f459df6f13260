-- Which devices a lease was signed or waited for on --------------------------------------------------------------------

create index checkout_session_lease on checkout_session (lease_id) where lease_id is not null;
