import type { ItemRequest, SkuUnits } from '#core/lease/pick-units.ts';
import type { House } from '#server/house.ts';
import { leaseByTransaction } from '#server/leases/find-lease.ts';
import { done, type Outcome } from '#server/outcome.ts';
import { firstPaymentUnderWay } from '#server/payments/take-first-payment.ts';
import { transactionNotFound } from '#server/transactions/finalize.ts';
import { askedUnits, takeGoodsBack } from '#server/transactions/take-back.ts';

export type Returned = { returned: SkuUnits[]; failed: SkuUnits[] };

/**
 * Goods went back to the store (api-v3 6.5). Inside the merchant's window the lease is priced as if they had never been in
 * it; units that were not delivered yet are cancelled. Not signed, not in the order, back already or too late: `failed`.
 */
export async function returnItems(
  house: House,
  merchantId: string,
  transactionId: string,
  items: readonly ItemRequest[] | undefined,
): Promise<Outcome<Returned>> {
  const found = await leaseByTransaction(house.db, merchantId, transactionId);
  if (found === null) return transactionNotFound(transactionId);
  if (found.signedAt === null) return done({ returned: [], failed: askedUnits(found, items) });
  const underWay = firstPaymentUnderWay(found);
  if (underWay !== null) return underWay;
  const { taken, failed, writes } = await takeGoodsBack(house, found, items, 'return');
  return done({ returned: taken, failed }, ...writes);
}
