import { rateText, timesHalfUp } from '../money/money.ts';
import type { StatutoryMethod } from '../states/rules.ts';
import type { EarlyPurchase, LeaseStanding } from './early-purchase.ts';
import { type LeasePrice, type PriceTerms, paymentsFor } from './price.ts';

/**
 * How one figure came about, so that anybody can work it out again: the formula with the letters of domain 1.1 and 2.1,
 * what stands for the letters (whole cents, counts, rates as decimal text), and the value. `round` is half up to the
 * cent; `ceil` and `floor` are to the cent.
 */
export type Derivation = {
  readonly figure: string;
  readonly formula: string;
  readonly inputs: Readonly<Record<string, number | string>>;
  readonly value: number;
};

/** Every figure of a lease's price, each after those that it follows from (domain 1.1 to 1.5). */
export function derivationsOf(terms: PriceTerms, price: LeasePrice): Derivation[] {
  const { cashPrice: C, processingFee: fee, totalCap } = terms;
  const { totalRent: R, count, regular, last, firstRent, initialPayment } = price;
  const [f, rate] = [rateText(terms.factor), rateText(terms.taxRate)];
  const fixed = firstRent !== undefined;
  const spread = R - (firstRent ?? 0);
  const later = fixed ? count - 1 : count;
  const regularTax = timesHalfUp(regular, terms.taxRate);
  const lastTax = timesHalfUp(last, terms.taxRate);
  const { tax: initialTax, feeTax } = initialPayment;
  const figures: (Derivation | false)[] = [
    price.capped && totalCap !== null
      ? figure('totalRent', 'floor(C × cap) − fee', { C, cap: rateText(totalCap), fee }, R)
      : figure('totalRent', 'round(C × f)', { C, f }, R),
    fixed && figure('firstRent', 'min(fixed, R)', { fixed: terms.fixedInitialRent!, R }, firstRent),
    later > 0 &&
      figure('regularRent', 'ceil(R / n)', { R: spread, n: paymentsFor(terms.frequency, terms.termWeeks) }, regular),
    figure('count', fixed ? '1 + ceil(R / regular)' : 'ceil(R / regular)', { R: spread, regular }, count),
    later > 0 && figure('lastRent', 'R − regular × (count − 1)', { R: spread, regular, count: later }, last),
    figure('initialTax', 'round(rate × rent)', { rate, rent: initialPayment.rent }, initialTax),
    count > 2 && figure('regularTax', 'round(rate × rent)', { rate, rent: regular }, regularTax),
    count > 1 && figure('lastTax', 'round(rate × rent)', { rate, rent: last }, lastTax),
    figure('feeTax', 'round(rate × fee)', { rate: terms.feeTaxable ? rate : '0', fee }, feeTax),
    figure(
      'initialPayment',
      'rent + tax + fee + feeTax',
      { rent: initialPayment.rent, tax: initialTax, fee, feeTax },
      initialPayment.total,
    ),
    figure('totalCost', 'R + fee', { R, fee }, price.totalOfPayments),
    figure('costOfLease', 'R + fee − C', { R, fee, C }, price.costOfLease),
    figure(
      'totalTax',
      'initialTax + regularTax × (count − 2) + lastTax + feeTax',
      // One payment is the initial one alone; of two the second is the last.
      { initialTax, regularTax: count > 2 ? regularTax : 0, count, lastTax: count > 1 ? lastTax : 0, feeTax },
      price.totalTax,
    ),
    figure(
      'totalCostWithTax',
      'totalCost + totalTax',
      { totalCost: price.totalOfPayments, totalTax: price.totalTax },
      price.totalWithTax,
    ),
  ];
  return figures.filter((one) => one !== false);
}

/** The price of buying early: its method's formula, the limit to what is left, the tax and the sum (domain 2.1). */
export function earlyPurchaseDerivations(standing: LeaseStanding, offer: EarlyPurchase): Derivation[] {
  const { cashPrice: C, totalRent: R, paidRent: P, pastDueRent: B, count: n } = standing;
  const m = n - standing.paidCount - standing.pastDueCount;
  const p = standing.regular;
  const { formula, inputs } = ruleDerivation(offer.rule, { C, B, n, m, p });
  const rate = rateText(standing.taxRate);
  return [
    figure('earlyPurchase.rent', `min(${formula}, R − P)`, { R, P, ...inputs }, offer.rent),
    figure('earlyPurchase.tax', 'round(rate × rent)', { rate, rent: offer.rent }, offer.tax),
    figure(
      'earlyPurchase.total',
      'rent + fees + tax',
      { rent: offer.rent, fees: offer.fees, tax: offer.tax },
      offer.total,
    ),
    figure('earlyPurchase.saving', 'R − P − rent', { R, P, rent: offer.rent }, offer.saving),
  ];
}

type Letters = Readonly<Record<'C' | 'B' | 'n' | 'm' | 'p', number>>;

function ruleDerivation(
  rule: StatutoryMethod,
  { C, B, n, m, p }: Letters,
): { formula: string; inputs: Derivation['inputs'] } {
  switch (rule.method) {
    case 'same_as_cash':
      return { formula: 'max(0, C + round(premium × C) − P)', inputs: { C, premium: rateText(rule.premium) } };
    case 'pct_remaining': {
      const d = rateText(rule.share);
      return rule.pastDueAtFull
        ? { formula: 'B + round(d × (R − P − B))', inputs: { B, d } }
        : { formula: 'round(d × (R − P))', inputs: { d } };
    }
    case 'cash_proportional':
      return { formula: 'B + round(C × m / n)', inputs: { B, C, m, n } };
    case 'cash_proportional_min_one':
      return { formula: 'B + max(round(C × m / n), min(p, R − P − B))', inputs: { B, C, m, n, p } };
    case 'cash_minus_share_paid':
      return { formula: 'max(0, C − round(share × P))', inputs: { C, share: rateText(rule.share) } };
    case 'cash_over_total_times_future':
      return { formula: 'B + round(C × (R − P − B) / R)', inputs: { B, C } };
  }
}

/** One figure of a derivation. */
export function figure(name: string, formula: string, inputs: Derivation['inputs'], value: number): Derivation {
  return { figure: name, formula, inputs, value };
}
