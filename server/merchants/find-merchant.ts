import type { House } from '#server/house.ts';
import { now } from '#server/moment.ts';
import { keyHash } from './key-hash.ts';
import { holderByKeyHash } from './key-store.ts';
import type { KeyHolder, Merchant } from './merchant.ts';
import { merchantById } from './merchant-store.ts';
import { noteUse } from './note-use.ts';

/** The merchant whose pages use this public key; null for an unknown, revoked or expired one. */
export async function findMerchantByPublicKey(house: House, authKey: string): Promise<Merchant | null> {
  const holder = await holderByKeyHash(house, { hash: keyHash(authKey), kind: 'public', at: now(house) });
  if (holder !== null) noteUse(house, holder);
  return holder?.merchant ?? null;
}

/** Whom the secret key with this hash belongs to; null for an unknown, revoked or expired one. */
export async function findKeyHolder(house: House, hash: string): Promise<KeyHolder | null> {
  return await holderByKeyHash(house, { hash, kind: 'secret', at: now(house) });
}

/** The merchant with this id; null when there is none. */
export async function findMerchant(house: House, merchantId: string): Promise<Merchant | null> {
  return await merchantById(house, merchantId);
}
