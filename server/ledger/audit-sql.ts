/** One invariant as two queries: how much there is to look at (`n`), and what breaks it (`what`). */
export type AuditQuery = {
  readonly invariant: number;
  readonly rule: string;
  readonly examined: string;
  readonly breaches: string;
};

/** The sum of an account for one lease, debit-positive, from postings alone. */
const balance = (
  account: number,
  of = 'l',
) => `coalesce((select sum(case when p.debit = ${account} then p.amount_cents else -p.amount_cents end)
  from posting p where p.customer_id = ${of}.customer_id and p.lease_id = ${of}.lease_id and ${account} in (p.debit, p.credit)), 0)`;

/** Rent that was billed for good: credited to revenue less what was reversed, from postings alone. */
const billedRent = `(-${balance(4000)})`;

/** Payments of a lease that were taken on and have not settled. */
const underWay = (rail: 'ach' | 'card') => `coalesce((select sum(amount_cents) from payment_attempt a
  where a.customer_id = l.customer_id and a.lease_id = l.lease_id and a.state in ('submitted', 'pending') and a.rail = '${rail}'), 0)`;

const signedLeases = `select count(*) as n from lease l where l.signed_at is not null`;
const postings = `select count(*) as n from posting`;
const lines = `select count(*) as n from lease_line`;

