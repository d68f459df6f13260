import { isSameRate } from '#core/money/money.ts';
import type { CustomerFacts } from '#server/customers/customer-facts.ts';
import type { House } from '#server/house.ts';
import { taxRateOf, treatmentAt } from '#server/leases/lease-tax.ts';
import type { StoredLease } from '#server/leases/stored-lease.ts';
import { dayInState } from '#server/moment.ts';

/**
 * Whether an offer would still be made under the same law and at the same tax: it may be signed until one of them changes
 * (domain 4.8). A customer who has moved meanwhile is offered another lease.
 */
export async function isStillAsPriced(house: House, found: StoredLease, { address }: CustomerFacts): Promise<boolean> {
  const { governingState, rulesVersion, lease } = found;
  if (address === null || address.state !== governingState || address.postalCode !== found.goodsPostalCode)
    return false;
  const today = dayInState(house, governingState);
  const law = house.rules.rulesFor(governingState, today);
  if ('notOffered' in law || law.version !== rulesVersion) return false;
  if (treatmentAt(house, law.rules, governingState) !== found.taxTreatment) return false;
  return isSameRate(lease.taxRate, await taxRateOf(house, found, today));
}
