import { expecting, insert, type Write, write } from '#server/db/write.ts';
import type { House } from '#server/house.ts';
import { minutesAfter, now } from '#server/moment.ts';
import { done, type Outcome } from '#server/outcome.ts';
import { tokenHash } from '#server/secrets/token-hash.ts';

const keyMinutes = 15;

/** A one-time key with which a page has one card turned into a token (api-v3 3.10). Told once, kept as its hash. */
export async function issueTokeniserKey(house: House, merchantId: string): Promise<Outcome<{ childKey: string }>> {
  const childKey = uuid(house.chance.bytes(16));
  const at = now(house);
  return done(
    { childKey },
    insert('tokeniser_key', {
      key_hash: hashOf(house, childKey),
      merchant_id: merchantId,
      expires_at: minutesAfter(at, keyMinutes),
      created_at: at,
    }),
  );
}

/** Uses it up; null when it is unknown, used or too old. Of two uses in one moment one succeeds. */
export async function useTokeniserKey(house: House, childKey: string): Promise<Write | null> {
  const hash = hashOf(house, childKey);
  const at = now(house);
  const key = await house.db.read
    .selectFrom('tokeniser_key')
    .select(['expires_at', 'used_at'])
    .where('key_hash', '=', hash)
    .executeTakeFirst();
  if (key === undefined || key.used_at !== null || key.expires_at <= at) return null;
  return expecting(
    1,
    'tokeniser key',
    write`update tokeniser_key set used_at = ${at} where key_hash = ${hash} and used_at is null`,
  );
}

/**
 * The public key that a page hands to a card form (api-v3 3.11, our guess): the same for a merchant for ever, and no
 * secret.
 */
export async function pkmsKey(house: House, merchantId: string): Promise<Outcome<{ pkmsKey: string }>> {
  return done({ pkmsKey: tokenHash(house, 'pkms key', merchantId).slice(0, 32) });
}

function hashOf(house: House, childKey: string): string {
  return tokenHash(house, 'tokeniser key', childKey);
}

/** 122 random bits in the form that clients expect. */
function uuid(bytes: Uint8Array): string {
  const raw = Buffer.from(bytes);
  raw[6] = (raw[6]! & 0x0f) | 0x40;
  raw[8] = (raw[8]! & 0x3f) | 0x80;
  return raw.toString('hex').replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5');
}
