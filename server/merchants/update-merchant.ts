import type { MerchantView, UpdateMerchantBody } from '#contract/v3/operator.ts';
import { centsOf } from '#core/money/decimal.ts';
import type { House } from '#server/house.ts';
import { done, type Outcome, refuse } from '#server/outcome.ts';
import { recordSecurityEvent } from '#server/security/record-security-event.ts';
import { minimumOrderCents } from './create-merchant.ts';
import { noSuchMerchant } from './get-merchant.ts';
import { accountById, saveAccount } from './merchant-store.ts';
import { merchantView } from './merchant-view.ts';

/**
 * Changes a store's account; what is left out stays. Leases keep what they were made with: the rate counts for goods that
 * are delivered from now on, the deadline for leases that are signed from now on.
 * Refuses with InvalidMerchantId, ValidationError.
 */
export async function updateMerchant(
  house: House,
  merchantId: string,
  { name, minimumOrderValue, compatibility, ...rest }: UpdateMerchantBody,
): Promise<Outcome<MerchantView>> {
  const before = await accountById(house, merchantId);
  if (before === null) return noSuchMerchant(merchantId);
  const minimum = minimumOrderValue === undefined ? before.minimumOrderCents : centsOf(minimumOrderValue);
  if (minimum === null || minimum < minimumOrderCents) {
    return invalid('minimumOrderValue', 'The minimum order value is 49.95 or more.');
  }
  if (name?.trim() === '') return invalid('name', 'The merchant needs a name.');
  const after = {
    ...before,
    ...given(rest),
    name: name?.trim() ?? before.name,
    minimumOrderCents: minimum,
    compatibility: { ...before.compatibility, ...given(compatibility ?? {}) },
  };
  const changed = changes(merchantView(before), merchantView(after));
  if (changed.length === 0) return done(merchantView(after));
  return done(
    merchantView(after),
    saveAccount(after),
    recordSecurityEvent(house, { merchantId, kind: 'merchant_changed', detail: { changed } }),
  );
}

/** The members that somebody said something about. */
function given<Members extends object>(
  members: Members,
): { [Name in keyof Members]?: Exclude<Members[Name], undefined> } {
  const said = Object.entries(members).filter(([, value]) => value !== undefined);
  return Object.fromEntries(said) as { [Name in keyof Members]?: Exclude<Members[Name], undefined> };
}

function changes(before: MerchantView, after: MerchantView): string[] {
  const names = Object.keys(after) as (keyof MerchantView)[];
  return names.filter((name) => JSON.stringify(before[name]) !== JSON.stringify(after[name]));
}

const invalid = (path: string, message: string) => refuse('ValidationError', message, { fields: [{ path, message }] });
