import type { PaymentOrder } from '#core/lease/place-money.ts';
import type { House } from '#server/house.ts';
import type { StoredLease } from '#server/leases/stored-lease.ts';
import { servicingDay } from '#server/moment.ts';

/** The order in which this lease's open installments are paid, by the law it was signed under. */
export function paymentOrderOf(house: House, { governingState, signedAt }: StoredLease): PaymentOrder {
  const law = house.rules.rulesFor(governingState, signedAt?.slice(0, 10) ?? servicingDay(house));
  return 'rules' in law ? law.rules.paymentOrder : 'oldest_first';
}
