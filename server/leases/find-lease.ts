import { gunzipSync } from 'node:zlib';
import type { Day } from '#core/calendar/day.ts';
import { isOnHold } from '#core/lease/lifecycle.ts';
import type { Db } from '#server/db/connect.ts';
import { type LeaseWithPaper, type StoredLease, stored, storedWithPaper } from '#server/leases/stored-lease.ts';
import type { Instant } from '#server/moment.ts';

/**
 * The lease that a merchant's transaction id names, in one read; null when that merchant has none.
 * The one place that joins the routing table with the customer's shard (docs/decisions/0003).
 */
export async function leaseByTransaction(
  db: Db,
  merchantId: string,
  transactionId: string,
): Promise<StoredLease | null> {
  const { rows } = await db.pool.query({
    name: 'lease_by_transaction',
    text: `${routed} where r.merchant_id = $1 and r.transaction_id = $2`,
    values: [merchantId, transactionId],
  });
  return rows[0] === undefined ? null : stored(rows[0]);
}

/** A customer's own lease; null when it is somebody else's. */
export async function leaseById(db: Db, customerId: string, leaseId: string): Promise<LeaseWithPaper | null> {
  const { rows } = await db.pool.query({
    name: 'lease_by_id',
    text: `${withPaper} where l.customer_id = $1 and l.lease_id = $2 and l.agreement_inputs is not null`,
    values: [customerId, leaseId],
  });
  return rows[0] === undefined ? null : storedWithPaper(rows[0]);
}

/** A customer's own lease as the store that calls may see it; null when it is somebody else's, or another store's. */
export async function leaseAtStore(
  db: Db,
  { customerId, merchant }: { customerId: string; merchant: { merchantId: string } },
  leaseId: string,
): Promise<LeaseWithPaper | null> {
  const found = await leaseById(db, customerId, leaseId);
  return found?.merchantId === merchant.merchantId ? found : null;
}

/** The lease with this number, whosever it is; null when there is none. */
export async function leaseByNumber(db: Db, leaseNumber: string): Promise<StoredLease | null> {
  const { rows } = await db.pool.query({
    name: 'lease_by_number',
    text: `${numbered} where n.lease_number = $1`,
    values: [leaseNumber],
  });
  return rows[0] === undefined ? null : stored(rows[0]);
}

/** Whether nothing of a lease may be debited now. */
export async function isLeaseOnHold(
  db: Db,
  { customerId, leaseId }: { customerId: string; leaseId: string },
): Promise<boolean> {
  const { rows } = await db.pool.query({
    name: 'is_lease_on_hold',
    text: 'select state from lease where customer_id = $1 and lease_id = $2',
    values: [customerId, leaseId],
  });
  return rows[0] !== undefined && isOnHold(rows[0].state);
}

/** All leases of a customer that may be put on hold, or are. */
export async function leasesToHold(db: Db, customerId: string): Promise<StoredLease[]> {
  const { rows } = await db.pool.query({
    name: 'leases_to_hold',
    text: `${plain} where l.customer_id = $1 and l.state in ('active', 'past_due', 'on_hold') order by l.lease_id`,
    values: [customerId],
  });
  return rows.map(stored);
}

/** A customer's leases at one store, newest first. */
export async function leasesOfCustomer(db: Db, customerId: string, merchantId: string): Promise<StoredLease[]> {
  const { rows } = await db.pool.query({
    name: 'leases_of_customer',
    text: `${plain} where l.customer_id = $1 and l.merchant_id = $2
      order by l.created_at desc, l.lease_id limit ${ofCustomerMax}`,
    values: [customerId, merchantId],
  });
  return rows.map(stored);
}

const ofCustomerMax = 500;

/** Where a customer's goods can be followed, by `leaseId/line`; of several shipments the latest. */
export async function trackingLinks(db: Db, customerId: string): Promise<ReadonlyMap<string, string>> {
  const { rows } = await db.pool.query({
    name: 'tracking_links',
    text: `select distinct on (lease_id, line) lease_id, line, tracking_link from shipment
      where customer_id = $1 and tracking_link is not null order by lease_id, line, recorded_at desc`,
    values: [customerId],
  });
  return new Map(rows.map((row) => [`${row.lease_id}/${row.line}`, row.tracking_link]));
}

/**
 * Leases on which nothing is left to pay, without those of which a payment is surely still open: one that is under way, or a
 * debit that settled after that day.
 */
