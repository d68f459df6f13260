import { type Scope, scopes } from '#contract/v3/keys.ts';
import { centsOf } from '#core/money/decimal.ts';
import type { House } from '#server/house.ts';
import { newId } from '#server/ids.ts';
import { now } from '#server/moment.ts';
import { done, type Outcome, refuse } from '#server/outcome.ts';
import { insertKeys } from './key-store.ts';
import { insertMerchant, insertOrigins } from './merchant-store.ts';
import { newKey } from './new-key.ts';
import { originOf } from './origin.ts';

export type CreateMerchant = {
  name: string;
  /** Decimal text in dollars; the platform's 49.95 unless the merchant wants more. */
  minimumOrderValue?: string | undefined;
  /** The pages that may open the modal; in production none may until one is named (rulings 14). */
  origins?: readonly string[] | undefined;
};

export type CreatedMerchant = { merchantId: string; name: string; apiKey: string; authKey: string };

/** The least that an order may be worth, inclusive (api-v3 5.1). */
export const minimumOrderCents = 49_95;

/**
 * Opens a merchant's account with its two keys: the secret API key of its server and the public one of its pages.
 * They are told once, here; only their hashes are kept.
 */
export async function createMerchant(house: House, wanted: CreateMerchant): Promise<Outcome<CreatedMerchant>> {
  const name = wanted.name.trim();
  if (name === '') return invalid('name', 'The merchant needs a name.');
  const minimum = wanted.minimumOrderValue === undefined ? minimumOrderCents : centsOf(wanted.minimumOrderValue);
  if (minimum === null || minimum < minimumOrderCents) {
    return invalid('minimumOrderValue', 'The minimum order value is 49.95 or more.');
  }
  const origins = (wanted.origins ?? []).map((text) => originOf(text));
  if (origins.includes(null)) return invalid('origins', 'An origin looks like https://shop.example, without a path.');

  const merchantId = newId(house);
  // A sandbox merchant may skip the passcode; in production the operator grants that after a contract (api-v3 3.6).
  const trustedPartner = house.settings.mode === 'sandbox';
  const may: readonly Scope[] = trustedPartner ? scopes : ['read', 'write'];
  const secret = newKey(house, { merchantId, kind: 'secret', name: 'First API key', scopes: may });
  const open = newKey(house, { merchantId, kind: 'public', name: 'First auth key', scopes: [] });
  const createdAt = now(house);
  return done(
    { merchantId, name, apiKey: secret.text, authKey: open.text },
    insertMerchant({
      merchantId,
      name,
      vendorNumber: vendorNumber(house),
      minimumOrderCents: minimum,
      trustedPartner,
      createdAt,
    }),
    insertKeys([secret.kept, open.kept]),
    ...insertOrigins(merchantId, [...new Set(origins as string[])], createdAt),
  );
}

const invalid = (path: string, message: string) => refuse('ValidationError', message, { fields: [{ path, message }] });

/** Eight random digits; a collision is decided again. */
function vendorNumber(house: House): string {
  const number = Buffer.from(house.chance.bytes(8)).readBigUInt64BE() % 100_000_000n;
  return number.toString().padStart(8, '0');
}
