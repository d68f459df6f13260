import type { Day } from '#core/calendar/day.ts';
import { type Rate, rate } from '#core/money/money.ts';
import { countedRate, type TaxRates, type TaxTreatment, taxRates, taxTreatment } from '#core/pricing/lease-tax.ts';
import type { StateRules } from '#core/states/rules.ts';
import type { House } from '#server/house.ts';
import type { StoredLease } from '#server/leases/stored-lease.ts';

type Place = { readonly state: string; readonly postalCode: string };

/** How a lease that is offered there today is taxed for its whole life, by the law and the operator's election. */
export function treatmentAt(house: House, rules: StateRules, state: string): TaxTreatment {
  return taxTreatment(rules.tax, house.settings.taxPaidOnPurchase.includes(state));
}

/** What a lease that is offered there is taxed at that day; null where nobody knows the rate of the place. */
export async function taxRatesAt(
  house: House,
  { rules, treatment, place }: { readonly rules: StateRules; readonly treatment: TaxTreatment; readonly place: Place },
  on: Day,
): Promise<TaxRates | null> {
  // Where payments are not taxed nobody has to know a rate.
  const inForce = treatment === 'stream' ? await house.taxRates.rateAt(place, on) : '0';
  return inForce === null ? null : taxRates(rules.tax, treatment, rate(inForce));
}

/**
 * The rate that counts that day on rent and early purchase of a lease in service, by the treatment it was signed with. A
 * place whose rate nobody knows any more keeps the last one.
 */
export async function taxRateOf(house: House, found: StoredLease, on: Day): Promise<Rate> {
  const { governingState: state, goodsPostalCode: postalCode, taxTreatment: treatment, lease, leaseId } = found;
  if (treatment !== 'stream') return countedRate(treatment, lease.taxRate);
  const inForce = await house.taxRates.rateAt({ state, postalCode }, on);
  if (inForce !== null) return countedRate(treatment, rate(inForce));
  house.log.error({ state, on, leaseId }, 'no tax rate is known for the place of a lease');
  return lease.taxRate;
}

/** The same on each of these days. */
export async function taxRatesOf(house: House, found: StoredLease, days: readonly Day[]): Promise<Map<Day, Rate>> {
  const rates = await Promise.all(days.map((day) => taxRateOf(house, found, day)));
  return new Map(days.map((day, index) => [day, rates[index]!]));
}
