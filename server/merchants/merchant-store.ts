import type { Cents } from '#core/money/money.ts';
import { expecting, insert, type Write, write } from '#server/db/write.ts';
import type { House } from '#server/house.ts';
import type { Instant } from '#server/moment.ts';
import type { Account, Merchant } from './merchant.ts';

/** Total rent over cash price (domain 1.1), and how long a signed lease waits to be finalized (api-v3 C-6). */
const leaseFactorDefault = '2.00';
const finalizeWithinHoursDefault = 72;

export function insertMerchant(
  merchant: Pick<
    Account,
    'merchantId' | 'name' | 'vendorNumber' | 'minimumOrderCents' | 'trustedPartner' | 'createdAt'
  >,
): Write {
  return insert('merchant', {
    merchant_id: merchant.merchantId,
    name: merchant.name,
    vendor_number: merchant.vendorNumber,
    minimum_order_cents: merchant.minimumOrderCents,
    lease_factor: leaseFactorDefault,
    discount_rate: '0',
    finalize_within_hours: finalizeWithinHoursDefault,
    trusted_partner: merchant.trustedPartner,
    created_at: merchant.createdAt,
  });
}

/** Saves a changed account, if nobody changed it meanwhile. */
export function saveAccount(account: Account): Write {
  const { merchantId, version, compatibility } = account;
  return expecting(
    1,
    'merchant',
    write`update merchant set name = ${account.name}, minimum_order_cents = ${account.minimumOrderCents},
      processing_fee_cents = ${account.processingFeeCents}, fixed_initial_rent_cents = ${account.fixedInitialRentCents},
      discount_rate = ${account.discountRate}, finalize_within_hours = ${account.finalizeWithinHours},
      first_payment_at = ${account.firstPaymentAt},
      trusted_partner = ${account.trustedPartner}, bare_lists = ${compatibility.bareLists},
      shipment_needs_post = ${compatibility.shipmentNeedsPost}, denied_as = ${compatibility.deniedAs},
      auto_finalize = ${compatibility.autoFinalize}, version = version + 1
      where merchant_id = ${merchantId} and version = ${version}`,
  );
}

export async function merchantById(house: House, merchantId: string): Promise<Merchant | null> {
  const row = await merchants(house).where('m.merchant_id', '=', merchantId).executeTakeFirst();
  return row === undefined ? null : { ...merchantOf(row), keyId: '' };
}

export async function accountById(house: House, merchantId: string): Promise<Account | null> {
  const row = await accountRows(house).where('m.merchant_id', '=', merchantId).executeTakeFirst();
  return row === undefined ? null : accountOf(row);
}

/** A page of the accounts, newest first, and how many there are in all. */
export async function accounts(
  house: House,
  wanted: { name: string | null; offset: number; limit: number },
): Promise<{ found: Account[]; count: number }> {
  let rows = accountRows(house);
  let total = house.db.read.selectFrom('merchant as m').select((of) => of.fn.countAll<number>().as('count'));
  if (wanted.name !== null) {
    const like = `%${wanted.name.replace(/[\\%_]/g, '\\$&')}%`;
    rows = rows.where('m.name', 'ilike', like);
    total = total.where('m.name', 'ilike', like);
  }
  const [found, { count }] = await Promise.all([
    rows
      .orderBy('m.created_at', 'desc')
      .orderBy('m.merchant_id', 'desc')
      .offset(wanted.offset)
      .limit(wanted.limit)
      .execute(),
    total.executeTakeFirstOrThrow(),
  ]);
  return { found: found.map(accountOf), count };
}

export function insertOrigins(merchantId: string, origins: readonly string[], at: Instant): Write[] {
  return origins.map((origin) => insert('merchant_origin', { merchant_id: merchantId, origin, created_at: at }));
}

export function deleteOrigin(merchantId: string, origin: string): Write {
  return write`delete from merchant_origin where merchant_id = ${merchantId} and origin = ${origin}`;
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

/** The columns that a request needs; a look-up of a key adds its own. */
export function merchants(house: House) {
  return house.db.read
    .selectFrom('merchant as m')
    .select([
      'm.merchant_id',
      'm.name',
      'm.minimum_order_cents',
      'm.lease_factor',
      'm.processing_fee_cents',
      'm.fixed_initial_rent_cents',
      'm.discount_rate',
      'm.finalize_within_hours',
      'm.first_payment_at',
      'm.trusted_partner',
      'm.bare_lists',
      'm.shipment_needs_post',
      'm.denied_as',
      'm.auto_finalize',
    ]);
}

function accountRows(house: House) {
  return merchants(house).select(['m.vendor_number', 'm.created_at', 'm.version']);
}

type MerchantRow = {
  merchant_id: string;
  name: string;
  minimum_order_cents: Cents;
  lease_factor: string;
  processing_fee_cents: Cents;
  fixed_initial_rent_cents: Cents;
  discount_rate: string;
  finalize_within_hours: number;
  first_payment_at: string;
  trusted_partner: boolean;
  bare_lists: boolean;
  shipment_needs_post: boolean;
  denied_as: string;
  auto_finalize: boolean;
};

export function merchantOf(row: MerchantRow): Omit<Merchant, 'keyId'> {
  return {
    merchantId: row.merchant_id,
    name: row.name,
    minimumOrderCents: row.minimum_order_cents,
    leaseFactor: row.lease_factor,
    processingFeeCents: row.processing_fee_cents,
    fixedInitialRentCents: row.fixed_initial_rent_cents,
    discountRate: row.discount_rate,
    finalizeWithinHours: row.finalize_within_hours,
    firstPaymentAt: row.first_payment_at === 'shipment' ? 'shipment' : 'signing',
    trustedPartner: row.trusted_partner,
    compatibility: {
      bareLists: row.bare_lists,
      shipmentNeedsPost: row.shipment_needs_post,
      deniedAs: row.denied_as === 'failed' ? 'failed' : 'denied',
      autoFinalize: row.auto_finalize,
    },
  };
}

function accountOf(row: MerchantRow & { vendor_number: string; created_at: Instant; version: number }): Account {
  return {
    ...merchantOf(row),
    vendorNumber: row.vendor_number,
    createdAt: row.created_at,
    version: row.version,
  };
}
