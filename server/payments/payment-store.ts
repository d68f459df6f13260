import { addDays, type Day } from '#core/calendar/day.ts';
import type { Db } from '#server/db/connect.ts';
import { expecting, type Write, write } from '#server/db/write.ts';
import type { AttemptFacts } from '#server/leases/stored-lease.ts';
import type { Instant } from '#server/moment.ts';

type OpenLease = { customerId: string; leaseId: string };
export type OpenAttempt = { customerId: string; leaseId: string; attemptId: string };
export type OpenRefund = { customerId: string; leaseId: string; refundId: string };

/** Charges that the processor has taken on and not answered for, oldest first. */
export async function attemptsUnderWay(db: Db, limit: number): Promise<OpenAttempt[]> {
  const { rows } = await db.pool.query({
    text: `select customer_id as "customerId", lease_id as "leaseId", attempt_id as "attemptId" from payment_attempt
      where state in ('submitted', 'pending') order by created_at limit $1`,
    values: [limit],
  });
  return rows;
}

/**
 * Debits that settled in the last sixty days and were not asked about today: the bank may still send them back
 * (domain 2.4, 6.3). Longest unasked first.
 */
export async function attemptsThatMayComeBack(db: Db, today: Day, limit: number): Promise<OpenAttempt[]> {
  const { rows } = await db.pool.query({
    text: `select customer_id as "customerId", lease_id as "leaseId", attempt_id as "attemptId" from payment_attempt
      where state in ('settled', 'part_refunded') and asked_on < $1 and settled_on >= $2 order by asked_on limit $3`,
    values: [today, addDays(today, -lateReturnDays), limit],
  });
  return rows;
}

/** How long an unauthorised consumer debit can come back (domain 2.4). */
const lateReturnDays = 60;

/** The bank was asked and had no news. */
export function askedToday({ customerId, leaseId, attemptId }: OpenAttempt, today: Day): Write {
  return write`update payment_attempt set asked_on = ${today}
    where customer_id = ${customerId} and lease_id = ${leaseId} and attempt_id = ${attemptId}`;
}

/** Charges that were meant and never heard of since: their request died between intent and answer. */
export async function attemptsUnheard(
  db: Db,
  before: Instant,
  limit: number,
): Promise<(OpenAttempt & { purpose: AttemptFacts['purpose']; isSigned: boolean })[]> {
  const { rows } = await db.pool.query({
    text: `select customer_id as "customerId", lease_id as "leaseId", attempt_id as "attemptId", purpose,
        (select l.signed_at is not null from lease l
          where l.customer_id = a.customer_id and l.lease_id = a.lease_id) as "isSigned" from payment_attempt a
      where state = 'scheduled' and created_at <= $1 order by created_at limit $2`,
    values: [before, limit],
  });
  return rows;
}

/** Authorizations that nothing will be taken from any more, oldest first. */
export async function authorizationsToRelease(db: Db, limit: number): Promise<OpenAttempt[]> {
  const { rows } = await db.pool.query({
    text: `select a.customer_id as "customerId", a.lease_id as "leaseId", a.attempt_id as "attemptId" from payment_attempt a
      join lease l on l.customer_id = a.customer_id and l.lease_id = a.lease_id
      where a.state = 'authorized' and (l.ended_at is not null or exists (select from payment_attempt f
        where f.customer_id = a.customer_id and f.lease_id = a.lease_id and f.purpose = 'initial' and f.state = 'failed'))
      order by a.created_at limit $1`,
    values: [limit],
  });
  return rows;
}

/** Refunds that are to be sent or were not answered for, oldest first. Whom a screening case holds is sent none. */
export async function refundsOpen(db: Db, limit: number): Promise<OpenRefund[]> {
  const { rows } = await db.pool.query({
    text: `select customer_id as "customerId", lease_id as "leaseId", refund_id as "refundId" from refund
      where state in ('ordered', 'submitted')
        and (state = 'submitted' or not exists (select from held_customer h where h.customer_id = refund.customer_id))
      order by ordered_at limit $1`,
    values: [limit],
  });
  return rows;
}

/** What became of it: its state, and what it paid or why it failed. */
export function recordAttempt(of: OpenLease, before: AttemptFacts, after: AttemptFacts): Write {
  return expecting(
    1,
    'attempt',
    write`update payment_attempt set state = ${after.state}, rent_cents = ${after.rent}, tax_cents = ${after.tax},
      fee_cents = ${after.fee}, fee_tax_cents = ${after.feeTax}, ahead_cents = ${after.ahead},
      failure_code = ${after.failureCode}, failure_reason = ${after.failureReason}, version = version + 1
      where customer_id = ${of.customerId} and lease_id = ${of.leaseId} and attempt_id = ${before.attemptId}
        and version = ${before.version}`,
  );
}

/** The processor was asked and its answer was lost. */
export function noteUnheard({ customerId, leaseId, attemptId }: OpenAttempt, at: Instant): Write {
  return write`update payment_attempt set unheard_at = coalesce(unheard_at, ${at})
    where customer_id = ${customerId} and lease_id = ${leaseId} and attempt_id = ${attemptId} and state = 'scheduled'`;
}

export function moveAttempt(
  of: OpenLease,
  attempt: { attemptId: string; version: number },
  to: { state: string; settledOn?: string; returnedOn?: string; failureCode?: string },
): Write {
  return expecting(
    1,
    'attempt',
    write`update payment_attempt set state = ${to.state}, settled_on = coalesce(${to.settledOn ?? null}, settled_on),
      returned_on = coalesce(${to.returnedOn ?? null}, returned_on),
      asked_on = coalesce(${to.settledOn ?? null}, asked_on), failure_code = coalesce(${to.failureCode ?? null}, failure_code),
      version = version + 1
      where customer_id = ${of.customerId} and lease_id = ${of.leaseId} and attempt_id = ${attempt.attemptId}
        and version = ${attempt.version}`,
  );
}

export function moveRefund(
  of: { customerId: string; leaseId: string },
  refund: { refundId: string; version: number },
  to: { state: 'submitted' | 'paid' | 'cancelled'; paidOn?: string },
): Write {
  return expecting(
    1,
    'refund',
    write`update refund set state = ${to.state}, paid_on = coalesce(${to.paidOn ?? null}, paid_on), version = version + 1
      where customer_id = ${of.customerId} and lease_id = ${of.leaseId} and refund_id = ${refund.refundId}
        and version = ${refund.version}`,
  );
}
