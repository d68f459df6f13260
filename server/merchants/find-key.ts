import type { House } from '#server/house.ts';
import { type Refused, refuse } from '#server/outcome.ts';
import { noSuchMerchant } from './get-merchant.ts';
import { keysOf } from './key-store.ts';
import type { Key, Merchant } from './merchant.ts';
import { merchantById } from './merchant-store.ts';

/** A merchant and a key of it; another merchant's key is not found. Refuses with InvalidMerchantId, KeyNotFound. */
export async function findKey(
  house: House,
  of: { merchantId: string; keyId: string },
): Promise<{ merchant: Merchant; key: Key } | Refused> {
  const [merchant, keys] = await Promise.all([merchantById(house, of.merchantId), keysOf(house, of.merchantId)]);
  if (merchant === null) return noSuchMerchant(of.merchantId);
  const key = keys.find(({ keyId }) => keyId === of.keyId);
  if (key === undefined) return refuse('KeyNotFound', `${merchant.name} has no key ${of.keyId}. List its keys.`);
  return { merchant, key };
}
