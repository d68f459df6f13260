import { addBankDays } from '../calendar/bank-days.ts';
import { type Day, daysBetween } from '../calendar/day.ts';
import { dueDay, firstDue } from '../calendar/pay-cycle.ts';
import { nextLook } from './bill.ts';
import { installmentOf, type Lease, type LeaseTerms, scheduleOf } from './lease.ts';
import { leaseAfter } from './lifecycle.ts';
import { openOf } from './owed.ts';

/** Why a lease is held (domain 6.3), and the one cause that no hand sets or lifts: a confirmed match of a screening list. */
export const holdCausesByHand = ['bankruptcy', 'death', 'fraud_claim'] as const;
export type HoldCause = (typeof holdCausesByHand)[number] | 'screening';

/**
 * Nothing of the lease is debited, billed, charged as a fee or told any more (domain 6.3). Its figures stay as they are:
 * payments that are with the bank are still followed. Null where a lease in this state can't be held.
 */
export function holdLease(lease: Lease): Lease | null {
  const state = leaseAfter(lease.state, 'hold');
  return state === null ? null : { ...lease, state };
}

/**
 * The lease goes on where it was held. A payment whose day passed meanwhile could not be made, so it is nobody's delay: it
 * is due on the first of the agreed days after `today`, and the others follow in the same rhythm. What was billed and open
 * before is asked for on the next bank day, so that no day of the hold makes anybody late (domain 1.8: days late count from
 * the debit). Null where the lease is not held.
 */
export function releaseLease(lease: Lease, today: Day): Lease | null {
  const state = leaseAfter(lease.state, 'release');
  if (state === null) return null;
  const debitOn = addBankDays(today, 1);
  const installments = lease.installments.map((one) => (openOf(one) > 0 ? { ...one, debitOn } : one));
  const released: Lease = { ...lease, state, installments };
  const isMissed = lease.billedCount < lease.terms.count && installmentOf(lease, lease.billedCount + 1).dueOn <= today;
  if (!isMissed) return released;
  const moved: Lease = { ...released, terms: resumed(lease, today) };
  return { ...moved, nextDueOn: nextLook(moved) };
}

/** The rhythm stays and begins whole periods later, so that an anchor at the end of a month is never lost (domain 1.7). */
function resumed(lease: Lease, today: Day): LeaseTerms {
  const { terms, startOn, billedCount } = lease;
  const { cycle, leadDays } = scheduleOf(terms, startOn);
  const second = firstDue(cycle, startOn, leadDays);
  // Payment 1 is billed with the delivery, and only a delivered lease is held: the next one is 2 or later.
  const fromSecond = billedCount + 1 - 2;
  let periods = 1;
  while (dueDay(cycle, second, fromSecond + periods) <= today) periods += 1;
  return { ...terms, leadDays: daysBetween(startOn, dueDay(cycle, second, periods)) };
}
