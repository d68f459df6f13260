import type { House } from '#server/house.ts';
import { keyedHash } from '#server/secrets/keyed-hash.ts';

/**
 * The name under which a secret can be found again without being known: a keyed hash, 128 bits, in hex (domain 4.13).
 * The value must be normalised first; the same value in another domain has another index. There are only a billion
 * social security numbers: without the key every plain hash of one could be undone.
 */
export function blindIndex(
  house: House,
  domain: 'ssn' | 'bank' | 'phone' | 'email' | 'card' | 'address' | 'network',
  normalised: string,
): string {
  return keyedHash(house.secrets.indexKey, `${domain}|${normalised}`).subarray(0, 16).toString('hex');
}
