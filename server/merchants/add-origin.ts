import { type OriginsAnswer, originsMax } from '#contract/v3/operator.ts';
import type { House } from '#server/house.ts';
import { now } from '#server/moment.ts';
import { done, type Outcome, refuse } from '#server/outcome.ts';
import { recordSecurityEvent } from '#server/security/record-security-event.ts';
import { noSuchMerchant } from './get-merchant.ts';
import { originsAnswer } from './list-origins.ts';
import { insertOrigins, merchantById, originsOf } from './merchant-store.ts';
import { originOf } from './origin.ts';

/** Lets a web address's pages open a merchant's modal; twice is once. Refuses with InvalidMerchantId, ValidationError. */
export async function addOrigin(house: House, merchantId: string, text: string): Promise<Outcome<OriginsAnswer>> {
  const [merchant, origins] = await Promise.all([merchantById(house, merchantId), originsOf(house, merchantId)]);
  if (merchant === null) return noSuchMerchant(merchantId);
  const origin = originOf(text);
  if (origin === null) return invalid('An origin looks like https://shop.example, without a path.');
  if (origins.includes(origin)) return done(originsAnswer(house, origins));
  if (origins.length >= originsMax) return invalid(`A merchant has at most ${originsMax} origins. Remove one.`);
  return done(
    originsAnswer(house, [...origins, origin]),
    ...insertOrigins(merchantId, [origin], now(house)),
    recordSecurityEvent(house, { merchantId, kind: 'origin_added', detail: { origin } }),
  );
}

const invalid = (message: string) => refuse('ValidationError', message, { fields: [{ path: 'origin', message }] });
