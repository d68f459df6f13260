import type { Scope } from '#contract/v3/keys.ts';
import type { House } from '#server/house.ts';
import { newId, secretText } from '#server/ids.ts';
import { type Instant, now } from '#server/moment.ts';
import { keyHash } from './key-hash.ts';
import type { NewKey } from './key-store.ts';

/** Makes a key: its text, which is told once, and what is kept of it. A public key has no scopes. */
export function newKey(
  house: House,
  wanted: {
    merchantId: string;
    kind: 'secret' | 'public';
    name: string;
    scopes: readonly Scope[];
    expiresAt?: Instant | null | undefined;
    replaces?: string;
  },
): { text: string; kept: NewKey } {
  const { kind, scopes, expiresAt = null, replaces = null, ...named } = wanted;
  const [start, bytes] = kind === 'secret' ? ['sk', 24] : ['pk', 18];
  const text = `${start}_${house.settings.mode}_${secretText(house, bytes as number)}`;
  const kept = {
    ...named,
    keyId: newId(house),
    kind,
    hash: keyHash(text),
    lastFour: text.slice(-4),
    scopes: kind === 'public' ? [] : scopes,
    createdAt: now(house),
    expiresAt,
    replaces,
  };
  return { text, kept };
}
