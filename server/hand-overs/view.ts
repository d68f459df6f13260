import type { ModalOrder } from '#contract/modal/order.ts';
import type { HandOverState, HandOverView } from '#contract/v3/hand-overs.ts';
import { wireNumber } from '#core/money/decimal.ts';
import { isUnderway } from '#server/checkout/is-underway.ts';
import type { House } from '#server/house.ts';
import { leaseByTransaction } from '#server/leases/find-lease.ts';
import { pricedLines } from '#server/leases/quote-lease.ts';
import { linkAddress } from '#server/links/link-address.ts';
import { qrPicture } from '#server/links/qr-code.ts';
import { now } from '#server/moment.ts';
import type { HandOver } from './hand-over.ts';

/** What the counter shows of a hand-over. */
export async function viewOf(house: House, handOver: HandOver): Promise<HandOverView> {
  const { link } = handOver;
  const status = await statusOf(house, handOver);
  const { associateId, kioskId } = link.counter;
  const address = status === 'waiting' && kioskId === null ? linkAddress(house, link.linkId) : null;
  return {
    id: handOver.handOverId,
    transactionId: handOver.transactionId,
    associateId,
    kioskId,
    status,
    total: totalOf(link.cart),
    expiresAt: link.expiresAt,
    redirectUri: address,
    qrCode: address === null ? null : qrPicture(address),
  };
}

/** The cart in dollars. */
export function totalOf(cart: ModalOrder): number {
  return wireNumber(pricedLines(cart).reduce((sum, { cash }) => sum + cash, 0));
}

/**
 * How far it is, in words that can't embarrass the shopper in front of a clerk. Declined, still thinking, and gone for
 * lunch read the same: `underway`, and `ended` once the time is over. So there is no word for approved either: where it
 * could be said, its absence would say declined.
 */
async function statusOf(house: House, { merchantId, transactionId, ...handOver }: HandOver): Promise<HandOverState> {
  const { link, cancelledAt } = handOver;
  const found = await leaseByTransaction(house.db, merchantId, transactionId);
  if (found !== null && found.signedAt !== null) {
    const isOver = found.lease.state === 'cancelled' || found.lease.state === 'void';
    return isOver ? 'ended' : 'signed';
  }
  if (cancelledAt !== null) return 'cancelled';
  if (link.expiresAt <= now(house)) return 'ended';
  if (link.claimedBy === null) return 'waiting';
  return (await isUnderway(house, link.claimedBy)) ? 'underway' : 'opened';
}
