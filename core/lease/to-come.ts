import { type Day, daysBetween } from '../calendar/day.ts';
import { cycleFrom, dueDay, type Frequency } from '../calendar/pay-cycle.ts';
import type { Cents, Split } from '../money/money.ts';
import { type Installment, installments } from '../schedule/schedule.ts';
import { type Lease, type LeaseTerms, scheduleOf } from './lease.ts';
import { leaseLifecycle } from './lifecycle.ts';

/** The number of the next payment: before delivery, the one that was taken at signing lies behind. */
export function nextNumber(lease: Lease): number {
  if (lease.startedOn !== null) return lease.billedCount + 1;
  return lease.deposit.rent > 0 ? 2 : 1;
}

/** The payments that are not billed and not taken yet, as the lease stands; none once it is over. */
export function paymentsToCome(lease: Lease): Installment[] {
  if (leaseLifecycle.ends.includes(lease.state)) return [];
  return installments(scheduleOf(lease.terms, lease.startOn), lease.taxRate).slice(nextNumber(lease) - 1);
}

export function rentOf(payments: readonly Installment[]): Cents {
  return payments.reduce((sum, { rent }) => sum + rent, 0);
}

/**
 * The terms of a lease whose next payment is due on `firstOn` and the others on the pay days that follow, in this rhythm
 * and over these payments where they are others. What is billed already keeps its day: it is stored with it. The calendar
 * is counted back from `firstOn` to where payment 2 would lie, so that payment and number stay together.
 * @throws RangeError where payment 1 is still to be made: it is due at signing.
 */
export function termsFrom(
  lease: Lease,
  firstOn: Day,
  change: { readonly frequency?: Frequency; readonly spread?: Split } = {},
): LeaseTerms {
  const number = nextNumber(lease);
  if (number < 2) throw new RangeError('Payment 1 is due at signing and on no other day.');
  const { terms, startOn, startedOn, deposit } = lease;
  const frequency = change.frequency ?? terms.frequency;
  const second = dueDay(cycleFrom(frequency, firstOn, startOn), firstOn, 2 - number);
  return {
    ...terms,
    ...(change.spread === undefined ? {} : spreadAfter(number - 1, change.spread)),
    ...(startedOn === null ? { firstRent: deposit.rent } : {}),
    ...{ frequency, payDate: firstOn, leadDays: daysBetween(startOn, second) },
  };
}

/** So many payments lie behind, and the rest is spread like this. With nothing to come the rents stay as they are. */
export function spreadAfter(
  behind: number,
  { regular, last, count }: Split,
): Pick<LeaseTerms, 'count'> & Partial<LeaseTerms> {
  return count === 0 ? { count: behind } : { count: behind + count, regular, last };
}
