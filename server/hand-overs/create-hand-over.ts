import type { CreateHandOverBody, HandOverView } from '#contract/v3/hand-overs.ts';
import type { House } from '#server/house.ts';
import { newId } from '#server/ids.ts';
import { kioskFor } from '#server/kiosks/kiosk-for.ts';
import { transactionStanding } from '#server/leases/transaction-standing.ts';
import { cartOf } from '#server/links/cart-of.ts';
import { isAskedAgain } from '#server/links/is-asked-again.ts';
import { linkAtCounter } from '#server/links/link-at-counter.ts';
import { now } from '#server/moment.ts';
import { done, type Outcome, refuse } from '#server/outcome.ts';
import { blindIndex } from '#server/secrets/blind-index.ts';
import type { HandOver } from './hand-over.ts';
import { insertHandOver, latestHandOver } from './hand-over-store.ts';
import { sendLink } from './send-link.ts';
import { viewOf } from './view.ts';

/**
 * Hands a cart over to the customer at the counter: a link that works on the first device that opens it, as a code for
 * its camera and, where they ask for it, as a message; or on a tablet of the store. The same request again is the same hand-over, and no second
 * message; another one for the same order ends it. Refuses with InvalidTransactionId for a signed order, ValidationError,
 * TooManyRequests.
 */
export async function createHandOver(
  house: House,
  { merchantId, name }: { merchantId: string; name: string },
  body: CreateHandOverBody,
): Promise<Outcome<HandOverView>> {
  const { transactionId, associateId, counterIpAddress = null } = body;
  const cart = cartOf(body);
  if ('refused' in cart) return cart;
  const where = await kioskFor(house, merchantId, body);
  if ('refused' in where) return where;
  if ((await transactionStanding(house, { merchantId, transactionId })) === 'taken') {
    return refuse('InvalidTransactionId', `The transaction id ${transactionId} has been used. Choose another one.`);
  }
  const request = JSON.stringify(body);
  const earlier = await latestHandOver(house, { merchantId, transactionId });
  if (earlier !== null && isSame(house, earlier, request)) return done(await viewOf(house, earlier));
  const requestIndex = blindIndex(house, 'request', request);
  const counter = { associateId, ipAddress: counterIpAddress, ...where };
  const { link, writes } = linkAtCounter(house, { merchantId, cart, counter, requestIndex });
  const sent = await sendLink(house, link, { ...body, merchantName: name });
  if ('refused' in sent) return sent;
  const handOver: HandOver = {
    handOverId: newId(house),
    merchantId,
    transactionId,
    nth: (earlier?.nth ?? 0) + 1,
    link,
    cancelledAt: null,
  };
  return done(await viewOf(house, handOver), ...writes, insertHandOver(handOver), ...sent.writes);
}

function isSame(house: House, { link, cancelledAt }: HandOver, request: string): boolean {
  return cancelledAt === null && link.expiresAt > now(house) && isAskedAgain(house, link, request);
}
