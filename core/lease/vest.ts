import type { Day } from '../calendar/day.ts';
import { vested } from '../ledger/postings.ts';
import type { Journal } from './change.ts';
import { keptCash, type Lease, unbilledRent } from './lease.ts';
import { leaseAfter, leaseCan } from './lifecycle.ts';
import { receivable } from './line.ts';
import { openFee, openOf } from './owed.ts';

/**
 * Ownership passes once all rent of a re-priced lease is paid and all its goods have arrived (domain 2.5): the goods
 * leave our books, the limit is free again, nothing more falls due.
 */
export function passOwnershipWhenPaid(
  lease: Lease,
  on: Day,
): { lease: Lease; journals: Journal[]; limitReleased: number } {
  const owed = openFee(lease) > 0 || lease.installments.some((one) => openOf(one) > 0);
  const awaited = lease.lines.some((line) => receivable(line) > 0);
  const paid = lease.startedOn !== null && unbilledRent(lease) === 0 && !owed && !awaited && keptCash(lease.lines) > 0;
  if (!paid || !leaseCan('vest', lease.state)) return { lease, journals: [], limitReleased: 0 };

  const postings = lease.lines.flatMap(({ line, cost, depreciated }) =>
    vested({ line, cost, depreciation: depreciated }),
  );
  return {
    lease: {
      ...lease,
      state: leaseAfter(lease.state, 'vest')!,
      nextDueOn: null,
      lines: lease.lines.map((line) => ({ ...line, cost: 0, depreciated: 0 })),
    },
    journals: [{ event: 'ownership.passed', subject: '', on, postings }],
    limitReleased: keptCash(lease.lines),
  };
}
