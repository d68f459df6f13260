import type { Day } from '../calendar/day.ts';
import { dueDay, firstDue } from '../calendar/pay-cycle.ts';
import { depreciatedAfter } from '../ledger/depreciation.ts';
import { aheadApplied } from '../ledger/payment-postings.ts';
import type { Posting } from '../ledger/postings.ts';
import { depreciated, installmentBilled } from '../ledger/postings.ts';
import type { Rate } from '../money/money.ts';
import { dueDays } from '../schedule/schedule.ts';
import { type Journal, type LeaseChange, onlyLease } from './change.ts';
import { installmentOf, type Lease, type LeaseLine, scheduleOf } from './lease.ts';
import { isOnHold } from './lifecycle.ts';
import { isPaidOff } from './owed.ts';
import { paidTo, withoutTooMuchAhead } from './place-money.ts';

/**
 * Bills every installment that is due on or before `today`, in order, and depreciates the period that ends with each
 * (domain 6.1, 6.2). Nothing is billed before delivery, after the end, or while the lease is on hold; a second call for the
 * same day changes nothing.
 * `rates` has the tax rate that was in force on each of `daysToBill` (domain 1.5); the lease's counts where it has none, and
 * once everything is paid: nobody is asked again for what they have paid ahead. `subject` names a refund in the ledger.
 */
export function billDueInstallments(
  lease: Lease,
  today: Day,
  { rates, subject }: { readonly rates: ReadonlyMap<Day, Rate>; readonly subject: string } = noRates,
): LeaseChange {
  if (isOnHold(lease.state)) return onlyLease(lease);
  let current = lease;
  const journals: Journal[] = [];
  while (current.nextDueOn !== null && current.nextDueOn <= today) {
    const on = current.nextDueOn;
    const inForce = rates.get(on);
    const step = billNext(current, on, inForce === undefined || isPaidOff(current) ? undefined : inForce);
    current = step.lease;
    journals.push(...step.journals);
  }
  if (current === lease) return onlyLease(lease);
  const rest = withoutTooMuchAhead(current, { on: today, subject });
  return { ...rest, journals: [...journals, ...rest.journals] };
}

const noRates = { rates: new Map<Day, Rate>(), subject: '' };

/** The due days that `billDueInstallments` bills up to `today`. */
export function daysToBill({ state, nextDueOn, billedCount, terms, startOn }: Lease, today: Day): Day[] {
  if (nextDueOn === null || nextDueOn > today || isOnHold(state)) return [];
  return dueDays(scheduleOf(terms, startOn))
    .slice(billedCount)
    .filter((day) => day <= today);
}

/** The day on which billing has to look again: the next due date, then once the end of the last period, then never. */
export function nextLook(lease: Lease): Day | null {
  if (lease.billedCount < lease.terms.count) return installmentOf(lease, lease.billedCount + 1).dueOn;
  const end = endOfLastPeriod(lease);
  return lease.nextDueOn === end ? null : end;
}

function billNext(lease: Lease, on: Day, taxRate?: Rate): { lease: Lease; journals: Journal[] } {
  const period = depreciatePeriod(lease, { period: lease.billedCount, on });
  const worn = { ...lease, lines: period.lines };
  if (lease.billedCount === lease.terms.count) {
    return { lease: { ...worn, nextDueOn: null }, journals: [period.journal] };
  }
  const billed = billInstallment(worn, on, taxRate);
  return {
    lease: { ...billed.lease, nextDueOn: nextLook(billed.lease) },
    journals: [period.journal, ...billed.journals],
  };
}

/** The next installment is billed, and takes what was paid ahead for it. */
export function billInstallment(
  lease: Lease,
  on: Day,
  taxRate: Rate = lease.taxRate,
): { lease: Lease; journals: Journal[] } {
  const { number, dueOn, debitOn, rent, tax } = installmentOf({ ...lease, taxRate }, lease.billedCount + 1);
  const fromAhead = Math.min(lease.ahead, rent + tax);
  const billed = paidTo(
    { number, dueOn, debitOn, rent, tax, taxRate, paidRent: 0, paidTax: 0, reversedRent: 0, reversedTax: 0 },
    fromAhead,
  );
  const { paidRent, paidTax } = billed;
  const subject = String(number);
  return {
    lease: {
      ...lease,
      billedCount: number,
      ahead: lease.ahead - fromAhead,
      installments: [...lease.installments, billed],
    },
    journals: [
      { event: 'installment.billed', subject, on, postings: installmentBilled({ installment: number, rent, tax }) },
      {
        event: 'ahead.applied',
        subject,
        on,
        postings: aheadApplied({ installment: number, rent: paidRent, tax: paidTax }),
      },
    ],
  };
}

/** Cumulative by period, so that goods that came later or went back are caught up with and the last period ends at cost. */
export function depreciatePeriod(
  lease: Lease,
  { period, on, subject = String(period) }: { period: number; on: Day; subject?: string },
): { lines: LeaseLine[]; journal: Journal } {
  const postings: Posting[] = [];
  const lines = lease.lines.map((line) => {
    const used = depreciatedAfter({ cost: line.cost, period, periods: lease.terms.count });
    const amount = Math.max(0, used - line.depreciated);
    postings.push(...depreciated({ line: line.line, amount, installment: period }));
    return { ...line, depreciated: line.depreciated + amount };
  });
  return { lines, journal: { event: 'goods.depreciated', subject, on, postings } };
}

function endOfLastPeriod(lease: Lease): Day {
  const { cycle, startOn, leadDays } = scheduleOf(lease.terms, lease.startOn);
  return dueDay(cycle, firstDue(cycle, startOn, leadDays), lease.terms.count - 1);
}
