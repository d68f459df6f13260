import { type Cents, type Rate, ratio, split, timesHalfUp } from '../money/money.ts';

/** Goods go back to the lessor after the merchant's window: what is to come shrinks with them (domain 2.5). */
export type Surrender = {
  /** Rent that is not billed yet. */
  readonly unbilledRent: Cents;
  readonly billedRent: Cents;
  readonly count: number;
  readonly billedCount: number;
  /** Cash price of the items, without shipping: of all before, and of those that stay. */
  readonly itemsCash: Cents;
  readonly keptItemsCash: Cents;
};

export type AfterSurrender = {
  readonly totalRent: Cents;
  readonly unbilledRent: Cents;
  readonly regular: Cents;
  readonly last: Cents;
  readonly remainingCount: number;
};

/**
 * `F' = round(F·C_rest/C)`: paid rent stays as rent for the use, the rest is spread over the payments still to come. With
 * nothing kept the lease ends and no rent is to come.
 * @throws RangeError when more is kept than there was.
 */
export function priceAfterSurrender(surrender: Surrender): AfterSurrender {
  const { unbilledRent, billedRent, itemsCash, keptItemsCash } = surrender;
  if (keptItemsCash < 0 || keptItemsCash > itemsCash || itemsCash <= 0) {
    throw new RangeError(`Of goods worth ${itemsCash} nobody can keep ${keptItemsCash}.`);
  }
  const left = timesHalfUp(unbilledRent, ratio(keptItemsCash, itemsCash));
  const { regular, last, count } = split(left, Math.max(1, surrender.count - surrender.billedCount));
  return { totalRent: billedRent + left, unbilledRent: left, regular, last, remainingCount: count };
}

/**
 * How much the average payment changes, as an exact fraction: `|F' − F| / F` over the same payments to come (domain 2.5).
 * Null where nothing was to come.
 */
export function averageChange(before: Cents, after: Cents): Rate | null {
  return before === 0 ? null : ratio(Math.abs(after - before), before);
}

/** Whether a change needs new disclosures and a new signature: strictly more than the threshold, or any change (domain 2.5). */
export function isRenegotiation(
  { threshold, anyChange }: { readonly threshold: Rate; readonly anyChange: boolean },
  before: Cents,
  after: Cents,
): boolean {
  const change = averageChange(before, after);
  if (change === null || change.n === 0n) return false;
  return anyChange || change.n * threshold.d > threshold.n * change.d;
}