export async function leasesPaidOff(db: Db, settledBy: Day, limit: number) {
  const { rows } = await db.pool.query({
    text: `select l.customer_id as "customerId", l.lease_id as "leaseId" from lease l
      where l.paid_off and not exists (select 1 from payment_attempt a
        where a.customer_id = l.customer_id and a.lease_id = l.lease_id and (a.state in ('scheduled', 'submitted')
          or a.rail = 'ach' and (a.state = 'pending' or a.state in ('settled', 'part_refunded') and a.settled_on > $1)))
      order by l.started_on limit $2`,
    values: [settledBy, limit],
  });
  return rows as { customerId: string; leaseId: string }[];
}

/** Leases of which, as far as their money does not come back, the law gives the goods to the customer; oldest first. */
export async function leasesWithShareReached(db: Db, limit: number): Promise<OfCustomer[]> {
  const { rows } = await db.pool.query({
    text: `select customer_id as "customerId", lease_id as "leaseId" from lease
      where share_reached order by started_on limit $1`,
    values: [limit],
  });
  return rows;
}

type OfCustomer = { readonly customerId: string; readonly leaseId: string };

/** A place with leases under way, and a tax rate that counts there for what is not billed yet. */
export type TaxedPlace = { readonly state: string; readonly postalCode: string; readonly taxRate: string };

/**
 * Every place with leases under way that are taxed payment by payment, with every rate that counts there. Steps from one
 * to the next in their index: as many steps as there are places, however many leases.
 */
export async function taxedPlaces(db: Db): Promise<TaxedPlace[]> {
  const one = `select governing_state as state, goods_postal_code as zip, tax_rate as rate from lease
    where started_on is not null and ended_at is null and tax_treatment = 'stream'`;
  const inOrder = 'order by governing_state, goods_postal_code, tax_rate limit 1';
  const { rows } = await db.pool.query({
    name: 'taxed_places',
    text: `with recursive place as ((${one} ${inOrder}) union all
        select next.* from place p cross join lateral (${one}
          and (governing_state, goods_postal_code, tax_rate) > (p.state, p.zip, p.rate) ${inOrder}) next)
      select state, zip as "postalCode", rate as "taxRate" from place`,
  });
  return rows;
}

/** Leases under way at that place and rate, without those that are paid for: what is paid is taxed already. */
export async function leasesTaxedAt(
  db: Db,
  { state, postalCode, taxRate }: TaxedPlace,
  after: string,
  limit: number,
): Promise<OfCustomer[]> {
  const [customerId = '', leaseId = ''] = after.split('/');
  const { rows } = await db.pool.query({
    name: 'leases_taxed_at',
    text: `select customer_id as "customerId", lease_id as "leaseId" from lease
      where started_on is not null and ended_at is null and tax_treatment = 'stream' and not paid_off
        and governing_state = $1 and goods_postal_code = $2 and tax_rate = $3 and (customer_id, lease_id) > ($4, $5)
      order by customer_id, lease_id limit $6`,
    values: [state, postalCode, taxRate, customerId, leaseId, limit],
  });
  return rows;
}

/** A page of a merchant's transactions, newest first, and how many there are in all. */
export async function leasesOfMerchant(
  db: Db,
  merchantId: string,
  filter: { signed: boolean | null; from: Instant | null; before: Instant | null; offset: number; limit: number },
): Promise<{ leases: StoredLease[]; count: number }> {
  const values = [merchantId, filter.signed, filter.from, filter.before];
  const { rows } = await db.pool.query({
    name: 'leases_of_merchant',
    text: `with page as materialized (
        select r.customer_id, r.lease_id, r.created_at, r.transaction_id ${ofMerchant}
        order by r.created_at desc, r.transaction_id limit $6 offset $5)
      select (select count(*) ${ofMerchant}) as total, found.*
      from page p join lateral (${plain} where l.customer_id = p.customer_id and l.lease_id = p.lease_id) found on true
      order by p.created_at desc, p.transaction_id`,
    values: [...values, filter.offset, filter.limit],
  });
  if (rows.length > 0) return { leases: rows.map(stored), count: rows[0].total };
  if (filter.offset === 0) return { leases: [], count: 0 };
  const beyond = await db.pool.query({ text: `select count(*) as total ${ofMerchant}`, values });
  return { leases: [], count: beyond.rows[0].total };
}

// Both the page and the count are read from one index; the lease itself is asked only when the filter is about it.
const ofMerchant = `from transaction_route r
  where r.merchant_id = $1
    and r.created_at >= coalesce($3::timestamptz, '-infinity') and r.created_at < coalesce($4::timestamptz, 'infinity')
    and ($2::boolean is null or (select l.signed_at is not null from lease l
      where l.customer_id = r.customer_id and l.lease_id = r.lease_id) = $2)`;

