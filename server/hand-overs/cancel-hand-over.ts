import type { HandOverView } from '#contract/v3/hand-overs.ts';
import type { House } from '#server/house.ts';
import { leaseByTransaction } from '#server/leases/find-lease.ts';
import { voidOffer } from '#server/leases/void-offer.ts';
import { endLinksTo } from '#server/links/link-at-counter.ts';
import { now } from '#server/moment.ts';
import { done, type Outcome, refuse } from '#server/outcome.ts';
import { noSuchHandOver } from './get-hand-over.ts';
import { endHandOver, handOverById } from './hand-over-store.ts';
import { tellCounter } from './tell-counter.ts';
import { viewOf } from './view.ts';

/**
 * Takes a hand-over back: its link ends, and an agreement that nobody signed is void. Twice is the same as once. Refuses
 * with NotFound, InvalidTransactionId once it is signed, ServiceUnavailable while the first payment is under way.
 */
export async function cancelHandOver(
  house: House,
  { merchantId }: { merchantId: string },
  handOverId: string,
): Promise<Outcome<HandOverView>> {
  const found = await handOverById(house, merchantId, handOverId);
  if (found === null) return noSuchHandOver();
  if (found.cancelledAt !== null) return done(await viewOf(house, found));
  const lease = await leaseByTransaction(house.db, merchantId, found.transactionId);
  if (lease !== null && lease.signedAt !== null) {
    return refuse('InvalidTransactionId', 'This order is signed. Cancel its transaction instead.');
  }
  if (lease?.attempts.some(({ state }) => state === 'scheduled')) {
    return refuse('ServiceUnavailable', 'The customer is signing right now. Try again in a moment.', {
      retryAfterSeconds: 5,
    });
  }
  const at = now(house);
  const voided = lease?.lease.state === 'offered' ? await voidOffer(house, lease, 'canceled by the merchant') : [];
  const view = await viewOf(house, { ...found, cancelledAt: at });
  return done(
    view,
    ...endLinksTo(house, found),
    endHandOver(found, at),
    tellCounter(house, found.link, ['cancelled']),
    ...voided,
  );
}
