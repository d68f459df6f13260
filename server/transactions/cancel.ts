import type { ItemRequest, SkuUnits } from '#core/lease/pick-units.ts';
import type { House } from '#server/house.ts';
import { leaseByTransaction } from '#server/leases/find-lease.ts';
import { voidOffer } from '#server/leases/void-offer.ts';
import { done, type Outcome, refuse } from '#server/outcome.ts';
import { firstPaymentUnderWay } from '#server/payments/take-first-payment.ts';
import { transactionNotFound } from '#server/transactions/finalize.ts';
import { askedUnits, takeGoodsBack } from '#server/transactions/take-back.ts';

export type Canceled = { canceled: SkuUnits[]; failed: SkuUnits[] };

/**
 * Takes units that were not shipped out of a lease (api-v3 6.4). Without items, everything. What can't be cancelled is
 * told under `failed`. The last unit closes the lease, releases the limit and refunds the first payment, fee included.
 */
export async function cancelItems(
  house: House,
  merchantId: string,
  transactionId: string,
  items: readonly ItemRequest[] | undefined,
): Promise<Outcome<Canceled>> {
  const found = await leaseByTransaction(house.db, merchantId, transactionId);
  if (found === null) return transactionNotFound(transactionId);
  const everything = items === undefined || items.length === 0;
  if (found.lease.state === 'offered') {
    if (found.attempts.some(({ state }) => state === 'scheduled')) {
      return refuse('ServiceUnavailable', 'The customer is signing right now. Try again in a moment.', {
        retryAfterSeconds: 5,
      });
    }
    // The paper of an unsigned offer is for the whole cart: it goes as a whole or not at all.
    const whole =
      everything || found.lease.lines.every((line) => line.sku === null || asked(items, line.sku) >= line.ordered);
    if (!whole) return done({ canceled: [], failed: askedUnits(found, items) });
    const canceled = askedUnits(found, undefined);
    return done({ canceled, failed: [] }, ...(await voidOffer(house, found, 'canceled by the merchant')));
  }
  const underWay = firstPaymentUnderWay(found);
  if (underWay !== null) return underWay;
  const { taken, failed, writes } = await takeGoodsBack(house, found, items, 'cancel');
  return done({ canceled: taken, failed }, ...writes);
}

function asked(items: readonly ItemRequest[], sku: string): number {
  return items
    .filter((one) => one.sku === sku)
    .reduce((sum, { quantity }) => sum + (quantity ?? Number.POSITIVE_INFINITY), 0);
}
