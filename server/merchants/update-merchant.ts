import type { MerchantView, UpdateMerchantBody } from '#contract/v3/operator.ts';
import { centsOf, lineCents } from '#core/money/decimal.ts';
import { dollars } from '#core/money/dollars.ts';
import type { House } from '#server/house.ts';
import { done, type Outcome, refuse } from '#server/outcome.ts';
import { recordSecurityEvent } from '#server/security/record-security-event.ts';
import { minimumOrderCents } from './create-merchant.ts';
import { feeStates, feesAllowed } from './fee-states.ts';
import { noSuchMerchant } from './get-merchant.ts';
import { accountById, saveAccount } from './merchant-store.ts';
import { merchantView } from './merchant-view.ts';

/**
 * Changes a store's account; what is left out stays. Leases keep what they were made with: the rate counts for goods that
 * are delivered from now on, the deadline for leases that are signed from now on, fee and fixed rent for those offered.
 * Refuses with InvalidMerchantId, ValidationError.
 */
export async function updateMerchant(
  house: House,
  merchantId: string,
  { name, minimumOrderValue, processingFee, fixedInitialRent, compatibility, ...rest }: UpdateMerchantBody,
): Promise<Outcome<MerchantView>> {
  const before = await accountById(house, merchantId);
  if (before === null) return noSuchMerchant(merchantId);
  const minimum = minimumOrderValue === undefined ? before.minimumOrderCents : centsOf(minimumOrderValue);
  if (minimum === null || minimum < minimumOrderCents) {
    return invalid('minimumOrderValue', 'The minimum order value is 49.95 or more.');
  }
  const fee = processingFee === undefined ? before.processingFeeCents : lineCents(processingFee, 1);
  if (processingFee !== undefined && fee > 0 && feeStates(house, fee).length === 0) {
    return invalid('processingFee', `No state allows a processing fee of ${dollars(fee)}: ${feesAllowed(house)}.`);
  }
  if (name?.trim() === '') return invalid('name', 'The merchant needs a name.');
  const after = {
    ...before,
    ...given(rest),
    name: name?.trim() ?? before.name,
    minimumOrderCents: minimum,
    processingFeeCents: fee,
    fixedInitialRentCents:
      fixedInitialRent === undefined ? before.fixedInitialRentCents : lineCents(fixedInitialRent, 1),
    compatibility: { ...before.compatibility, ...given(compatibility ?? {}) },
  };
  const view = merchantView(house, after);
  const changed = changes(merchantView(house, before), view);
  if (changed.length === 0) return done(view);
  return done(
    view,
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
