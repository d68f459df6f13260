import { leaseAfter } from '#core/lease/lifecycle.ts';
import { announce } from '#server/events/announce.ts';
import type { House } from '#server/house.ts';
import { leaseByTransaction } from '#server/leases/find-lease.ts';
import { saveLease } from '#server/leases/save-lease.ts';
import { ownerOf, type StoredLease } from '#server/leases/stored-lease.ts';
import { now } from '#server/moment.ts';
import { done, type Outcome, type Refused, refuse } from '#server/outcome.ts';

export type Finalized = { transactionId: string; loanNumber: string; leaseNumber: string };

/** The merchant confirms a signed lease: value and items are right and shipping is under way (api-v3 6.3). Twice is once. */
export async function finalize(house: House, merchantId: string, transactionId: string): Promise<Outcome<Finalized>> {
  const found = await leaseByTransaction(house.db, merchantId, transactionId);
  if (found === null) return transactionNotFound(transactionId);
  const answer = { transactionId, loanNumber: found.leaseNumber, leaseNumber: found.leaseNumber };
  if (found.finalizedAt !== null && found.lease.state !== 'cancelled') return done(answer);
  const refused = endedEarly(found) ?? notSigned(found);
  if (refused !== null) return refused;

  const { lease, columns, told } = finalized(house, found);
  return done(answer, ...saveLease(found, lease, columns), told);
}

/** What a signed lease is once it is finalized, and how the world hears of it. */
export function finalized(house: House, found: StoredLease) {
  return {
    lease: { ...found.lease, state: leaseAfter(found.lease.state, 'finalize')! },
    columns: { finalizedAt: now(house) },
    told: announce(house, {
      type: 'lease.finalized',
      ...ownerOf(found),
      payload: { transactionId: found.transactionId, leaseNumber: found.leaseNumber },
    }),
  };
}

export function transactionNotFound(transactionId: string): Refused {
  return refuse(
    'TransactionNotFound',
    `You have no transaction ${transactionId}. Check the id, and that it is this key's merchant.`,
  );
}

/** Cancelled, void or run out: nothing can be done with it any more. */
export function endedEarly({ lease, transactionId, endReason }: StoredLease): Refused | null {
  if (lease.state !== 'cancelled' && lease.state !== 'void') return null;
  return refuse('TransactionCanceled', `Transaction ${transactionId} was canceled (${endReason ?? 'canceled'}).`);
}

export function notSigned({ lease, transactionId }: StoredLease): Refused | null {
  if (lease.state !== 'offered') return null;
  return refuse(
    'LeaseNotSigned',
    `Transaction ${transactionId} is not signed yet. Send the customer back to checkout to sign.`,
  );
}
