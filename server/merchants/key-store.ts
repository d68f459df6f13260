import { type Scope, scopes } from '#contract/v3/keys.ts';
import { commit } from '#server/db/commit.ts';
import { expecting, insert, type Write, write } from '#server/db/write.ts';
import type { House } from '#server/house.ts';
import type { Instant } from '#server/moment.ts';
import type { Key, KeyHolder } from './merchant.ts';
import { merchantOf, merchants } from './merchant-store.ts';

export type NewKey = Pick<Key, 'keyId' | 'kind' | 'name' | 'lastFour' | 'scopes' | 'expiresAt' | 'replaces'> & {
  readonly merchantId: string;
  readonly hash: string;
  readonly createdAt: Instant;
};

export function insertKeys(keys: readonly NewKey[]): Write {
  return insert(
    'merchant_key',
    keys.map((key) => ({
      key_hash: key.hash,
      key_id: key.keyId,
      merchant_id: key.merchantId,
      kind: key.kind,
      name: key.name,
      last_four: key.lastFour,
      scopes: key.scopes.join(' '),
      created_at: key.createdAt,
      expires_at: key.expiresAt,
      replaces: key.replaces,
    })),
  );
}

/** Whom a key belongs to, while it is neither revoked nor expired. */
export async function holderByKeyHash(
  house: House,
  key: { hash: string; kind: 'secret' | 'public'; at: Instant },
): Promise<KeyHolder | null> {
  const row = await merchants(house)
    .innerJoin('merchant_key as k', 'k.merchant_id', 'm.merchant_id')
    .select(['k.key_id', 'k.scopes', 'k.expires_at', 'k.last_used_at', 'm.vendor_number'])
    .where('k.key_hash', '=', key.hash)
    .where('k.kind', '=', key.kind)
    .where('k.revoked_at', 'is', null)
    .where((is) => is.or([is('k.expires_at', 'is', null), is('k.expires_at', '>', key.at)]))
    .executeTakeFirst();
  if (row === undefined) return null;
  return {
    merchant: { ...merchantOf(row), keyId: row.key_id },
    vendorNumber: row.vendor_number,
    scopes: scopesOf(row.scopes).filter((scope) => scope !== 'partner' || row.trusted_partner),
    expiresAt: row.expires_at,
    lastUsedAt: row.last_used_at,
  };
}

/** A merchant's keys, oldest first and API keys before auth keys; those that work no more too. */
export async function keysOf(house: House, merchantId: string): Promise<Key[]> {
  const rows = await house.db.read
    .selectFrom('merchant_key as k')
    .leftJoin('merchant_key as next', 'next.replaces', 'k.key_id')
    .selectAll('k')
    .select('next.key_id as replaced_by')
    .where('k.merchant_id', '=', merchantId)
    .orderBy('k.created_at')
    .orderBy('k.kind', 'desc')
    .orderBy('k.key_id')
    .execute();
  return rows.map((row) => ({
    keyId: row.key_id,
    kind: row.kind === 'public' ? 'public' : 'secret',
    name: row.name,
    lastFour: row.last_four,
    scopes: scopesOf(row.scopes),
    createdAt: row.created_at,
    lastUsedAt: row.last_used_at,
    expiresAt: row.expires_at,
    revokedAt: row.revoked_at,
    replaces: row.replaces,
    replacedBy: row.replaced_by,
  }));
}

/** Ends a key's life at a time to come; it must not have been revoked meanwhile. */
export function endKey({ keyId }: Key, at: Instant): Write {
  return expecting(
    1,
    'merchant_key',
    write`update merchant_key set expires_at = ${at} where key_id = ${keyId} and revoked_at is null`,
  );
}

export function revoke({ keyId }: Key, at: Instant): Write {
  return expecting(
    1,
    'merchant_key',
    write`update merchant_key set revoked_at = ${at} where key_id = ${keyId} and revoked_at is null`,
  );
}

/** Only forward: a slower node does not overwrite a later use. */
export async function saveUse(house: House, keyId: string, at: Instant): Promise<void> {
  await commit(house.db, [
    write`update merchant_key set last_used_at = ${at} where key_id = ${keyId} and coalesce(last_used_at < ${at}, true)`,
  ]);
}

function scopesOf(words: string): Scope[] {
  return scopes.filter((scope) => words.split(' ').includes(scope));
}
