import { addDays } from '../calendar/day.ts';
import type { LeaseChange } from './change.ts';
import { type Lease, type LeaseLine, shareOf } from './lease.ts';
import { leaseCan } from './lifecycle.ts';
import { kept, receivable, returnable } from './line.ts';
import {
  type ItemRequest,
  type LineChange,
  pickForCancel,
  pickForReturn,
  type SkuUnits,
  type Taken,
} from './pick-units.ts';
import { type Leaving, type Withdrawal, withdraw } from './withdraw.ts';

/** A change, and what the merchant is told about each article. */
export type TakenBack = {
  readonly change: LeaseChange | null;
  readonly taken: SkuUnits[];
  readonly failed: SkuUnits[];
};

export type TakeBackOrder = Withdrawal & { readonly items: readonly ItemRequest[] | undefined };

/** Units that never left the store leave the lease (api-v3 6.4); the lease is priced again without them (domain 2.5). */
export function cancelUnshipped(lease: Lease, order: TakeBackOrder): TakenBack {
  return takeBack(lease, order, pickForCancel(order.items, lease.lines));
}

/**
 * Goods go back to the merchant, inside its return window, as if they had never been in the lease (domain 2.5).
 * Units that were not delivered yet are cancelled. Outside the window delivered units are `failed`: going back then is
 * surrender, which is between the customer and us.
 */
export function returnToMerchant(lease: Lease, order: TakeBackOrder & { windowDays: number }): TakenBack {
  const open = lease.startedOn === null || order.on <= addDays(lease.startedOn, order.windowDays);
  return takeBack(
    lease,
    order,
    open ? pickForReturn(order.items, lease.lines) : pickForCancel(order.items, lease.lines),
  );
}

function takeBack(lease: Lease, order: TakeBackOrder, first: Taken<LeaseLine>): TakenBack {
  // A lease that has ended holds nothing that could leave it: what the goods are now is not the merchant's to undo.
  if (!leaseCan('cancel', lease.state) && !leaseCan('return', lease.state)) {
    return { change: null, taken: [], failed: [...first.taken, ...first.failed] };
  }
  const picked = withoutWorthlessRest(lease, first);
  const { taken, failed } = picked;
  if (picked.changes.length === 0) return { change: null, taken, failed };

  return { taken, failed, change: withdraw(lease, picked.changes.map(leaving), order) };
}

/** Gifts and discount lines have no price of their own: once nothing with a price is left, they go too. */
function withoutWorthlessRest(lease: Lease, picked: Taken<LeaseLine>): Taken<LeaseLine> {
  if (picked.changes.length === 0) return picked;
  const after = lease.lines.map((line) => picked.changes.find(({ before }) => before === line)?.after ?? line);
  const goodsLeft = after.some((line) => line.kind === 'item' && line.cash > 0 && kept(line) > 0);
  const rest = after.some((line) => kept(line) > 0);
  if (goodsLeft || !rest) return picked;
  const all = pickForReturn(undefined, lease.lines);
  return { ...picked, changes: all.changes };
}

/** What units that leave a line take with them: cash price by where it was, and the cost and depreciation in our books. */
export function leaving({ before, after }: LineChange<LeaseLine>): Leaving {
  const returned = after.merchantReturned - before.merchantReturned;
  const cancelled = after.cancelled - before.cancelled;
  const open = before.cash - before.deliveredCash - before.cancelledCash;
  const cancelledCash = cancelled === 0 ? 0 : shareOf(open, cancelled, receivable(before));
  const inHand = returnable(before);
  const returnedCash = returned === 0 ? 0 : shareOf(before.deliveredCash - before.returnedCash, returned, inHand);
  const cost = returned === 0 ? 0 : shareOf(before.cost, returned, inHand);
  const depreciation = returned === 0 ? 0 : shareOf(before.depreciated, returned, inHand);
  return {
    returnedCash,
    cost,
    depreciation,
    after: {
      ...after,
      cancelledCash: before.cancelledCash + cancelledCash,
      returnedCash: before.returnedCash + returnedCash,
      cost: before.cost - cost,
      depreciated: before.depreciated - depreciation,
    },
  };
}
