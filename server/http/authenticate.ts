import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingHttpHeaders } from 'node:http';
import type { Scope } from '#contract/v3/keys.ts';
import { commit } from '#server/db/commit.ts';
import type { House } from '#server/house.ts';
import { readCustomerToken } from '#server/http/customer-token.ts';
import { neededScope } from '#server/http/needed-scope.ts';
import type { CallingMerchant, Route } from '#server/http/route.ts';
import { findKeyHolder } from '#server/merchants/find-merchant.ts';
import { keyHash } from '#server/merchants/key-hash.ts';
import type { KeyHolder } from '#server/merchants/merchant.ts';
import { noteUse } from '#server/merchants/note-use.ts';
import { type Refused, refuse } from '#server/outcome.ts';
import { recordSecurityEvent } from '#server/security/record-security-event.ts';

/** Who calls. Both members are empty where nobody has to say who they are. */
export type Caller = { readonly merchant?: CallingMerchant; readonly customerId?: string };

/**
 * Makes the door's question "who are you, and may you?" (api-v3 1.3–1.5). A key is looked up by its hash and believed for
 * `keyBelievedMs`, which is how long a revoked key still works on this node.
 */
export function authenticator(house: House): (route: Asked, headers: IncomingHttpHeaders) => Promise<Caller | Refused> {
  const known = new Map<string, Known>();
  return async (route, headers) => {
    const { who } = route;
    if (who === 'anybody') return {};
    const key = apiKey(headers.authorization);
    if (key === null) return refuse('Unauthorized', 'No API key found in request');
    if (who === 'operator') return isOperator(house, key) ? {} : wrongKey();
    const holder = await holderOf(house, known, keyHash(key));
    if (holder === null) return wrongKey();
    const named = headers['x-consumer-custom-id'];
    if (named !== undefined && named !== `${channel}:${holder.vendorNumber}`) {
      return refuse('Forbidden', 'The header x-consumer-custom-id names another organisation than the API key.');
    }
    const scope = neededScope(route);
    if (!holder.scopes.includes(scope)) return lacks(scope);
    if (who === 'merchant') return { merchant: holder.merchant };
    return forCustomer(house, holder.merchant, headers['customer-token']);
  };
}

type Asked = Pick<Route, 'who' | 'scope' | 'methods'>;
type Known = { readonly holder: KeyHolder; readonly until: number };

const channel = 'flexpay';
const keyBelievedMs = 5_000;
const knownKeysMax = 1_000;

function apiKey(authorization: string | undefined): string | null {
  const key = authorization?.replace(/^bearer\s+/i, '').trim() ?? '';
  return key === '' ? null : key;
}

function wrongKey(): Refused {
  return refuse('Unauthorized', 'Invalid authentication credentials');
}

function lacks(scope: Scope): Refused {
  const message = `This API key lacks the scope ${scope}. Use a key that has it, or ask the operator for one.`;
  return refuse('Forbidden', message, { scope });
}

function isOperator(house: House, key: string): boolean {
  const digest = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(key), digest(house.secrets.operatorKey));
}

async function holderOf(house: House, known: Map<string, Known>, hash: string): Promise<KeyHolder | null> {
  const at = house.clock.now();
  const believed = known.get(hash);
  if (believed !== undefined && at < believed.until) return believed.holder;
  known.delete(hash);
  const holder = await findKeyHolder(house, hash);
  if (holder === null) return null;
  noteUse(house, holder);
  if (known.size >= knownKeysMax) known.delete(known.keys().next().value ?? '');
  const expires = holder.expiresAt === null ? Number.POSITIVE_INFINITY : Date.parse(holder.expiresAt);
  known.set(hash, { holder, until: Math.min(at + keyBelievedMs, expires) });
  return holder;
}

async function forCustomer(
  house: House,
  merchant: CallingMerchant,
  token: string | string[] | undefined,
): Promise<Caller | Refused> {
  if (typeof token !== 'string' || token.trim() === '') {
    return refuse(
      'CustomerTokenRequired',
      'This call acts for a customer: send their token in the header Customer-Token.',
    );
  }
  const claims = readCustomerToken(house, token);
  if (claims === null) {
    return refuse('InvalidCustomerToken', 'The customer token has expired or is not one of ours. Ask for a new one.');
  }
  if (claims.merchantId !== merchant.merchantId || claims.keyId !== merchant.keyId) {
    await recordForeignToken(house, merchant, claims.merchantId);
    return refuse('CustomerTokenMismatch', 'The customer token was made for another API key.');
  }
  return { merchant, customerId: claims.userId };
}

function recordForeignToken(house: House, merchant: CallingMerchant, madeFor: string): Promise<void> {
  const { merchantId, keyId } = merchant;
  const event = { merchantId, kind: 'customer_token_mismatch', detail: { keyId, madeFor } } as const;
  return commit(house.db, [recordSecurityEvent(house, event)]);
}
