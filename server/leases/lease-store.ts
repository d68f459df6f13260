import { gunzipSync } from 'node:zlib';
import type { Day } from '#core/calendar/day.ts';
import type { Lease, LeaseLine } from '#core/lease/lease.ts';
import { type BilledInstallment, type LeaseTerms, noDeposit } from '#core/lease/lease.ts';
import type { LeaseState } from '#core/lease/lifecycle.ts';
import { type Cents, rate } from '#core/money/money.ts';
import type { Db } from '#server/db/connect.ts';
import { expecting, insert, json, type Write, write } from '#server/db/write.ts';
import type { Instant } from '#server/moment.ts';

/** A lease as it lies in the database: what the core decides on, and what only the server needs to know. */
export type StoredLease = {
  readonly customerId: string;
  readonly leaseId: string;
  readonly merchantId: string;
  readonly transactionId: string;
  readonly orderId: string | null;
  readonly leaseNumber: string;
  readonly version: number;
  readonly governingState: string;
  readonly agreementVersion: string;
  readonly agreementInputs: unknown;
  readonly agreementHash: string;
  readonly signature: SignatureEvidence | null;
  readonly expiresAt: Instant;
  readonly createdAt: Instant;
  readonly signedAt: Instant | null;
  readonly finalizeBy: Instant | null;
  readonly finalizedAt: Instant | null;
  readonly endedAt: Instant | null;
  readonly endReason: string | null;
  readonly lease: Lease;
  readonly goods: readonly LineFacts[];
  readonly attempts: readonly AttemptFacts[];
  readonly refunds: readonly RefundFacts[];
  readonly merchant: { readonly name: string; readonly finalizeWithinHours: number; readonly discountRate: string };
  readonly customer: {
    readonly customerId: string;
    readonly firstName: string;
    readonly lastName: string;
    readonly email: string;
  };
};

/** Who signed, when, from where, and what was shown and confirmed before (domain 4.8). No secret, no code. */
export type SignatureEvidence = {
  readonly signedAt: Instant;
  readonly ipAddress: string;
  readonly userAgent: string;
  readonly typedName: string;
  readonly channel: 'api' | 'modal';
  readonly confirmed: Readonly<Record<string, string>>;
};

/** What a line is called on the wire. */
export type LineFacts = {
  readonly line: number;
  readonly kind: 'item' | 'shipping';
  readonly sku: string | null;
  readonly description: string;
  readonly brand: string;
  readonly unitCost: string;
  readonly ordered: number;
  readonly cash: Cents;
};

export type AttemptFacts = {
  readonly attemptId: string;
  readonly bankAccountId: string;
  readonly rail: 'ach' | 'card';
  readonly rent: Cents;
  readonly tax: Cents;
  readonly fee: Cents;
  readonly feeTax: Cents;
  readonly amount: Cents;
  readonly state: string;
  readonly debitOn: Day;
  readonly version: number;
};

export type RefundFacts = {
  readonly refundId: string;
  readonly attemptId: string;
  readonly rent: Cents;
  readonly tax: Cents;
  readonly fee: Cents;
  readonly feeTax: Cents;
  readonly amount: Cents;
  readonly state: 'ordered' | 'submitted' | 'paid' | 'cancelled';
  readonly version: number;
};

/**
 * The lease that a merchant's transaction id names, in one read; null when that merchant has none.
 * The one place that joins the routing table with the customer's shard (docs/decisions/0003).
 */
export async function leaseByTransaction(
  db: Db,
  merchantId: string,
  transactionId: string,
): Promise<StoredLease | null> {
  return one(db, 'lease_by_transaction', `${routed} where r.merchant_id = $1 and r.transaction_id = $2`, [
    merchantId,
    transactionId,
  ]);
}

/** A customer's own lease; null when it is somebody else's. */
export async function leaseById(db: Db, customerId: string, leaseId: string): Promise<StoredLease | null> {
  return one(db, 'lease_by_id', `${plain} where l.customer_id = $1 and l.lease_id = $2`, [customerId, leaseId]);
}

