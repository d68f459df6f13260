import type { KeyView } from '#contract/v3/keys.ts';
import type { House } from '#server/house.ts';
import { now } from '#server/moment.ts';
import { done, type Outcome } from '#server/outcome.ts';
import { recordSecurityEvent } from '#server/security/record-security-event.ts';
import { findKey } from './find-key.ts';
import { revoke } from './key-store.ts';
import { keyView } from './key-view.ts';

/** Ends a key now, for good; twice is once. Refuses with InvalidMerchantId, KeyNotFound. */
export async function revokeKey(house: House, of: { merchantId: string; keyId: string }): Promise<Outcome<KeyView>> {
  const found = await findKey(house, of);
  if ('refused' in found) return found;
  const { key } = found;
  if (key.revokedAt !== null) return done(keyView(house, key));
  const revokedAt = now(house);
  return done(
    keyView(house, { ...key, revokedAt }),
    revoke(key, revokedAt),
    recordSecurityEvent(house, { merchantId: of.merchantId, kind: 'key_revoked', detail: { keyId: key.keyId } }),
  );
}
