import { type HoldCause, holdLease, releaseLease } from '#core/lease/hold.ts';
import { installmentOf } from '#core/lease/lease.ts';
import { leaseCan } from '#core/lease/lifecycle.ts';
import type { Write } from '#server/db/write.ts';
import { announce } from '#server/events/announce.ts';
import type { House } from '#server/house.ts';
import { newId } from '#server/ids.ts';
import { holdsOfLease, insertLeaseHold, type LeaseHold, liftLeaseHold } from '#server/leases/lease-hold-store.ts';
import { saveLease } from '#server/leases/save-lease.ts';
import { ownerOf, type StoredLease } from '#server/leases/stored-lease.ts';
import { addressed, tellCustomer } from '#server/leases/tell-customer.ts';
import { messagesIn } from '#server/messages/messages-in.ts';
import { dayInState, now } from '#server/moment.ts';
import type { Said } from '#server/said.ts';

/** How a lease stands after it: the hold, and what makes it so. No writes where the same was said before. */
export type Held = { readonly hold: LeaseHold; readonly writes: readonly Write[] };

/**
 * Puts a lease on hold (domain 6.3), or adds another cause to what holds it. Its store learns that it is, and never why; its
 * customer is not told anything. Null where a lease in this state can't be held.
 */
export async function heldFor(house: House, found: StoredLease, cause: HoldCause, said: Said): Promise<Held | null> {
  const { customerId, leaseId, leaseNumber } = found;
  const known = (await holdsOfLease(house, found)).find((one) => one.cause === cause && one.lifted === null);
  if (known !== undefined) return { hold: known, writes: [] };
  const after = holdLease(found.lease);
  if (after === null && !leaseCan('release', found.lease.state)) return null;
  const hold = { holdId: newId(house), customerId, leaseId, leaseNumber, cause, ...said, setAt: now(house) };
  return {
    hold: { ...hold, lifted: null },
    writes: [
      insertLeaseHold(house, hold),
      // Also where it is held already: whoever lifts that at the same moment looks again.
      ...saveLease(found, after ?? found.lease),
      ...(after === null ? [] : [told(house, found, 'lease.held')]),
    ],
  };
}

/**
 * Lifts what holds a lease for a cause. When nothing else does, the lease goes on, and its customer is told when the next
 * payment is. Null where it was never held for that.
 */
export async function releasedFor(
  house: House,
  found: StoredLease,
  cause: HoldCause,
  said: Said,
): Promise<Held | null> {
  const all = await holdsOfLease(house, found);
  const [last] = all.filter((one) => one.cause === cause);
  if (last === undefined) return null;
  if (last.lifted !== null) return { hold: last, writes: [] };
  const hold = { ...last, lifted: { ...said, at: now(house) } };
  const isAlone = all.every((one) => one.lifted !== null || one.cause === cause);
  const after = isAlone ? releaseLease(found.lease, dayInState(house, found.governingState)) : null;
  const writes = [liftLeaseHold(house, last, said), ...saveLease(found, after ?? found.lease)];
  if (after === null) return { hold, writes };
  const running = { ...found, lease: after };
  const next = after.billedCount < after.terms.count ? installmentOf(after, after.billedCount + 1) : null;
  const text = messagesIn(found.customer.locale).lease_resumed({
    ...addressed(house, running),
    next: next === null ? null : { payment: next.rent + next.tax, dueOn: next.dueOn },
  });
  return {
    hold,
    writes: [...writes, told(house, running, 'lease.resumed'), ...tellCustomer(house, running, 'lease_resumed', text)],
  };
}

function told(house: House, found: StoredLease, type: 'lease.held' | 'lease.resumed'): Write {
  return announce(house, { type, ...ownerOf(found), payload: { transactionId: found.transactionId } });
}
