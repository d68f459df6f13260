import { spreadDerivations, totalDerivation } from '../pricing/change-derivation.ts';
import { type Derivation, figure } from '../pricing/derivation.ts';
import { priceAfterSurrender } from '../pricing/surrender.ts';
import { keptCash, type Lease, type LeaseLine, shareOf, unbilledRent } from './lease.ts';
import { leaseAfter } from './lifecycle.ts';
import { returnable } from './line.ts';
import type { ItemRequest, SkuUnits } from './pick-units.ts';
import { spreadAfter } from './to-come.ts';

/** Goods in the customer's hands that leave the lease: the lines after it, and the cash price of all items and of these. */
export type GoodsGone = {
  readonly lines: readonly LeaseLine[];
  readonly itemsCash: number;
  readonly goneCash: number;
  readonly units: number;
};

/**
 * Takes units out of the customer's hands, from the lines of an article in their order; without an item, all of them. More
 * than there are is `failed`, and nothing is taken.
 */
export function takeFromCustomer(
  lease: Lease,
  item: ItemRequest | undefined,
): GoodsGone | { readonly failed: SkuUnits[] } {
  const isMeant = (line: LeaseLine) => line.kind === 'item' && (item === undefined || line.sku === item.sku);
  const inHand = lease.lines.reduce((sum, line) => (isMeant(line) ? sum + returnable(line) : sum), 0);
  const units = item?.quantity ?? inHand;
  if (units === 0 || units > inHand) return { failed: item === undefined ? [] : [{ sku: item.sku, quantity: units }] };
  let left = units;
  let goneCash = 0;
  const lines = lease.lines.map((line) => {
    const taken = isMeant(line) ? Math.min(left, returnable(line)) : 0;
    if (taken === 0) return line;
    left -= taken;
    const cash = shareOf(line.deliveredCash - line.returnedCash, taken, returnable(line));
    goneCash += cash;
    return { ...line, surrendered: line.surrendered + taken, returnedCash: line.returnedCash + cash };
  });
  return { lines, units, goneCash, itemsCash: itemsCashOf(lease.lines) };
}

/** Cash price of the items still in the lease, without shipping (domain 2.5). */
export function itemsCashOf(lines: readonly LeaseLine[]): number {
  return keptCash(lines.filter(({ kind }) => kind === 'item'));
}

/** A lease after goods went back to the lessor for good; `ends` when none are left. */
export type Surrendered = { readonly lease: Lease; readonly ends: boolean; readonly derivation: readonly Derivation[] };

/**
 * The lease without goods that went back to the lessor: what was billed stays as rent for their use, what is to come
 * shrinks with their cash price, and without any goods it is over (domain 2.5).
 */
export function surrenderGoods(lease: Lease, { lines, itemsCash, goneCash }: GoodsGone): Surrendered {
  const keptItemsCash = itemsCash - goneCash;
  const unbilled = unbilledRent(lease);
  const billed = lease.totalRent - unbilled;
  const { count } = lease.terms;
  const price = priceAfterSurrender({
    ...{ unbilledRent: unbilled, billedRent: billed, itemsCash, keptItemsCash },
    ...{ count, billedCount: lease.billedCount },
  });
  const ends = keptItemsCash === 0;
  const { regular, last, remainingCount, unbilledRent: left } = price;
  const spread = { regular, last, count: remainingCount };
  return {
    ends,
    lease: {
      ...lease,
      lines,
      cashPrice: keptCash(lines),
      totalRent: price.totalRent,
      terms: { ...lease.terms, ...spreadAfter(lease.billedCount, spread) },
      ...(ends ? { state: leaseAfter(lease.state, 'return')!, nextDueOn: null } : {}),
    },
    derivation: [
      figure('change.rentToCome', 'round(F × K / C)', { F: unbilled, K: keptItemsCash, C: itemsCash }, left),
      ...spreadDerivations(left, Math.max(1, count - lease.billedCount), spread),
      totalDerivation(billed, left),
    ],
  };
}
