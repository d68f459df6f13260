import { addDays, addMonths, type Day } from '../calendar/day.ts';
import { type Cents, type Rate, ratio, timesHalfUp } from '../money/money.ts';
import { dueBy, rentOfFirst, type ScheduleTerms } from '../schedule/schedule.ts';
import type { StateRules, StatutoryMethod } from '../states/rules.ts';
import type { LeasePrice } from './price.ts';

/**
 * What the contract says about buying early (domain 2.1, 3.4): through day `windowDays` after the lease start, day 0
 * being delivery, the cash price and a premium on it, less the rent paid; afterwards a share of the rent to come and
 * all that is past due.
 */
export type EarlyPurchaseTerms = StateRules['earlyPurchase'];

/** What the contract offers, and what the statute of the place makes it offer at least; null where it asks nothing. */
export type EarlyPurchaseLaw = {
  readonly contract: EarlyPurchaseTerms;
  readonly statutory: readonly StatutoryMethod[] | null;
};

export type EarlyPurchaseMethod = StatutoryMethod['method'];

/** Where a lease stands. Paid is rent of settled payments alone; past due is rent, without tax and fees. */
export type LeaseStanding = {
  readonly cashPrice: Cents;
  readonly totalRent: Cents;
  readonly paidRent: Cents;
  readonly pastDueRent: Cents;
  readonly unpaidFees: Cents;
  /** Payments of the whole lease, those paid in full (ahead of time too), and those past due. */
  readonly count: number;
  readonly paidCount: number;
  readonly pastDueCount: number;
  /** The periodic rent. */
  readonly regular: Cents;
  readonly signedOn: Day;
  readonly startOn: Day;
  readonly taxRate: Rate;
  readonly law: EarlyPurchaseLaw;
};

/** The price of owning the goods that day; `saving` is what the rent still to be paid exceeds it by. */
export type EarlyPurchase = {
  readonly method: EarlyPurchaseMethod;
  /** The method with its own shares and windows. */
  readonly rule: StatutoryMethod;
  readonly by: 'contract' | 'statute';
  readonly rent: Cents;
  readonly fees: Cents;
  readonly tax: Cents;
  readonly total: Cents;
  readonly saving: Cents;
};

/**
 * What it costs to buy on that day: the lower of the contract's price and the statute's, never more rent than is left to
 * pay (domain 2.1).
 * @throws RangeError on figures that do not fit together.
 */
export function earlyPurchase(lease: LeaseStanding, on: Day): EarlyPurchase {
  const left = lease.totalRent - lease.paidRent;
  if (lease.paidRent < 0 || lease.pastDueRent < 0 || lease.pastDueRent > left) {
    throw new RangeError(`Paid ${lease.paidRent} and past due ${lease.pastDueRent} don't fit ${lease.totalRent}.`);
  }
  const contract = contractMethod(lease, on);
  const statute = lease.law.statutory?.find((method) => isOpen(method, lease, on));
  const contractRent = Math.min(rentBy(contract, lease), left);
  const statuteRent = statute === undefined ? contractRent : Math.min(rentBy(statute, lease), left);
  const byStatute = statute !== undefined && statuteRent < contractRent;
  const rule = byStatute ? statute : contract;
  const rent = byStatute ? statuteRent : contractRent;
  const tax = timesHalfUp(rent, lease.taxRate);
  return {
    method: rule.method,
    rule,
    by: byStatute ? 'statute' : 'contract',
    rent,
    fees: lease.unpaidFees,
    tax,
    total: rent + lease.unpaidFees + tax,
    saving: left - rent,
  };
}

/** The last day, inclusive, on which the contract's cash price counts (domain 2.2). */
export function windowLastDay(lease: { readonly startOn: Day; readonly terms: EarlyPurchaseTerms }): Day {
  return addDays(lease.startOn, lease.terms.windowDays);
}

/** The last day, inclusive, of a statute's window; null for a method that has none (California counts from the signature). */
export function statutoryLastDay(
  method: StatutoryMethod,
  { signedOn, startOn }: { readonly signedOn: Day; readonly startOn: Day },
): Day | null {
  if (method.method !== 'same_as_cash') return null;
  const { from, months, days } = method.window;
  return addDays(addMonths(from === 'signed' ? signedOn : startOn, months), days);
}

/** One row of the worked examples in an agreement (domain 3.1, item 10): `day` is counted from the lease start. */
export type EarlyPurchaseExample = EarlyPurchase & { readonly day: number; readonly on: Day; readonly paidRent: Cents };

/**
 * What buying costs a lessee who has paid everything due until then, that day's payment included. A day on which
 * such a lessee owns the goods already has no row.
 */
export function earlyPurchaseTable(
  price: Pick<LeasePrice, 'cashPrice' | 'totalRent' | 'count' | 'regular'>,
  schedule: ScheduleTerms,
  offer: {
    readonly law: EarlyPurchaseLaw;
    readonly signedOn: Day;
    readonly taxRate: Rate;
    readonly days?: readonly number[];
  },
): EarlyPurchaseExample[] {
  return (offer.days ?? exampleDays).flatMap((day) => {
    const on = addDays(schedule.startOn, day);
    const paidCount = dueBy(schedule, on);
    const paidRent = rentOfFirst(schedule, paidCount);
    if (paidRent >= price.totalRent) return [];
    const paid = { paidRent, paidCount, pastDueRent: 0, pastDueCount: 0, unpaidFees: 0 };
    return [{ day, on, paidRent, ...earlyPurchase({ ...price, ...offer, ...paid, startOn: schedule.startOn }, on) }];
  });
}

const exampleDays = [30, 60, 90, 120, 180, 270];

function contractMethod({ startOn, law: { contract } }: LeaseStanding, on: Day): StatutoryMethod {
  const { windowDays, premium, share } = contract;
  const window = { from: 'delivered', months: 0, days: windowDays } as const;
  if (on <= windowLastDay({ startOn, terms: contract })) return { method: 'same_as_cash', premium, window };
  return { method: 'pct_remaining', share, pastDueAtFull: true };
}

function isOpen(method: StatutoryMethod, lease: LeaseStanding, on: Day): boolean {
  const lastDay = statutoryLastDay(method, lease);
  return lastDay === null || on <= lastDay;
}

/** The formulas of domain 2.1, as they stand there: C cash price, R total rent, P paid, B past due, F to come, m payments to come of n. */
function rentBy(method: StatutoryMethod, lease: LeaseStanding): Cents {
  const { cashPrice: C, totalRent: R, paidRent: P, pastDueRent: B, count: n } = lease;
  const F = R - P - B;
  const m = n - lease.paidCount - lease.pastDueCount;
  switch (method.method) {
    case 'same_as_cash':
      return Math.max(0, C + timesHalfUp(C, method.premium) - P);
    case 'pct_remaining':
      return method.pastDueAtFull ? B + timesHalfUp(F, method.share) : timesHalfUp(R - P, method.share);
    case 'cash_proportional':
      return B + timesHalfUp(C, ratio(m, n));
    case 'cash_proportional_min_one':
      return B + Math.max(timesHalfUp(C, ratio(m, n)), Math.min(lease.regular, F));
    case 'cash_minus_share_paid':
      return Math.max(0, C - timesHalfUp(P, method.share));
    case 'cash_over_total_times_future':
      return B + timesHalfUp(F, ratio(C, R));
  }
}
