import type { SignatureEventKind } from '#core/evidence/chain.ts';
import { leaseAfter } from '#core/lease/lifecycle.ts';
import type { Write } from '#server/db/write.ts';
import { announce } from '#server/events/announce.ts';
import { moreEvents } from '#server/evidence/signature-events.ts';
import type { House } from '#server/house.ts';
import { saveLease } from '#server/leases/save-lease.ts';
import { ownerOf, type StoredLease } from '#server/leases/stored-lease.ts';
import { now } from '#server/moment.ts';

/** An offer that nobody signed is void as a whole: its paper was for the whole cart (domain 6.3). */
export async function voidOffer(
  house: House,
  found: StoredLease,
  reason: string,
  kind: Extract<SignatureEventKind, 'voided' | 'expired'> = 'voided',
): Promise<Write[]> {
  const lease = { ...found.lease, state: leaseAfter(found.lease.state, 'void')! };
  return [
    ...(await moreEvents(house.db, found, [{ kind, at: now(house), facts: { reason } }])),
    ...saveLease(found, lease, { endedAt: now(house), endReason: reason }),
    announce(house, {
      type: 'lease.voided',
      ...ownerOf(found),
      payload: { transactionId: found.transactionId, reason },
    }),
  ];
}
