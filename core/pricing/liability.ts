import { type Cents, ratio, timesHalfUp } from '../money/money.ts';
import { type Derivation, figure } from './derivation.ts';

/**
 * What is known when goods are lost, stolen or damaged. `unbilledRent` is the rent to come, `earlyPurchaseRent` the rent in
 * the price of buying that day and `pastDueRent` what of it is past due, all of the whole lease; `goneCash` of `itemsCash` is
 * the cash price of the goods it happened to. Market value and repair cost are of those goods alone; null: not known.
 */
export type Damage = {
  readonly unbilledRent: Cents;
  readonly earlyPurchaseRent: Cents;
  readonly pastDueRent: Cents;
  readonly itemsCash: Cents;
  readonly goneCash: Cents;
  readonly marketValue: Cents | null;
  readonly repairCost: Cents | null;
};

/** The four values that the least is taken of, in the order of the law. */
export type LiabilityValue = 'marketValue' | 'remainingRent' | 'earlyPurchase' | 'repairCost';

/** The most that may be asked, which value it is, and all four: null is not known. */
export type Liability = {
  readonly amount: Cents;
  readonly by: LiabilityValue;
  readonly values: Readonly<Record<LiabilityValue, Cents | null>>;
  readonly derivation: readonly Derivation[];
};

/**
 * The most that a lessee owes for goods that are lost, stolen or damaged beyond fair wear: the least of their fair market
 * value, the rent still to come on them, the price of buying them early, and their repair, those that are known (domain 2.5,
 * Nebraska's words, used everywhere). Of equal values the first in this order is named. Rent past due stays owed as rent, so
 * it is taken out of the early price: nobody pays it twice. Of some goods of a lease the rent and the price are their share
 * by cash price. Before tax and fees.
 * @throws RangeError when more goods are gone than there are, or an amount is negative.
 */
export function liabilityFor(damage: Damage): Liability {
  const { unbilledRent: F, earlyPurchaseRent: E, pastDueRent: B, itemsCash: C, goneCash: c } = damage;
  const { marketValue, repairCost } = damage;
  if (c < 0 || c > C || C <= 0) throw new RangeError(`Of goods worth ${C} nobody can lose ${c}.`);
  if (Math.min(marketValue ?? 0, repairCost ?? 0, F, B, E) < 0) throw new RangeError('No value is below zero.');
  const share = ratio(c, C);
  const remainingRent = timesHalfUp(F, share);
  const earlyPurchase = timesHalfUp(Math.max(0, E - B), share);
  const values = { marketValue, remainingRent, earlyPurchase, repairCost };
  const known = inOrder.filter((name) => values[name] !== null);
  const by = known.reduce((least, name) => (values[name]! < values[least]! ? name : least));
  const amount = values[by]!;
  const given = Object.fromEntries(known.map((name) => [name, values[name]!]));
  return {
    ...{ amount, by, values },
    derivation: [
      figure('liability.remainingRent', 'round(F × c / C)', { F, c, C }, remainingRent),
      figure('liability.earlyPurchase', 'round(max(0, E − B) × c / C)', { E, B, c, C }, earlyPurchase),
      figure('liability.amount', `min(${known.join(', ')})`, given, amount),
    ],
  };
}

const inOrder: readonly LiabilityValue[] = ['marketValue', 'remainingRent', 'earlyPurchase', 'repairCost'];
