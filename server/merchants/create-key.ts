import type { CreateKeyBody, ToldKeyAnswer } from '#contract/v3/keys.ts';
import type { House } from '#server/house.ts';
import { type Instant, now } from '#server/moment.ts';
import { done, type Outcome, type Refused, refuse } from '#server/outcome.ts';
import { recordSecurityEvent } from '#server/security/record-security-event.ts';
import { noSuchMerchant } from './get-merchant.ts';
import { insertKeys, keysOf } from './key-store.ts';
import { keyView } from './key-view.ts';
import { merchantById } from './merchant-store.ts';
import { newKey } from './new-key.ts';

/** So many keys of a merchant may work at a time; to replace one is to rotate it. */
const keysMax = 20;

/**
 * Makes one more key of a merchant and tells it, once. Refuses with InvalidMerchantId, ValidationError.
 */
export async function createKey(
  house: House,
  merchantId: string,
  { name, kind = 'secret', scopes, expiresAt }: CreateKeyBody,
): Promise<Outcome<ToldKeyAnswer>> {
  const [merchant, keys] = await Promise.all([merchantById(house, merchantId), keysOf(house, merchantId)]);
  if (merchant === null) return noSuchMerchant(merchantId);
  if (scopes?.includes('partner') && !merchant.trustedPartner) {
    return invalid('scopes', 'This merchant is no trusted partner. Make it one before a key of it may be a partner’s.');
  }
  if (kind === 'public' && scopes !== undefined) {
    return invalid('scopes', 'A public key opens the modal and nothing else: leave its scopes out.');
  }
  const working = keys.filter((key) => keyView(house, key).state === 'active');
  if (working.length >= keysMax) {
    return invalid('name', `This merchant has ${keysMax} keys that work. Revoke one that is not used.`);
  }
  const past = expiredAlready(house, expiresAt);
  if (past !== null) return past;

  const wanted = { merchantId, kind, name: name.trim(), scopes: [...new Set(scopes ?? (['read', 'write'] as const))] };
  const { text, kept } = newKey(house, { ...wanted, expiresAt });
  return done(
    { ...keyView(house, { ...kept, lastUsedAt: null, revokedAt: null, replacedBy: null }), key: text },
    insertKeys([kept]),
    recordSecurityEvent(house, { merchantId, kind: 'key_created', detail: { keyId: kept.keyId, kind } }),
  );
}

export function expiredAlready(house: House, expiresAt: Instant | undefined): Refused | null {
  if (expiresAt === undefined || expiresAt > now(house)) return null;
  return invalid('expiresAt', 'A key expires in the future, or leave it out and it does not expire.');
}

const invalid = (path: string, message: string) => refuse('ValidationError', message, { fields: [{ path, message }] });
