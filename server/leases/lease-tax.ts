import type { Day } from '#core/calendar/day.ts';
import { type Rate, rate } from '#core/money/money.ts';
import { type TaxRates, type TaxTreatment, taxRates, taxTreatment } from '#core/pricing/lease-tax.ts';
import type { StateRules } from '#core/states/rules.ts';
import type { House } from '#server/house.ts';
import { lawOfLease } from '#server/leases/law-of-lease.ts';
import type { StoredLease } from '#server/leases/stored-lease.ts';

type Place = { readonly state: string; readonly postalCode: string };

/** How a lease that is offered there today is taxed for its whole life, by the law and the operator's election. */
export function treatmentAt(house: House, rules: StateRules, state: string): TaxTreatment {
  return taxTreatment(rules.tax, house.settings.taxPaidOnPurchase.includes(state));
}

/** What a lease is taxed at where its goods are, that day; null where nobody knows the rate of the place. */
export async function taxRatesAt(
  house: House,
  { rules, treatment, place }: { readonly rules: StateRules; readonly treatment: TaxTreatment; readonly place: Place },
  on: Day,
): Promise<TaxRates | null> {
  // Where payments are not taxed nobody has to know a rate.
  const inForce = treatment === 'stream' ? await house.taxRates.rateAt(place, on) : '0';
  return inForce === null ? null : taxRates(rules.tax, treatment, rate(inForce));
}

/** What a lease in service is taxed at that day. A place whose rate nobody knows any more keeps the last one. */
export async function taxRatesOf(house: House, found: StoredLease, on: Day): Promise<TaxRates> {
  const { governingState: state, goodsPostalCode: postalCode, taxTreatment: treatment, lease } = found;
  const rules = lawOfLease(house, found);
  const known = await taxRatesAt(house, { rules, treatment, place: { state, postalCode } }, on);
  if (known !== null) return known;
  house.log.error({ state, on, leaseId: found.leaseId }, 'no tax rate is known for the place of a lease');
  return taxRates(rules.tax, treatment, lease.taxRate);
}

/** The rate of each of these days for the rent of a lease. */
export async function rentTaxOf(house: House, found: StoredLease, days: readonly Day[]): Promise<Map<Day, Rate>> {
  const rates = await Promise.all(days.map((day) => taxRatesOf(house, found, day)));
  return new Map(days.map((day, index) => [day, rates[index]!.rent]));
}
