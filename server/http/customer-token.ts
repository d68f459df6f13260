import { timingSafeEqual } from 'node:crypto';
import type { House } from '#server/house.ts';
import { keyedHash } from '#server/secrets/keyed-hash.ts';

/** Whom a customer token speaks for, and through which merchant's key it was made (api-v3 1.4). */
export type CustomerClaims = { readonly userId: string; readonly merchantId: string; readonly keyId: string };

/** A token for `Customer-Token`: a JWT (HS256), valid for `settings.customerTokenMinutes` from now. */
export function signCustomerToken(house: House, { userId, merchantId, keyId }: CustomerClaims): string {
  const iat = Math.floor(house.clock.now() / 1000);
  const exp = iat + house.settings.customerTokenMinutes * 60;
  const payload = Buffer.from(JSON.stringify({ userId, merchantId, keyId, iat, exp })).toString('base64url');
  const signature = keyedHash(house.secrets.tokenSecret, `${header}.${payload}`);
  return `${header}.${payload}.${signature.toString('base64url')}`;
}

/** The claims of a token that we made and that is still valid; else null. A stray leading `\"` of the old samples is forgiven. */
export function readCustomerToken(house: House, given: string): CustomerClaims | null {
  const token = given.trim().replace(/^\\?"/, '').replace(/\\?"$/, '');
  const parts = token.length <= tokenMax ? token.split('.') : [];
  if (parts.length !== 3 || parts[0] !== header) return null;
  const expected = keyedHash(house.secrets.tokenSecret, `${parts[0]}.${parts[1]}`);
  const actual = Buffer.from(parts[2] ?? '', 'base64url');
  if (actual.length !== expected.length || !timingSafeEqual(actual, expected)) return null;
  const claims = JSON.parse(Buffer.from(parts[1] ?? '', 'base64url').toString()) as CustomerClaims & { exp: number };
  return claims.exp * 1000 > house.clock.now() ? claims : null;
}

// We sign with one algorithm and read no other, so the header is a constant and "alg":"none" is simply not ours.
const header = Buffer.from('{"alg":"HS256","typ":"JWT"}').toString('base64url');
const tokenMax = 2_000;
