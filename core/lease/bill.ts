import type { Day } from '../calendar/day.ts';
import { dueDay, firstDue } from '../calendar/pay-cycle.ts';
import { depreciatedAfter } from '../ledger/depreciation.ts';
import { aheadApplied } from '../ledger/payment-postings.ts';
import type { Posting } from '../ledger/postings.ts';
import { depreciated, installmentBilled } from '../ledger/postings.ts';
import { type Journal, type LeaseChange, onlyLease } from './change.ts';
import { installmentOf, type Lease, type LeaseLine, scheduleOf } from './lease.ts';
import { paidTo } from './place-money.ts';

/**
 * Bills every installment that is due on or before `today`, in order, and depreciates the period that ends with each
 * (domain 6.1, 6.2). Nothing is billed before delivery or after the end; a second call for the same day changes nothing.
 */
export function billDueInstallments(lease: Lease, today: Day): LeaseChange {
  let current = lease;
  const journals: Journal[] = [];
  while (current.nextDueOn !== null && current.nextDueOn <= today) {
    const step = billNext(current, current.nextDueOn);
    current = step.lease;
    journals.push(...step.journals);
  }
  return { ...onlyLease(current), journals };
}

/** The day on which billing has to look again: the next due date, then once the end of the last period, then never. */
export function nextLook(lease: Lease): Day | null {
  if (lease.billedCount < lease.terms.count) return installmentOf(lease, lease.billedCount + 1).dueOn;
  const end = endOfLastPeriod(lease);
  return lease.nextDueOn === end ? null : end;
}

function billNext(lease: Lease, on: Day): { lease: Lease; journals: Journal[] } {
  const period = depreciatePeriod(lease, { period: lease.billedCount, on });
  const worn = { ...lease, lines: period.lines };
  if (lease.billedCount === lease.terms.count) {
    return { lease: { ...worn, nextDueOn: null }, journals: [period.journal] };
  }
  const billed = billInstallment(worn, on);
  return {
    lease: { ...billed.lease, nextDueOn: nextLook(billed.lease) },
    journals: [period.journal, ...billed.journals],
  };
}

/** The next installment is billed, and takes what was paid ahead for it. */
export function billInstallment(lease: Lease, on: Day): { lease: Lease; journals: Journal[] } {
  const { number, dueOn, debitOn, rent, tax } = installmentOf(lease, lease.billedCount + 1);
  const fromAhead = Math.min(lease.ahead, rent + tax);
  const billed = paidTo(
    { number, dueOn, debitOn, rent, tax, paidRent: 0, paidTax: 0, reversedRent: 0, reversedTax: 0 },
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