/** The invariants of domain 6.4 that the database can check by itself. */
export const auditSql: readonly AuditQuery[] = [
  {
    invariant: 1,
    rule: 'Every journal balances, the financial and the memo book each by itself.',
    examined: postings,
    breaches: `select lease_id || ' ' || event || ' ' || subject as what from posting
      where amount_cents <= 0 or debit = credit or (debit >= 9000) <> (credit >= 9000)`,
  },
  {
    invariant: 2,
    rule: 'The role that serves requests can add to the ledger, the evidence, the notices and the record of what was done by hand, and read them, never change them.',
    examined: `select 15 as n`,
    breaches: `select privilege || ' on ' || kept as what from unnest(array['update', 'delete', 'truncate']) privilege,
      unnest(array['posting', 'signature_event', 'shown_document', 'application_action', 'adverse_action_notice']) kept where has_table_privilege('flexpay_app', kept, privilege)`,
  },
  {
    invariant: 3,
    rule: 'Paid, billed and unbilled rent of a lease are its total rent, and the memo book holds the unbilled rent.',
    examined: signedLeases,
    breaches: `select l.lease_number || ': billed ' || ${billedRent} || ' + unbilled ' || ${balance(9000)} || ' <> ' || l.total_rent_cents as what
      from lease l where l.signed_at is not null and ${billedRent} + ${balance(9000)} <> l.total_rent_cents`,
  },
  {
    invariant: 3,
    rule: 'What installments and the fee say was billed and is owed is what the ledger says.',
    examined: signedLeases,
    breaches: `select l.lease_number as what from lease l
      cross join lateral (select coalesce(sum(rent_cents - reversed_rent_cents), 0) as billed,
          coalesce(sum(rent_cents + tax_cents - reversed_rent_cents - reversed_tax_cents - paid_rent_cents - paid_tax_cents), 0) as owed
        from installment i where i.customer_id = l.customer_id and i.lease_id = l.lease_id) i
      where l.signed_at is not null and (i.billed <> ${billedRent}
        or i.owed + (case when l.started_on is null then 0 else l.fee_tax_cents - l.fee_tax_paid_cents end) <> ${balance(1100)}
        or (case when l.started_on is null then 0 else l.processing_fee_cents - l.fee_paid_cents end) <> ${balance(1110)})`,
  },
  {
    invariant: 7,
    rule: 'Units: shipped and cancelled fit the order, delivered were shipped, returned were delivered.',
    examined: lines,
    breaches: `select lease_id || ' line ' || line as what from lease_line
      where least(cancelled, shipped, delivered, merchant_returned, surrendered) < 0 or shipped + cancelled > ordered
        or delivered > shipped or merchant_returned + surrendered > delivered`,
  },
  {
    invariant: 8,
    rule: 'A store is owed no more than the price of what was delivered and kept, and what goods cost us is what it was paid or is owed.',
    examined: lines,
    breaches: `select x.lease_id || ' line ' || x.line as what from lease_line x
      cross join lateral (select
          coalesce(sum(case when p.debit = 1200 then amount_cents when p.credit = 1200 then -amount_cents else 0 end)
            filter (where event in ('goods.delivered', 'goods.returned')), 0) as goods,
          coalesce(sum(amount_cents) filter (where p.credit = 2000), 0) as payable
        from posting p where p.customer_id = x.customer_id and p.lease_id = x.lease_id and p.line = x.line) p
      where p.payable > x.delivered_cents or p.goods > x.delivered_cents - x.returned_cents
        or (select state from lease l where l.customer_id = x.customer_id and l.lease_id = x.lease_id) not in ('vested', 'completed') and p.goods <> x.cost_cents`,
  },
  {
    invariant: 8,
    rule: 'Settlement lines are paid once, and what is open in the ledger is what they say is open.',
    examined: `select count(*) as n from settlement_line`,
    breaches: `select l.lease_number as what from lease l
      cross join lateral (select coalesce(sum(net_cents) filter (where kind = 'delivery' and state not in ('paid', 'reversed')), 0) as payable,
          coalesce(-sum(net_cents) filter (where kind = 'return' and state <> 'netted'), 0) as clawback
        from settlement_line s where s.merchant_id = l.merchant_id and s.lease_id = l.lease_id) s
      where s.payable <> -${balance(2000)} or s.clawback <> ${balance(1300)}`,
  },
  {
    invariant: 9,
    rule: 'No deposit is left once a lease has started or ended; clearing holds exactly the payments under way.',
    examined: signedLeases,
    breaches: `select l.lease_number as what from lease l
      where l.signed_at is not null and ((l.started_on is not null or l.state = 'cancelled') and ${balance(2220)} <> 0
        or ${balance(1010)} <> ${underWay('ach')} or ${balance(1020)} <> ${underWay('card')})`,
  },
  {
    invariant: 10,
    rule: 'No rent is billed before delivery or after the end, and none twice.',
    examined: `select count(*) as n from installment`,
    breaches: `select l.lease_number || ' installment ' || i.number as what from installment i join lease l using (customer_id, lease_id)
      where l.started_on is null or i.due_on < l.started_on
        or l.state in ('returned', 'cancelled') and i.billed_on > l.ended_at::date
        or l.state = 'vested' and i.billed_on > l.ended_at::date and i.paid_rent_cents = 0`,
  },
  {
    invariant: 12,
    rule: 'Tax that is owed to the state is the tax of what was billed for good, installments and fee.',
    examined: signedLeases,
    breaches: `select l.lease_number || ': billed ' || i.tax || ', ledger ' || -${balance(2100)} as what from lease l
      cross join lateral (select coalesce(sum(tax_cents - reversed_tax_cents), 0)
          + (case when l.started_on is null then 0 else l.fee_tax_cents end) as tax
        from installment i where i.customer_id = l.customer_id and i.lease_id = l.lease_id) i
      where l.signed_at is not null and i.tax <> -${balance(2100)}`,
  },
  {
    invariant: 13,
    rule: 'Goods are never worth less than nothing, and have left the books when a lease is over.',
    examined: lines,
    breaches: `select x.lease_id || ' line ' || x.line as what from lease_line x join lease l using (customer_id, lease_id)
      cross join lateral (select
          coalesce(sum(case when p.debit = 1200 then amount_cents when p.credit = 1200 then -amount_cents else 0 end), 0) as cost,
          coalesce(sum(case when p.credit = 1210 then amount_cents when p.debit = 1210 then -amount_cents else 0 end), 0) as used
        from posting p where p.customer_id = x.customer_id and p.lease_id = x.lease_id and p.line = x.line) p
      where p.used < 0 or p.used > p.cost or p.cost <> x.cost_cents or p.used <> x.depreciated_cents
        or l.state in ('vested', 'returned', 'cancelled', 'completed', 'bought_out') and p.cost <> 0`,
  },
  {
    invariant: 14,
    rule: 'What open leases use of a limit is exactly what the customer’s row says, and never below zero.',
    examined: `select count(*) as n from customer`,
    breaches: `select c.customer_id as what from customer c
      cross join lateral (select coalesce(sum(l.cash_price_cents), 0) as used from lease l where l.customer_id = c.customer_id
        and (l.state in ('signed', 'finalized', 'active', 'past_due', 'on_hold') or l.state = 'offered' and exists
          (select 1 from payment_attempt a where a.customer_id = l.customer_id and a.lease_id = l.lease_id and a.state = 'scheduled'))) l
      where l.used <> c.open_cash_cents or c.open_cash_cents < 0`,
  },
  {
    invariant: 16,
    rule: 'A lease is on hold exactly while something holds it, and no payment of it was asked for meanwhile.',
    examined: `select count(*) as n from lease_hold`,
    breaches: `select l.lease_number || ' is ' || l.state as what from lease l
      where (l.state = 'on_hold') <> exists (select 1 from lease_hold h
        where h.customer_id = l.customer_id and h.lease_id = l.lease_id and h.lifted_at is null)
      union all select a.attempt_id from lease_hold h
      join payment_attempt a on a.customer_id = h.customer_id and a.lease_id = h.lease_id
      where a.created_at > h.set_at and a.created_at < coalesce(h.lifted_at, 'infinity')`,
  },
  {
    invariant: 20,
    rule: 'Refunds never exceed what was collected, and are paid once the ledger says so.',
    examined: `select count(*) as n from refund`,
    breaches: `select a.attempt_id as what from payment_attempt a
      cross join lateral (select coalesce(sum(amount_cents) filter (where r.state <> 'cancelled'), 0) as back,
          coalesce(sum(amount_cents) filter (where r.state in ('ordered', 'submitted')), 0) as open
        from refund r where r.customer_id = a.customer_id and r.lease_id = a.lease_id and r.attempt_id = a.attempt_id) r
      where r.back > a.amount_cents or (r.back > 0 and a.state in ('scheduled', 'failed', 'cancelled'))
      union all select l.lease_number from lease l
      where -${balance(2240)} <> coalesce((select sum(amount_cents) from refund r
        where r.customer_id = l.customer_id and r.lease_id = l.lease_id and r.state in ('ordered', 'submitted')), 0)`,
  },
  {
    invariant: 20,
    rule: 'Every cent that was collected pays something, is paid ahead, is held as a deposit, or goes back.',
    examined: `select count(*) as n from payment_attempt`,
    breaches: `select l.lease_number || ': ' || m.here || ' collected, ' || i.paid || ' applied' as what from lease l
      cross join lateral (select coalesce(sum(a.amount_cents - coalesce((select sum(amount_cents) from refund r
            where r.customer_id = a.customer_id and r.lease_id = a.lease_id and r.attempt_id = a.attempt_id
              and r.state <> 'cancelled'), 0)), 0) as here
        from payment_attempt a where a.customer_id = l.customer_id and a.lease_id = l.lease_id
          and a.state in ('submitted', 'pending', 'settled', 'part_refunded', 'refunded')) m
      cross join lateral (select coalesce(sum(paid_rent_cents + paid_tax_cents), 0) as paid
        from installment i where i.customer_id = l.customer_id and i.lease_id = l.lease_id) i
      where m.here <> i.paid + l.fee_paid_cents + l.fee_tax_paid_cents + l.ahead_cents - ${balance(2220)} - ${balance(2230)}`,
  },
  {
    invariant: 20,
    rule: 'What is paid ahead is the deferred rent, and nothing is ahead while something is owed.',
    examined: signedLeases,
    breaches: `select l.lease_number || ': ' || l.ahead_cents || ' ahead, ledger ' || -${balance(2210)} as what from lease l
      where -${balance(2210)} <> l.ahead_cents or l.ahead_cents > 0 and ${balance(1100)} + ${balance(1110)} <> 0
        or l.ahead_cents > 0 and l.state in ('void', 'cancelled', 'returned', 'vested', 'completed', 'bought_out')`,
  },
  {
    invariant: 22,
    rule: 'Amounts are whole cents in every column that holds money.',
    examined: `select count(*) as n from information_schema.columns where table_schema = 'public' and column_name like '%cents'`,
    breaches: `select table_name || '.' || column_name as what from information_schema.columns
      where table_schema = 'public' and column_name like '%cents' and data_type <> 'bigint'`,
  },
];
