import type { House, NamedKey } from '#server/house.ts';
import { keyedHash } from '#server/secrets/keyed-hash.ts';

export type IndexDomain =
  | 'ssn'
  | 'bank'
  | 'phone'
  | 'email'
  | 'email_domain'
  | 'card'
  | 'address'
  | 'device'
  | 'network'
  | 'request'
  | 'recipient';

/**
 * The name under which a secret can be found again without being known: its key's name and a keyed hash, 128 bits, in
 * hex (domain 4.13). The value must be normalised first; the same value in another domain has another index. There are
 * only a billion social security numbers: without the key every plain hash of one could be undone.
 *
 * This is the name to write. To find something ask for `blindIndexes`.
 */
export function blindIndex(house: House, domain: IndexDomain, normalised: string): string {
  return nameUnder(house.secrets.indexKeys[0], domain, normalised);
}

/** Every name it may stand under, the newest first: while the key is changed, an older one too. */
export function blindIndexes(house: House, domain: IndexDomain, normalised: string): string[] {
  return house.secrets.indexKeys.map((key) => nameUnder(key, domain, normalised));
}

function nameUnder({ id, key }: NamedKey, domain: IndexDomain, normalised: string): string {
  return `${id}.${keyedHash(key, `${domain}|${normalised}`).subarray(0, 16).toString('hex')}`;
}
