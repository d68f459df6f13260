import { createHmac } from 'node:crypto';
import type { House } from '#server/house.ts';

/** How passcodes and session tokens lie at rest: a keyed hash. `purpose` keeps one kind from standing in for another. */
export function tokenHash(house: House, purpose: string, token: string): string {
  return createHmac('sha256', house.secrets.passcodeKey).update(`${purpose}|${token}`).digest('hex');
}
