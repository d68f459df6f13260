import { type Cents, type Rate, rateText, ratio, split, timesHalfUp } from '../money/money.ts';
import { type Derivation, figure } from './derivation.ts';
import { totalRentOf } from './price.ts';
import type { AfterSurrender, Surrender } from './surrender.ts';

/** Goods of another value take the place of some after the merchant's window: `itemsCashAfter` is what all items are then. */
export type ProspectiveExchange = Omit<Surrender, 'keptItemsCash'> & {
  readonly itemsCashAfter: Cents;
  readonly factor: Rate;
  readonly totalCap: Rate | null;
};

/**
 * What is to come follows the value of the goods; what was billed stays as rent for their use (domain 2.5). Cheaper goods
 * are a surrender of the difference: `F' = round(F·C'/C)`. Dearer ones add the difference as if it were leased today,
 * `F' = F + round(D·f)` within the state's cap: were it only in proportion, somebody with one payment left would own goods
 * of any value for a few dollars, below their cash price (domain 6.4, invariant 5).
 * @throws RangeError when there were no goods with a price, or would be none.
 */
export function priceAfterExchange(exchange: ProspectiveExchange): AfterSurrender {
  const { unbilledRent, billedRent, itemsCash, itemsCashAfter } = exchange;
  if (itemsCash <= 0 || itemsCashAfter <= 0) {
    throw new RangeError(`Goods worth ${itemsCash} can't become goods worth ${itemsCashAfter}.`);
  }
  const left =
    itemsCashAfter <= itemsCash
      ? timesHalfUp(unbilledRent, ratio(itemsCashAfter, itemsCash))
      : unbilledRent + totalRentOf(addedGoods(exchange)).totalRent;
  const { regular, last, count } = split(left, Math.max(1, exchange.count - exchange.billedCount));
  return { totalRent: billedRent + left, unbilledRent: left, regular, last, remainingCount: count };
}

/** How the rent to come after it was worked out. */
export function exchangeDerivation(exchange: ProspectiveExchange, { unbilledRent }: AfterSurrender): Derivation {
  const { unbilledRent: F, itemsCash: C, itemsCashAfter: K, factor, totalCap } = exchange;
  if (K <= C) return figure('change.rentToCome', 'round(F × K / C)', { F, K, C }, unbilledRent);
  const [D, f] = [K - C, rateText(factor)];
  return totalRentOf(addedGoods(exchange)).capped && totalCap !== null
    ? figure('change.rentToCome', 'F + floor(D × cap)', { F, D, cap: rateText(totalCap) }, unbilledRent)
    : figure('change.rentToCome', 'F + round(D × f)', { F, D, f }, unbilledRent);
}

function addedGoods({ itemsCash, itemsCashAfter, factor, totalCap }: ProspectiveExchange) {
  return { cashPrice: itemsCashAfter - itemsCash, factor, totalCap, processingFee: 0 };
}
