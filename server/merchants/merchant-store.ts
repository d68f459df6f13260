import { type Scope, scopes } from '#contract/v3/keys.ts';
import type { Cents } from '#core/money/money.ts';
import { commit } from '#server/db/commit.ts';
import { insert, type Write, write } from '#server/db/write.ts';
import type { House } from '#server/house.ts';
import type { Instant } from '#server/moment.ts';
import type { KeyHolder, Merchant } from './merchant.ts';

export type NewMerchant = {
  merchantId: string;
  name: string;
  vendorNumber: string;
  minimumOrderCents: Cents;
  trustedPartner: boolean;
  keys: readonly {
    keyId: string;
    kind: 'secret' | 'public';
    hash: string;
    lastFour: string;
    scopes: readonly Scope[];
  }[];
  origins: readonly string[];
  createdAt: Instant;
};

/** Total rent over cash price (domain 1.1), and how long a signed lease waits to be finalized (api-v3 C-6). */
const leaseFactorDefault = '2.00';
const finalizeWithinHoursDefault = 72;

export function insertMerchant(merchant: NewMerchant): Write[] {
  const { merchantId, createdAt } = merchant;
  return [
    insert('merchant', {
      merchant_id: merchantId,
      name: merchant.name,
      vendor_number: merchant.vendorNumber,
      minimum_order_cents: merchant.minimumOrderCents,
      lease_factor: leaseFactorDefault,
      discount_rate: '0',
      finalize_within_hours: finalizeWithinHoursDefault,
      trusted_partner: merchant.trustedPartner,
      created_at: createdAt,
    }),
    insert(
      'merchant_key',
      merchant.keys.map(({ keyId, kind, hash, lastFour, scopes }) => ({
        key_hash: hash,
        key_id: keyId,
        merchant_id: merchantId,
        kind,
        last_four: lastFour,
        scopes: scopes.join(' '),
        created_at: createdAt,
      })),
    ),
    ...merchant.origins.map((origin) =>
      insert('merchant_origin', { merchant_id: merchantId, origin, created_at: createdAt }),
    ),
  ];
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

/** Only forward: a slower node does not overwrite a later use. */
export async function saveUse(house: House, keyId: string, at: Instant): Promise<void> {
  await commit(house.db, [
    write`update merchant_key set last_used_at = ${at} where key_id = ${keyId} and coalesce(last_used_at < ${at}, true)`,
  ]);
}

export async function merchantById(house: House, merchantId: string): Promise<Merchant | null> {
  const row = await merchants(house).where('m.merchant_id', '=', merchantId).executeTakeFirst();
  return row === undefined ? null : { ...merchantOf(row), keyId: '' };
}

export async function originsOf(house: House, merchantId: string): Promise<string[]> {
  const rows = await house.db.read
    .selectFrom('merchant_origin')
    .select('origin')
    .where('merchant_id', '=', merchantId)
    .orderBy('origin')
    .execute();
  return rows.map((row) => row.origin);
}

function merchants(house: House) {
  return house.db.read
    .selectFrom('merchant as m')
    .select([
      'm.merchant_id',
      'm.name',
      'm.minimum_order_cents',
      'm.lease_factor',
      'm.discount_rate',
      'm.finalize_within_hours',
      'm.trusted_partner',
      'm.bare_lists',
      'm.shipment_needs_post',
      'm.denied_as',
      'm.auto_finalize',
    ]);
}

type MerchantRow = {
  merchant_id: string;
  name: string;
  minimum_order_cents: Cents;
  lease_factor: string;
  discount_rate: string;
  finalize_within_hours: number;
  trusted_partner: boolean;
  bare_lists: boolean;
  shipment_needs_post: boolean;
  denied_as: string;
  auto_finalize: boolean;
};

function merchantOf(row: MerchantRow) {
  return {
    merchantId: row.merchant_id,
    name: row.name,
    minimumOrderCents: row.minimum_order_cents,
    leaseFactor: row.lease_factor,
    discountRate: row.discount_rate,
    finalizeWithinHours: row.finalize_within_hours,
    trustedPartner: row.trusted_partner,
    compatibility: {
      bareLists: row.bare_lists,
      shipmentNeedsPost: row.shipment_needs_post,
      deniedAs: row.denied_as === 'failed' ? ('failed' as const) : ('denied' as const),
      autoFinalize: row.auto_finalize,
    },
  };
}

function scopesOf(words: string): Scope[] {
  return scopes.filter((scope) => words.split(' ').includes(scope));
}
