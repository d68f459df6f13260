import type { OriginsAnswer } from '#contract/v3/operator.ts';
import type { House } from '#server/house.ts';
import { done, type Outcome } from '#server/outcome.ts';
import { recordSecurityEvent } from '#server/security/record-security-event.ts';
import { noSuchMerchant } from './get-merchant.ts';
import { originsAnswer } from './list-origins.ts';
import { deleteOrigin, merchantById, originsOf } from './merchant-store.ts';
import { originOf } from './origin.ts';

/** Takes that back; one that is not registered is removed already. Refuses with InvalidMerchantId. */
export async function removeOrigin(house: House, merchantId: string, text: string): Promise<Outcome<OriginsAnswer>> {
  const [merchant, origins] = await Promise.all([merchantById(house, merchantId), originsOf(house, merchantId)]);
  if (merchant === null) return noSuchMerchant(merchantId);
  const origin = originOf(text) ?? text;
  if (!origins.includes(origin)) return done(originsAnswer(house, origins));
  return done(
    originsAnswer(
      house,
      origins.filter((one) => one !== origin),
    ),
    deleteOrigin(merchantId, origin),
    recordSecurityEvent(house, { merchantId, kind: 'origin_removed', detail: { origin } }),
  );
}
