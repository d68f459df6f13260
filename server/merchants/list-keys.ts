import type { ListKeysAnswer } from '#contract/v3/keys.ts';
import type { House } from '#server/house.ts';
import { done, type Outcome } from '#server/outcome.ts';
import { noSuchMerchant } from './get-merchant.ts';
import { keysOf } from './key-store.ts';
import { keyView } from './key-view.ts';
import { merchantById } from './merchant-store.ts';

/** A merchant's keys, oldest first. Refuses with InvalidMerchantId. */
export async function listKeys(house: House, merchantId: string): Promise<Outcome<ListKeysAnswer>> {
  const [merchant, keys] = await Promise.all([merchantById(house, merchantId), keysOf(house, merchantId)]);
  if (merchant === null) return noSuchMerchant(merchantId);
  return done({ keys: keys.map((key) => keyView(house, key)) });
}
