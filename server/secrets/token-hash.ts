import { createHmac, timingSafeEqual } from 'node:crypto';
import type { House } from '#server/house.ts';

/** How passcodes and session tokens lie at rest: a keyed hash. `purpose` keeps one kind from standing in for another. */
export function tokenHash(house: House, purpose: string, token: string): string {
  return createHmac('sha256', house.secrets.passcodeKey).update(`${purpose}|${token}`).digest('hex');
}

/** Whether a token is the one that was hashed, in constant time. */
export function isToken(house: House, purpose: string, token: string, hash: string): boolean {
  return timingSafeEqual(Buffer.from(tokenHash(house, purpose, token), 'hex'), Buffer.from(hash, 'hex'));
}