/** Leases that a job has to look at, oldest first. */
export async function leasesDue(
  db: Db,
  what: 'unfinalized' | 'unsigned' | 'billing',
  until: Instant | Day,
  limit: number,
) {
  const condition = {
    unfinalized: `l.state = 'signed' and l.finalize_by <= $1`,
    unsigned: `l.state = 'offered' and l.expires_at <= $1`,
    billing: `l.next_due_on is not null and l.next_due_on <= $1 and l.state <> 'on_hold'`,
  }[what];
  const order = { unfinalized: 'l.finalize_by', unsigned: 'l.expires_at', billing: 'l.next_due_on' }[what];
  const { rows } = await db.pool.query({
    text: `select l.customer_id, l.lease_id from lease l where ${condition} order by ${order} limit $2`,
    values: [until, limit],
  });
  return rows.map((row): { customerId: string; leaseId: string } => ({
    customerId: row.customer_id,
    leaseId: row.lease_id,
  }));
}

/** Every lease there is, in the order of their keys, a chunk at a time; for audits. `after` is `customerId/leaseId`. */
export async function allLeases(db: Db, after: string, limit: number): Promise<LeaseWithPaper[]> {
  const [customerId = '', leaseId = ''] = after.split('/');
  const { rows } = await db.pool.query({
    text: `${withPaper} where (l.customer_id, l.lease_id) > ($1, $2) order by l.customer_id, l.lease_id limit $3`,
    values: [customerId, leaseId, limit],
  });
  return rows.map(storedWithPaper);
}

/** The customer's signed copy, as it was sealed; null before the signature. */
export async function sealedCopy(
  db: Db,
  { customerId, leaseId }: { customerId: string; leaseId: string },
): Promise<string | null> {
  const { rows } = await db.pool.query({
    text: 'select agreement_sealed from lease where customer_id = $1 and lease_id = $2',
    values: [customerId, leaseId],
  });
  const bytes: Buffer | null = rows[0]?.agreement_sealed ?? null;
  return bytes === null ? null : gunzipSync(bytes).toString('utf8');
}

// Every column but the paper's: what a page of transactions does not show is not carried. A test holds them complete.
// Attempts of one moment in the order in which they can come: held ready, taken first, collected.
const columns = `l.customer_id, l.lease_id, l.merchant_id, l.transaction_id, l.order_id, l.pay_tomorrow_tax_total, l.lease_number, l.state, l.version,
  l.governing_state, l.cash_price_cents, l.total_rent_cents, l.processing_fee_cents, l.fee_tax_cents, l.lease_factor, l.total_cap,
  l.tax_rate, l.tax_treatment, l.goods_postal_code, l.auto_vest_share, l.share_reached, l.frequency, l.terms, l.start_on, l.started_on, l.billed_count, l.next_due_on, l.ahead_cents, l.fee_paid_cents,
  l.fee_tax_paid_cents, l.paid_off, l.rules_version, l.rules_hash, l.cart_hash, l.agreement_version, l.agreement_hash, l.evidence_version,
  l.signature, l.expires_at, l.created_at, l.signed_at, l.finalize_by, l.finalized_at, l.ended_at, l.end_reason,
  c.first_name, c.last_name, c.email, c.locale, m.name as merchant_name, m.finalize_within_hours, m.discount_rate,
  (select json_agg(x order by x.line) from lease_line x where x.customer_id = l.customer_id and x.lease_id = l.lease_id) as lines,
  (select json_agg(x order by x.number) from installment x where x.customer_id = l.customer_id and x.lease_id = l.lease_id) as installments,
  (select json_agg(x order by x.created_at, x.purpose = 'collect', x.purpose, x.attempt_id) from payment_attempt x where x.customer_id = l.customer_id and x.lease_id = l.lease_id) as attempts,
  (select json_agg(x order by x.ordered_at, x.refund_id) from refund x where x.customer_id = l.customer_id and x.lease_id = l.lease_id) as refunds`;
const fromLease = `from lease l join customer c on c.customer_id = l.customer_id
  join merchant m on m.merchant_id = l.merchant_id`;
const plain = `select ${columns} ${fromLease}`;
const withPaper = `select ${columns}, l.agreement_inputs ${fromLease}`;
const routed = `select ${columns} from transaction_route r
  join lease l on l.customer_id = r.customer_id and l.lease_id = r.lease_id
  join customer c on c.customer_id = r.customer_id
  join merchant m on m.merchant_id = r.merchant_id`;
const numbered = `select ${columns} from lease_number n
  join lease l on l.customer_id = n.customer_id and l.lease_id = n.lease_id
  join customer c on c.customer_id = l.customer_id
  join merchant m on m.merchant_id = l.merchant_id`;
