import { overlapHoursDefault, type RotateKeyAnswer, type RotateKeyBody } from '#contract/v3/keys.ts';
import type { House } from '#server/house.ts';
import { hoursAfter, now } from '#server/moment.ts';
import { done, type Outcome, refuse } from '#server/outcome.ts';
import { recordSecurityEvent } from '#server/security/record-security-event.ts';
import { expiredAlready } from './create-key.ts';
import { findKey } from './find-key.ts';
import { endKey, insertKeys } from './key-store.ts';
import { keyView } from './key-view.ts';
import { newKey } from './new-key.ts';

/**
 * Makes the successor of a key, with the same name and scopes, and lets the old one work for a chosen time. A key has one
 * successor: the database keeps `replaces` unique, so that of many calls in one moment one makes it and the others are
 * told who it is. Refuses with InvalidMerchantId, KeyNotFound, KeyNotActive, ValidationError.
 */
export async function rotateKey(
  house: House,
  of: { merchantId: string; keyId: string },
  { overlapHours = overlapHoursDefault, expiresAt }: RotateKeyBody,
): Promise<Outcome<RotateKeyAnswer>> {
  const found = await findKey(house, of);
  if ('refused' in found) return found;
  const { key } = found;
  if (key.replacedBy !== null) {
    const message = `This key is replaced by ${key.replacedBy} already. Rotate that one.`;
    return refuse('KeyNotActive', message, { replacedBy: key.replacedBy });
  }
  const { state } = keyView(house, key);
  if (state !== 'active') return refuse('KeyNotActive', `This key is ${state}. Make a new one.`, { state });
  const past = expiredAlready(house, expiresAt);
  if (past !== null) return past;

  const { text, kept } = newKey(house, {
    merchantId: of.merchantId,
    kind: key.kind,
    name: key.name,
    scopes: key.scopes,
    expiresAt,
    replaces: key.keyId,
  });
  const overlapEnds = hoursAfter(now(house), overlapHours);
  const endsAt = key.expiresAt !== null && key.expiresAt < overlapEnds ? key.expiresAt : overlapEnds;
  const view = keyView(house, { ...kept, lastUsedAt: null, revokedAt: null, replacedBy: null });
  return done(
    { ...view, key: text, oldKeyWorksUntil: endsAt },
    endKey(key, endsAt),
    insertKeys([kept]),
    recordSecurityEvent(house, {
      merchantId: of.merchantId,
      kind: 'key_rotated',
      detail: { keyId: key.keyId, replacedBy: kept.keyId, worksUntil: endsAt },
    }),
  );
}
