import type { House } from '#server/house.ts';
import { keyedHash } from '#server/secrets/keyed-hash.ts';

/** How passcodes and session tokens lie at rest: a keyed hash. `purpose` keeps one kind from standing in for another. */
export function tokenHash(house: House, purpose: string, token: string): string {
  return keyedHash(house.secrets.passcodeKey, `${purpose}|${token}`).toString('hex');
}
