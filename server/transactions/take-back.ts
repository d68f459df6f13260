import { depositTotal, installmentOf } from '#core/lease/lease.ts';
import type { ItemRequest, SkuUnits } from '#core/lease/pick-units.ts';
import { cancelUnshipped, returnToMerchant, type TakenBack } from '#core/lease/take-back.ts';
import type { Write } from '#server/db/write.ts';
import type { House } from '#server/house.ts';
import { newId } from '#server/ids.ts';
import type { StoredLease } from '#server/leases/stored-lease.ts';
import { addressed, tellCustomer } from '#server/leases/tell-customer.ts';
import { messagesIn } from '#server/messages/messages-in.ts';
import { dayInState } from '#server/moment.ts';
import { settlementOfLease } from '#server/settlements/settlement-of-lease.ts';
import { fundedByLine } from '#server/settlements/take-back.ts';
import { saveWithdrawal } from '#server/transactions/save-withdrawal.ts';

export type Answer = { readonly taken: SkuUnits[]; readonly failed: SkuUnits[]; readonly writes: Write[] };

/**
 * Units leave a signed lease, by cancellation or by going back to the store: core decides, the lease is priced again,
 * refunds are ordered, the store is owed less, all in one transaction.
 */
export async function takeGoodsBack(
  house: House,
  found: StoredLease,
  items: readonly ItemRequest[] | undefined,
  how: 'cancel' | 'return',
): Promise<Answer> {
  const on = dayInState(house, found.governingState);
  const subject = newId(house);
  const settlement = await settlementOfLease(house.db, found.merchantId, found.leaseId);
  const order = { items, on, subject, funded: fundedByLine(settlement) };
  const decision: TakenBack =
    how === 'cancel'
      ? cancelUnshipped(found.lease, order)
      : returnToMerchant(found.lease, { ...order, windowDays: house.settings.merchantReturnDays });
  const { taken, failed, change } = decision;
  if (change === null) return { taken, failed, writes: [] };
  const reason = how === 'cancel' ? 'canceled by the merchant' : 'returned to the merchant';
  const writes = saveWithdrawal(house, found, change, {
    ...{ subject, on, reason, settlement },
    units: taken.map(({ quantity }) => quantity),
  });
  return { taken, failed, writes: [...writes, ...letterAbout(house, found, decision)] };
}

/** What was asked for, where nothing of it can be done: as named, else as ordered. Without items, the whole order. */
export function askedUnits({ goods }: StoredLease, items: readonly ItemRequest[] | undefined): SkuUnits[] {
  const units = new Map<string, number>();
  for (const { sku, ordered } of goods) if (sku !== null) units.set(sku, (units.get(sku) ?? 0) + ordered);
  if (items === undefined || items.length === 0) return [...units].map(([sku, quantity]) => ({ sku, quantity }));
  return items.map(({ sku, quantity }) => ({ sku, quantity: quantity ?? units.get(sku) ?? 0 }));
}

function letterAbout(house: House, found: StoredLease, { change, taken }: TakenBack): Write[] {
  const refund = change!.refund === null ? 0 : depositTotal(change!.refund);
  const about = addressed(house, found);
  const { lease } = change!;
  if (lease.state === 'cancelled') {
    return tellCustomer(
      house,
      found,
      'lease_cancelled_refund',
      messagesIn(found.customer.locale).lease_cancelled_refund({ ...about, refund }),
    );
  }
  const next =
    lease.billedCount < lease.terms.count && lease.state !== 'returned'
      ? installmentOf(lease, lease.billedCount + 1)
      : null;
  const items = taken.map(({ sku, quantity }) => ({
    description: found.goods.find((one) => one.sku === sku)?.description ?? sku,
    quantity,
  }));
  const text = messagesIn(found.customer.locale).return_confirmed({
    ...about,
    items,
    refund,
    nextPayment: next === null ? null : next.rent + next.tax,
    nextDueOn: next?.dueOn ?? null,
  });
  return tellCustomer(house, found, 'return_confirmed', text);
}
