import type { OriginsAnswer } from '#contract/v3/operator.ts';
import type { House } from '#server/house.ts';
import { done, type Outcome } from '#server/outcome.ts';
import { noSuchMerchant } from './get-merchant.ts';
import { merchantById, originsOf } from './merchant-store.ts';

/** The pages that may open a merchant's modal. Refuses with InvalidMerchantId. */
export async function listOrigins(house: House, merchantId: string): Promise<Outcome<OriginsAnswer>> {
  const [merchant, origins] = await Promise.all([merchantById(house, merchantId), originsOf(house, merchantId)]);
  return merchant === null ? noSuchMerchant(merchantId) : done(originsAnswer(house, origins));
}

/** With none registered: any in the sandbox, none in production (rulings 14). */
export function originsAnswer(house: House, origins: readonly string[]): OriginsAnswer {
  return { origins: [...origins].sort(), any: origins.length === 0 && house.settings.mode === 'sandbox' };
}
