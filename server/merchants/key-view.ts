import type { KeyView } from '#contract/v3/keys.ts';
import type { House } from '#server/house.ts';
import { now } from '#server/moment.ts';
import type { Key } from './merchant.ts';

/** A key as the operator sees it: member by member, so that no hash goes along. */
export function keyView(house: House, key: Key): KeyView {
  const isOver = key.expiresAt !== null && key.expiresAt <= now(house);
  return {
    keyId: key.keyId,
    kind: key.kind,
    name: key.name,
    lastFour: key.lastFour,
    scopes: [...key.scopes],
    state: key.revokedAt !== null ? 'revoked' : isOver ? 'expired' : 'active',
    createdAt: key.createdAt,
    lastUsedAt: key.lastUsedAt,
    expiresAt: key.expiresAt,
    revokedAt: key.revokedAt,
    replaces: key.replaces,
    replacedBy: key.replacedBy,
  };
}
