import type { House } from '#server/house.ts';
import { keyHash } from './key-hash.ts';
import type { Merchant } from './merchant.ts';
import { merchantById, merchantByKeyHash } from './merchant-store.ts';

/** The merchant whose pages use this public key; null for an unknown or revoked one. */
export async function findMerchantByPublicKey(house: House, authKey: string): Promise<Merchant | null> {
  return await merchantByKeyHash(house, keyHash(authKey), 'public');
}

/** The merchant with this id; null when there is none. */
export async function findMerchant(house: House, merchantId: string): Promise<Merchant | null> {
  return await merchantById(house, merchantId);
}