/** A page of a merchant's transactions, newest first, and how many there are in all. */
export async function leasesOfMerchant(
  db: Db,
  merchantId: string,
  filter: { signed: boolean | null; from: Instant | null; to: Instant | null; offset: number; limit: number },
): Promise<{ leases: StoredLease[]; count: number }> {
  const { rows } = await db.pool.query({
    name: 'leases_of_merchant',
    text: `with wanted as (
        select r.customer_id, r.lease_id, r.created_at, r.transaction_id from transaction_route r
        join lease l using (customer_id, lease_id)
        where r.merchant_id = $1 and ($2::boolean is null or (l.signed_at is not null) = $2)
          and ($3::timestamptz is null or r.created_at >= $3) and ($4::timestamptz is null or r.created_at < $4)
      ), page as (select * from wanted order by created_at desc, transaction_id limit $6 offset $5)
      select (select count(*) from wanted) as total, found.*
      from page p join lateral (${plain} where l.customer_id = p.customer_id and l.lease_id = p.lease_id) found on true
      order by p.created_at desc, p.transaction_id`,
    values: [merchantId, filter.signed, filter.from, filter.to, filter.offset, filter.limit],
  });
  if (rows.length > 0) return { leases: rows.map(stored), count: rows[0].total };
  return { leases: [], count: filter.offset === 0 ? 0 : await countOf(db, merchantId, filter) };
}

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
    billing: `l.next_due_on is not null and l.next_due_on <= $1`,
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
export async function allLeases(db: Db, after: string, limit: number): Promise<StoredLease[]> {
  const [customerId = '', leaseId = ''] = after.split('/');
  const { rows } = await db.pool.query({
    text: `${plain} where (l.customer_id, l.lease_id) > ($1, $2) order by l.customer_id, l.lease_id limit $3`,
    values: [customerId, leaseId, limit],
  });
  return rows.map(stored);
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

/** Saves what a decision changed: the lease under its version, the lines and installments that differ. */
export function saveLease(before: StoredLease, after: Lease, also: LeaseColumns = {}): Write[] {
  const { customerId, leaseId, version } = before;
  const moved = after.lines.filter((line) =>
    differs(
      line,
      before.lease.lines.find((old) => old.line === line.line),
    ),
  );
  const known = new Map(before.lease.installments.map((old) => [old.number, old]));
  const billed = after.installments.filter((next) => !known.has(next.number));
  const changed = after.installments.filter((next) => known.has(next.number) && differs(next, known.get(next.number)));
  return [
    expecting(
      1,
      'lease',
      write`update lease set state = ${after.state}, version = version + 1, cash_price_cents = ${after.cashPrice},
        total_rent_cents = ${after.totalRent}, terms = ${json(after.terms)}, start_on = ${after.startOn},
        started_on = ${after.startedOn}, billed_count = ${after.billedCount}, next_due_on = ${after.nextDueOn},
        signed_at = coalesce(${also.signedAt ?? null}, signed_at), finalize_by = coalesce(${also.finalizeBy ?? null}, finalize_by),
        finalized_at = coalesce(${also.finalizedAt ?? null}, finalized_at), ended_at = coalesce(${also.endedAt ?? null}, ended_at),
        end_reason = coalesce(${also.endReason ?? null}, end_reason), signature = coalesce(${also.signature ?? null}::jsonb, signature),
        agreement_sealed = coalesce(${also.agreementSealed ?? null}::bytea, agreement_sealed)
        where customer_id = ${customerId} and lease_id = ${leaseId} and version = ${version}`,
    ),
    ...moved.map(
      (
        line,
      ) => write`update lease_line set cancelled = ${line.cancelled}, shipped = ${line.shipped}, delivered = ${line.delivered},
        merchant_returned = ${line.merchantReturned}, surrendered = ${line.surrendered}, delivered_cents = ${line.deliveredCash},
        cancelled_cents = ${line.cancelledCash}, returned_cents = ${line.returnedCash}, cost_cents = ${line.cost},
        depreciated_cents = ${line.depreciated}
        where customer_id = ${customerId} and lease_id = ${leaseId} and line = ${line.line}`,
    ),
    ...(billed.length > 0
      ? [
          insert(
            'installment',
            billed.map((one) => installmentRow(before, one)),
          ),
        ]
      : []),
    ...changed.map(
      (one) => write`update installment set paid_rent_cents = ${one.paidRent}, paid_tax_cents = ${one.paidTax},
        reversed_rent_cents = ${one.reversedRent}, reversed_tax_cents = ${one.reversedTax}
        where customer_id = ${customerId} and lease_id = ${leaseId} and number = ${one.number}`,
    ),
  ];
}

/** Whose lease it is: what every row of it carries. */
export function ownerOf({ customerId, leaseId, merchantId }: StoredLease) {
  return { customerId, leaseId, merchantId };
}

/** Columns that no decision of the core touches, set once. */
export type LeaseColumns = {
  readonly signedAt?: Instant;
  readonly finalizeBy?: Instant;
  readonly finalizedAt?: Instant;
  readonly endedAt?: Instant;
  readonly endReason?: string;
  readonly signature?: string;
  readonly agreementSealed?: Uint8Array;
};

function installmentRow(of: StoredLease, one: BilledInstallment) {
  return {
    customer_id: of.customerId,
    lease_id: of.leaseId,
    number: one.number,
    due_on: one.dueOn,
    debit_on: one.debitOn,
    rent_cents: one.rent,
    tax_cents: one.tax,
    paid_rent_cents: one.paidRent,
    paid_tax_cents: one.paidTax,
    reversed_rent_cents: one.reversedRent,
    reversed_tax_cents: one.reversedTax,
    billed_on: one.dueOn,
  };
}

function differs(a: object, b: object | undefined): boolean {
  return JSON.stringify(a) !== JSON.stringify(b);
}

async function one(db: Db, name: string, text: string, values: unknown[]): Promise<StoredLease | null> {
  const { rows } = await db.pool.query({ name, text, values });
  return rows[0] === undefined ? null : stored(rows[0]);
}

async function countOf(
  db: Db,
  merchantId: string,
  filter: { signed: boolean | null; from: Instant | null; to: Instant | null },
) {
  const { rows } = await db.pool.query({
    text: `select count(*) as total from transaction_route r join lease l using (customer_id, lease_id)
      where r.merchant_id = $1 and ($2::boolean is null or (l.signed_at is not null) = $2)
        and ($3::timestamptz is null or r.created_at >= $3) and ($4::timestamptz is null or r.created_at < $4)`,
    values: [merchantId, filter.signed, filter.from, filter.to],
  });
  return rows[0].total as number;
}

const columns = `l.*, c.first_name, c.last_name, c.email, m.name as merchant_name, m.finalize_within_hours, m.discount_rate,
  (select json_agg(x order by x.line) from lease_line x where x.customer_id = l.customer_id and x.lease_id = l.lease_id) as lines,
  (select json_agg(x order by x.number) from installment x where x.customer_id = l.customer_id and x.lease_id = l.lease_id) as installments,
  (select json_agg(x order by x.created_at) from payment_attempt x where x.customer_id = l.customer_id and x.lease_id = l.lease_id) as attempts,
  (select json_agg(x order by x.ordered_at) from refund x where x.customer_id = l.customer_id and x.lease_id = l.lease_id) as refunds`;
const plain = `select ${columns} from lease l join customer c on c.customer_id = l.customer_id
  join merchant m on m.merchant_id = l.merchant_id`;
const routed = `select ${columns} from transaction_route r
  join lease l on l.customer_id = r.customer_id and l.lease_id = r.lease_id
  join customer c on c.customer_id = r.customer_id
  join merchant m on m.merchant_id = r.merchant_id`;

// biome-ignore lint/suspicious/noExplicitAny: a row of the queries above; this function is where it gets its types.
function stored(row: any): StoredLease {
  const attempts: AttemptFacts[] = (row.attempts ?? []).map(attemptOf);
  const refunds: RefundFacts[] = (row.refunds ?? []).map(refundOf);
  const started = row.started_on !== null;
  return {
    customerId: row.customer_id,
    leaseId: row.lease_id,
    merchantId: row.merchant_id,
    transactionId: row.transaction_id,
    orderId: row.order_id,
    leaseNumber: row.lease_number,
    version: row.version,
    governingState: row.governing_state,
    agreementVersion: row.agreement_version,
    agreementInputs: row.agreement_inputs,
    agreementHash: row.agreement_hash,
    signature: row.signature,
    expiresAt: row.expires_at,
    createdAt: row.created_at,
    signedAt: row.signed_at,
    finalizeBy: row.finalize_by,
    finalizedAt: row.finalized_at,
    endedAt: row.ended_at,
    endReason: row.end_reason,
    merchant: {
      name: row.merchant_name,
      finalizeWithinHours: row.finalize_within_hours,
      discountRate: row.discount_rate,
    },
    customer: { customerId: row.customer_id, firstName: row.first_name, lastName: row.last_name, email: row.email },
    goods: row.lines.map(goodsOf),
    attempts,
    refunds,
    lease: {
      state: row.state as LeaseState,
      cashPrice: row.cash_price_cents,
      totalRent: row.total_rent_cents,
      processingFee: row.processing_fee_cents,
      feeTax: row.fee_tax_cents,
      factor: rate(row.lease_factor),
      totalCap: row.total_cap === null ? null : rate(row.total_cap),
      taxRate: rate(row.tax_rate),
      terms: row.terms as LeaseTerms,
      startOn: row.start_on,
      startedOn: row.started_on,
      billedCount: row.billed_count,
      nextDueOn: row.next_due_on,
      lines: row.lines.map(lineOf),
      installments: (row.installments ?? []).map(installmentOf),
      deposit: started ? noDeposit : depositOf(attempts, refunds),
    },
  };
}

/** Money held before delivery: charges that were taken on and did not come back, less what goes back to the customer. */
function depositOf(attempts: readonly AttemptFacts[], refunds: readonly RefundFacts[]) {
  const held = attempts.filter(({ state }) => heldStates.has(state));
  const back = refunds.filter(
    ({ state, attemptId }) => state !== 'cancelled' && held.some((one) => one.attemptId === attemptId),
  );
  const sum = (part: 'rent' | 'tax' | 'fee' | 'feeTax') =>
    held.reduce((all, one) => all + one[part], 0) - back.reduce((all, one) => all + one[part], 0);
  return { rent: sum('rent'), tax: sum('tax'), fee: sum('fee'), feeTax: sum('feeTax') };
}

const heldStates = new Set(['submitted', 'pending', 'settled', 'part_refunded', 'refunded']);

// biome-ignore lint/suspicious/noExplicitAny: a row of lease_line as JSON.
function lineOf(row: any): LeaseLine {
  return {
    line: row.line,
    kind: row.kind,
    sku: row.sku,
    cash: row.cash_cents,
    deliveredCash: row.delivered_cents,
    cancelledCash: row.cancelled_cents,
    returnedCash: row.returned_cents,
    cost: row.cost_cents,
    depreciated: row.depreciated_cents,
    ordered: row.ordered,
    cancelled: row.cancelled,
    shipped: row.shipped,
    delivered: row.delivered,
    merchantReturned: row.merchant_returned,
    surrendered: row.surrendered,
  };
}

// biome-ignore lint/suspicious/noExplicitAny: a row of lease_line as JSON.
function goodsOf(row: any): LineFacts {
  return {
    line: row.line,
    kind: row.kind,
    sku: row.sku,
    description: row.description,
    brand: row.brand,
    unitCost: row.unit_cost,
    ordered: row.ordered,
    cash: row.cash_cents,
  };
}

// biome-ignore lint/suspicious/noExplicitAny: a row of installment as JSON.
function installmentOf(row: any): BilledInstallment {
  return {
    number: row.number,
    dueOn: row.due_on,
    debitOn: row.debit_on,
    rent: row.rent_cents,
    tax: row.tax_cents,
    paidRent: row.paid_rent_cents,
    paidTax: row.paid_tax_cents,
    reversedRent: row.reversed_rent_cents,
    reversedTax: row.reversed_tax_cents,
  };
}

// biome-ignore lint/suspicious/noExplicitAny: a row of payment_attempt as JSON.
function attemptOf(row: any): AttemptFacts {
  return {
    attemptId: row.attempt_id,
    bankAccountId: row.bank_account_id,
    rail: row.rail,
    rent: row.rent_cents,
    tax: row.tax_cents,
    fee: row.fee_cents,
    feeTax: row.fee_tax_cents,
    amount: row.amount_cents,
    state: row.state,
    debitOn: row.debit_on,
    version: row.version,
  };
}

// biome-ignore lint/suspicious/noExplicitAny: a row of refund as JSON.
function refundOf(row: any): RefundFacts {
  return {
    refundId: row.refund_id,
    attemptId: row.attempt_id,
    rent: row.rent_cents,
    tax: row.tax_cents,
    fee: row.fee_cents,
    feeTax: row.fee_tax_cents,
    amount: row.amount_cents,
    state: row.state,
    version: row.version,
  };
}
