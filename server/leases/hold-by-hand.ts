import type {
  HoldLeaseBody,
  LeaseHoldView,
  ListLeaseHoldsAnswer,
  ListLeaseHoldsQuery,
} from '#contract/v3/lease-holds.ts';
import type { House } from '#server/house.ts';
import { leaseByNumber } from '#server/leases/find-lease.ts';
import { heldFor, releasedFor } from '#server/leases/hold-lease.ts';
import { type LeaseHold, leaseHoldsOf } from '#server/leases/lease-hold-store.ts';
import { done, type Outcome, refuse } from '#server/outcome.ts';

const limitDefault = 20;

/** A page of what holds leases, or held them, the newest first. */
export async function listLeaseHolds(
  house: House,
  { page = 1, limit = limitDefault, leaseNumber, userId, open }: ListLeaseHoldsQuery,
): Promise<Outcome<ListLeaseHoldsAnswer>> {
  const { holds, count } = await leaseHoldsOf(house, {
    ...{ leaseNumber: leaseNumber ?? null, customerId: userId ?? null, isOpen: open ?? null },
    ...{ offset: (page - 1) * limit, limit },
  });
  return done({ holds: holds.map(view), meta: { count, totalPages: Math.ceil(count / limit), page, limit } });
}

type Wanted = HoldLeaseBody & { readonly leaseNumber: string };

/**
 * A bankruptcy, a death or a claim of fraud is known: nothing of the lease is debited, billed or told from now on. The same
 * cause said again is one. Refuses with LeaseNotFound, LeaseNotRunning.
 */
export async function holdByHand(
  house: House,
  { leaseNumber, cause, by, reason }: Wanted,
): Promise<Outcome<LeaseHoldView>> {
  const found = await leaseByNumber(house.db, leaseNumber);
  if (found === null) return noSuchLease;
  const held = await heldFor(house, found, cause, { by, reason });
  if (held === null) {
    return refuse('LeaseNotRunning', 'Only a lease whose goods are with its customer is put on hold; this one is not.');
  }
  return done(view(held.hold), ...held.writes);
}

/**
 * That cause holds the lease no more; where no other does, it goes on. A confirmed match of a screening list is no cause of
 * a hand: correct the case. Refuses with LeaseNotFound, NotFound.
 */
export async function releaseByHand(
  house: House,
  { leaseNumber, cause, by, reason }: Wanted,
): Promise<Outcome<LeaseHoldView>> {
  const found = await leaseByNumber(house.db, leaseNumber);
  if (found === null) return noSuchLease;
  const released = await releasedFor(house, found, cause, { by, reason });
  if (released === null) return refuse('NotFound', 'This lease was never held for that.');
  return done(view(released.hold), ...released.writes);
}

const noSuchLease = refuse('LeaseNotFound', 'There is no lease with this number.');

const view = ({ customerId, leaseId, ...hold }: LeaseHold): LeaseHoldView => ({ ...hold, userId: customerId });
