import type { Rate } from '../money/money.ts';
import type { StateRules } from '../states/rules.ts';

/**
 * How a lease is taxed for its whole life (domain 1.5): `stream` payment by payment, `upfront_lessor` on the lessor's own
 * purchase, so that its payments are not taxed, `none` where there is no general sales tax.
 */
export type TaxTreatment = 'stream' | 'upfront_lessor' | 'none';

/**
 * The treatment of a lease that is offered under this law. Only where the law leaves the choice to the lessor does its
 * election to pay on its own purchase count.
 */
export function taxTreatment({ mode }: StateRules['tax'], electsPurchase: boolean): TaxTreatment {
  if (mode === 'lessor_election') return electsPurchase ? 'upfront_lessor' : 'stream';
  return mode;
}

/** The rate that counts for rent and for the price of buying early, where `rate` is in force. */
export function countedRate(treatment: TaxTreatment, rate: Rate): Rate {
  return treatment === 'stream' ? rate : untaxed;
}

/** What each kind of charge is taxed at when a lease is offered. */
export type TaxRates = {
  readonly rent: Rate;
  /** Whether the law taxes the processing fee too, at the rate of the rent that it is taken with. */
  readonly feeTaxable: boolean;
  readonly lateFee: Rate;
};

/** The rates that count on a lease where `rate` is in force: on rent always, on fees where the law says so. */
export function taxRates(law: StateRules['tax'], treatment: TaxTreatment, rate: Rate): TaxRates {
  const rent = countedRate(treatment, rate);
  return { rent, feeTaxable: law.feeTaxable, lateFee: law.lateFeeTaxable ? rent : untaxed };
}

const untaxed: Rate = { n: 0n, d: 1n };
