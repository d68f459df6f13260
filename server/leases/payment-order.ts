import type { PaymentOrder } from '#core/lease/place-money.ts';
import type { House } from '#server/house.ts';
import { lawOfLease } from '#server/leases/law-of-lease.ts';
import type { StoredLease } from '#server/leases/stored-lease.ts';

/** The order in which this lease's open installments are paid, by the law it was signed under. */
export function paymentOrderOf(house: House, lease: StoredLease): PaymentOrder {
  return lawOfLease(house, lease).paymentOrder;
}
