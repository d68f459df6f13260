import { addDays, type Day } from '../calendar/day.ts';
import { type Cents, type Rate, timesHalfUp } from '../money/money.ts';
import { dueBy, rentOfFirst, type ScheduleTerms } from '../schedule/schedule.ts';
import type { LeasePrice } from './price.ts';

/**
 * What the contract says about buying early (domain 2.1, 3.4): through day `windowDays` after the lease start, day 0
 * being delivery, the cash price and a premium on it, less the rent paid; afterwards a share of the rent to come and
 * all that is past due.
 */
export type EarlyPurchaseTerms = { readonly windowDays: number; readonly premium: Rate; readonly share: Rate };

export type EarlyPurchaseMethod = 'same_as_cash' | 'pct_remaining';

/** Where a lease stands. Paid is rent of settled payments alone; past due is rent, without tax and fees. */
export type LeaseStanding = {
  readonly cashPrice: Cents;
  readonly totalRent: Cents;
  readonly paidRent: Cents;
  readonly pastDueRent: Cents;
  readonly unpaidFees: Cents;
  readonly startOn: Day;
  readonly taxRate: Rate;
  readonly terms: EarlyPurchaseTerms;
};

/** The price of owning the goods that day; `saving` is what the rent still to be paid exceeds it by. */
export type EarlyPurchase = {
  readonly method: EarlyPurchaseMethod;
  readonly rent: Cents;
  readonly fees: Cents;
  readonly tax: Cents;
  readonly total: Cents;
  readonly saving: Cents;
};

/** What it costs to buy on that day, never more rent than is left to pay (domain 2.1). */
export function earlyPurchase(lease: LeaseStanding, on: Day): EarlyPurchase {
  const left = lease.totalRent - lease.paidRent;
  if (lease.paidRent < 0 || lease.pastDueRent < 0 || lease.pastDueRent > left) {
    throw new RangeError(`Paid ${lease.paidRent} and past due ${lease.pastDueRent} don't fit ${lease.totalRent}.`);
  }
  const method = on <= windowLastDay(lease) ? 'same_as_cash' : 'pct_remaining';
  const rent = Math.min(rentBy[method](lease), left);
  const tax = timesHalfUp(rent, lease.taxRate);
  return { method, rent, fees: lease.unpaidFees, tax, total: rent + lease.unpaidFees + tax, saving: left - rent };
}

/** The last day, inclusive, on which the cash price counts (domain 2.2). */
export function windowLastDay(lease: { readonly startOn: Day; readonly terms: EarlyPurchaseTerms }): Day {
  return addDays(lease.startOn, lease.terms.windowDays);
}

/** One row of the worked examples in an agreement (domain 3.1, item 10): `day` is counted from the lease start. */
export type EarlyPurchaseExample = EarlyPurchase & { readonly day: number; readonly on: Day; readonly paidRent: Cents };

/**
 * What buying costs a lessee who has paid everything due until then, that day's payment included. A day on which
 * such a lessee owns the goods already has no row.
 */
export function earlyPurchaseTable(
  price: Pick<LeasePrice, 'cashPrice' | 'totalRent'>,
  schedule: ScheduleTerms,
  offer: { readonly terms: EarlyPurchaseTerms; readonly taxRate: Rate; readonly days?: readonly number[] },
): EarlyPurchaseExample[] {
  return (offer.days ?? exampleDays).flatMap((day) => {
    const on = addDays(schedule.startOn, day);
    const paidRent = rentOfFirst(schedule, dueBy(schedule, on));
    if (paidRent >= price.totalRent) return [];
    const standing = { ...price, ...offer, paidRent, pastDueRent: 0, unpaidFees: 0, startOn: schedule.startOn };
    return [{ day, on, paidRent, ...earlyPurchase(standing, on) }];
  });
}

const exampleDays = [30, 60, 90, 120, 180, 270];

const rentBy: { readonly [method in EarlyPurchaseMethod]: (lease: LeaseStanding) => Cents } = {
  same_as_cash: ({ cashPrice, paidRent, terms }) =>
    Math.max(0, cashPrice + timesHalfUp(cashPrice, terms.premium) - paidRent),
  pct_remaining: ({ totalRent, paidRent, pastDueRent, terms }) =>
    pastDueRent + timesHalfUp(totalRent - paidRent - pastDueRent, terms.share),
};
