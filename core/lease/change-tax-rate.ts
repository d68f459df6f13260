import type { Day } from '../calendar/day.ts';
import { isSameRate, type Rate } from '../money/money.ts';
import type { LeaseChange } from './change.ts';
import type { Lease } from './lease.ts';
import { isOnHold, leaseLifecycle } from './lifecycle.ts';
import { isPaidOff } from './owed.ts';
import { withoutTooMuchAhead } from './place-money.ts';

/**
 * Another tax rate is in force at the place of the goods (domain 1.5): payments that are not billed yet are taxed at it, the
 * rent stays. What was paid ahead and is more than they come to goes back. Null where it changes nothing: before the
 * start, whose payment 1 was taxed at signing, after the end, once everything is paid, and on hold, after which it is asked
 * again. `subject` names the refund.
 */
export function changeTaxRate(
  lease: Lease,
  taxRate: Rate,
  why: { readonly on: Day; readonly subject: string },
): LeaseChange | null {
  const runs = lease.startedOn !== null && !leaseLifecycle.ends.includes(lease.state);
  if (!runs || isOnHold(lease.state) || isPaidOff(lease) || isSameRate(lease.taxRate, taxRate)) return null;
  return withoutTooMuchAhead({ ...lease, taxRate }, why);
}
