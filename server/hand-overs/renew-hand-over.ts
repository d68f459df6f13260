import type { HandOverView, RenewHandOverBody } from '#contract/v3/hand-overs.ts';
import type { House } from '#server/house.ts';
import { kioskFor } from '#server/kiosks/kiosk-for.ts';
import { linkAtCounter } from '#server/links/link-at-counter.ts';
import { done, type Outcome, refuse } from '#server/outcome.ts';
import { noSuchHandOver } from './get-hand-over.ts';
import { handOverById, latestHandOver, moveHandOver } from './hand-over-store.ts';
import { sendLink } from './send-link.ts';
import { viewOf } from './view.ts';

/**
 * Another link for the same cart; the one before it ends, and makes no agreement any more on the device that opened it.
 * Refuses with NotFound, TransactionCanceled, InvalidTransactionId once it is signed, ValidationError, TooManyRequests.
 */
export async function renewHandOver(
  house: House,
  { merchantId, name }: { merchantId: string; name: string },
  { handOverId, ...to }: RenewHandOverBody & { handOverId: string },
): Promise<Outcome<HandOverView>> {
  const found = await handOverById(house, merchantId, handOverId);
  if (found === null) return noSuchHandOver();
  const { status } = await viewOf(house, found);
  if (status === 'cancelled') return refuse('TransactionCanceled', 'This hand-over was cancelled. Start another one.');
  if (status === 'signed') return refuse('InvalidTransactionId', 'This order is signed already.');
  const where = await kioskFor(house, merchantId, to);
  if ('refused' in where) return where;
  const { cart, requestIndex } = found.link;
  const counter = { ...found.link.counter, ...where };
  const { link, writes } = linkAtCounter(house, { merchantId, cart, counter, requestIndex });
  const sent = await sendLink(house, link, { ...to, merchantName: name });
  if ('refused' in sent) return sent;
  const { nth } = (await latestHandOver(house, found)) ?? found;
  const renewed = { ...found, nth: nth + 1, link };
  return done(await viewOf(house, renewed), ...writes, moveHandOver(found, renewed), ...sent.writes);
}
