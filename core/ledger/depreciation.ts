import { type Cents, ratio, timesHalfUp } from '../money/money.ts';

/**
 * What leased goods lose in one period, straight-line over the lease by cumulative rounding: the periods add up to the
 * cost to the cent (domain 6.1). Posted at the end of the period, from 1 to `periods`.
 */
export function depreciationOf({ cost, period, periods }: { cost: Cents; period: number; periods: number }): Cents {
  return depreciatedAfter({ cost, period, periods }) - depreciatedAfter({ cost, period: period - 1, periods });
}

/** What leased goods have lost after so many of the lease's periods; 0 before the first has ended, the cost after the last. */
export function depreciatedAfter({ cost, period, periods }: { cost: Cents; period: number; periods: number }): Cents {
  if (period < 0 || period > periods) throw new RangeError(`A lease of ${periods} periods has no period ${period}.`);
  return timesHalfUp(cost, ratio(period, periods));
}
