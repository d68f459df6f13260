import type { Cents } from '#core/money/money.ts';
import { insert, type Write } from '#server/db/write.ts';
import type { House } from '#server/house.ts';
import type { Instant } from '#server/moment.ts';
import type { Merchant } from './merchant.ts';

export type NewMerchant = {
  merchantId: string;
  name: string;
  vendorNumber: string;
  minimumOrderCents: Cents;
  trustedPartner: boolean;
  keys: readonly { keyId: string; kind: 'secret' | 'public'; hash: string; lastFour: string }[];
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
      merchant.keys.map(({ keyId, kind, hash, lastFour }) => ({
        key_hash: hash,
        key_id: keyId,
        merchant_id: merchantId,
        kind,
        last_four: lastFour,
        created_at: createdAt,
      })),
    ),
    ...merchant.origins.map((origin) =>
      insert('merchant_origin', { merchant_id: merchantId, origin, created_at: createdAt }),
    ),
  ];
}

export async function merchantByKeyHash(
  house: House,
  hash: string,
  kind: 'secret' | 'public',
): Promise<Merchant | null> {
  const row = await merchants(house)
    .innerJoin('merchant_key as k', 'k.merchant_id', 'm.merchant_id')
    .select('k.key_id')
    .where('k.key_hash', '=', hash)
    .where('k.kind', '=', kind)
    .where('k.revoked_at', 'is', null)
    .executeTakeFirst();
  return row === undefined ? null : { ...merchantOf(row), keyId: row.key_id };
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
  };
}
