import { depositTotal } from '#core/lease/lease.ts';
import { cancelUnshipped } from '#core/lease/take-back.ts';
import { carryOut } from '#server/carry-out.ts';
import { announce } from '#server/events/announce.ts';
import type { House } from '#server/house.ts';
import { newId } from '#server/ids.ts';
import { leaseById, leasesDue } from '#server/leases/find-lease.ts';
import { saveChange } from '#server/leases/save-change.ts';
import { ownerOf } from '#server/leases/stored-lease.ts';
import { addressed, tellCustomer } from '#server/leases/tell-customer.ts';
import { voidOffer } from '#server/leases/void-offer.ts';
import { messagesIn } from '#server/messages/messages-in.ts';
import { dayInState, now } from '#server/moment.ts';
import { done, type Outcome } from '#server/outcome.ts';

const batchMax = 500;

/** What the record says of a signed lease that its merchant never finalized; the id may then be used again (rulings 12). */
export const notFinalizedInTime = 'not finalized in time';

/**
 * Voids what nobody carried on with: a signed lease that was not finalized by its deadline gives its payment and its
 * limit back; an offer that was not signed in time is void (api-v3 C-6, O-10).
 */
export async function expireLeases(house: House): Promise<number> {
  let ended = 0;
  for (const { customerId, leaseId } of await leasesDue(house.db, 'unfinalized', now(house), batchMax)) {
    const result = await carryOut(house, () => voidUnfinalized(house, customerId, leaseId));
    if ('answer' in result && result.answer) ended += 1;
  }
  for (const { customerId, leaseId } of await leasesDue(house.db, 'unsigned', now(house), batchMax)) {
    const result = await carryOut(house, () => voidUnsigned(house, customerId, leaseId));
    if ('answer' in result && result.answer) ended += 1;
  }
  return ended;
}

async function voidUnfinalized(house: House, customerId: string, leaseId: string): Promise<Outcome<boolean>> {
  const found = await leaseById(house.db, customerId, leaseId);
  if (found === null || found.lease.state !== 'signed' || found.finalizeBy === null || found.finalizeBy > now(house))
    return done(false);
  // A shipment may be on its way to be confirmed: its payment is resolved first.
  if (found.attempts.some(({ state }) => state === 'scheduled')) return done(false);
  const on = dayInState(house, found.governingState);
  const subject = newId(house);
  const { change } = cancelUnshipped(found.lease, { items: undefined, on, subject, funded: new Map() });
  if (change === null) return done(false);
  const refund = change.refund === null ? 0 : depositTotal(change.refund);
  const text = messagesIn(found.customer.locale).lease_expired_refund({ ...addressed(house, found), refund });
  return done(
    true,
    ...saveChange(
      house,
      found,
      change,
      { subject, on, reason: notFinalizedInTime },
      { endedAt: now(house), endReason: notFinalizedInTime },
    ),
    announce(house, {
      type: 'lease.voided',
      ...ownerOf(found),
      payload: { transactionId: found.transactionId, reason: notFinalizedInTime },
    }),
    ...tellCustomer(house, found, 'lease_expired_refund', text),
  );
}

async function voidUnsigned(house: House, customerId: string, leaseId: string): Promise<Outcome<boolean>> {
  const found = await leaseById(house.db, customerId, leaseId);
  if (found === null || found.lease.state !== 'offered' || found.expiresAt > now(house)) return done(false);
  // A charge may be under way for it: that is resolved first, one way or the other.
  if (found.attempts.some(({ state }) => state === 'scheduled')) return done(false);
  return done(true, ...(await voidOffer(house, found, 'not signed in time', 'expired')));
}
