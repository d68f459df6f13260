import type { Day } from '../calendar/day.ts';
import { vested } from '../ledger/postings.ts';
import { billInstallment, depreciatePeriod } from './bill.ts';
import { type Journal, type LeaseChange, onlyLease } from './change.ts';
import { keptCash, type Lease } from './lease.ts';
import { leaseAfter } from './lifecycle.ts';
import { isPaidOff } from './owed.ts';

/**
 * The last payment is final (domain 2.4, 6.3): the goods are the customer's. What was paid ahead of its due day is billed
 * now, the period that runs is depreciated in full, and the goods leave our books with whatever they were still worth.
 * Null while something is to be paid or to arrive.
 */
export function completeLease(lease: Lease, on: Day): LeaseChange | null {
  if (!isPaidOff(lease)) return null;
  const period = depreciatePeriod(lease, { period: lease.billedCount, on, subject: 'the end' });
  const journals: Journal[] = [period.journal];
  let current: Lease = { ...lease, lines: period.lines };
  while (current.billedCount < current.terms.count) {
    const step = billInstallment(current, on);
    current = step.lease;
    journals.push(...step.journals);
  }
  const postings = current.lines.flatMap(({ line, cost, depreciated }) =>
    vested({ line, cost, depreciation: depreciated }),
  );
  return {
    ...onlyLease({
      ...current,
      state: leaseAfter(lease.state, 'complete')!,
      nextDueOn: null,
      lines: current.lines.map((line) => ({ ...line, cost: 0, depreciated: 0 })),
    }),
    journals: [...journals, { event: 'ownership.passed', subject: '', on, postings }],
    limitReleased: keptCash(lease.lines),
  };
}
