import type { Frequency } from '../calendar/pay-cycle.ts';
import { type Cents, cents, type Rate, split, timesFloor, timesHalfUp } from '../money/money.ts';

/** What a price is worked out from. `factor` is total rent over cash price, `totalCap` the state's limit on the same. */
export type PriceTerms = {
  readonly cashPrice: Cents;
  readonly factor: Rate;
  readonly totalCap: Rate | null;
  readonly processingFee: Cents;
  readonly frequency: Frequency;
  readonly termWeeks: number;
  readonly taxRate: Rate;
  readonly feeTaxable: boolean;
};

/** Every figure that a lease discloses (domain 1.1). `totalOfPayments` is before tax, `totalWithTax` after. */
export type LeasePrice = {
  readonly cashPrice: Cents;
  readonly totalRent: Cents;
  readonly processingFee: Cents;
  readonly costOfLease: Cents;
  readonly count: number;
  readonly regular: Cents;
  readonly last: Cents;
  readonly totalOfPayments: Cents;
  readonly totalTax: Cents;
  readonly totalWithTax: Cents;
  /** Whether the state's cap lowered the rent. */
  readonly capped: boolean;
  readonly initialPayment: InitialPayment;
};

/** What is taken at signing: payment 1, the processing fee, and the tax on each. */
export type InitialPayment = {
  readonly rent: Cents;
  readonly tax: Cents;
  readonly fee: Cents;
  readonly feeTax: Cents;
  readonly total: Cents;
};

export type PriceRefusal = { readonly refused: 'NotOfferedAtThisPrice' };

/**
 * The price of a lease: `R = min(round(C·f), floor(C·cap) − fee)` over the payments of its term (domain 1.1 to 1.5).
 * Refused when the cap leaves less rent than the cash price.
 * @throws RangeError on a cash price of zero or less, or a negative fee.
 */
export function priceLease(terms: PriceTerms): LeasePrice | PriceRefusal {
  const { cashPrice, processingFee, taxRate } = terms;
  if (cents(cashPrice) <= 0 || cents(processingFee) < 0) {
    throw new RangeError(`A lease can't be priced from ${cashPrice} and a fee of ${processingFee}.`);
  }
  const { totalRent, capped } = totalRentOf(terms);
  if (totalRent < cashPrice) return { refused: 'NotOfferedAtThisPrice' };

  const { regular, count, last } = split(totalRent, paymentsFor(terms.frequency, terms.termWeeks));
  const feeTax = terms.feeTaxable ? timesHalfUp(processingFee, taxRate) : 0;
  const regularTax = timesHalfUp(regular, taxRate);
  const totalTax = regularTax * (count - 1) + timesHalfUp(last, taxRate) + feeTax;
  const totalOfPayments = totalRent + processingFee;
  return {
    cashPrice,
    totalRent,
    processingFee,
    costOfLease: totalOfPayments - cashPrice,
    count,
    regular,
    last,
    totalOfPayments,
    totalTax,
    totalWithTax: cents(totalOfPayments + totalTax),
    capped,
    // A single payment is the last one, and then `last` is `regular`.
    initialPayment: {
      rent: regular,
      tax: regularTax,
      fee: processingFee,
      feeTax,
      total: regular + regularTax + processingFee + feeTax,
    },
  };
}

/** How many payments a term of whole weeks has: 52 weeks are 12 months, rounded down, at least one (domain 1.2). */
export function paymentsFor(frequency: Frequency, termWeeks: number): number {
  return Math.max(1, Math.floor((termWeeks * paymentsIn52Weeks[frequency]) / 52));
}

/** The total rent before anything is refused: for a new lease and for one that is priced again from inception. */
export function totalRentOf(terms: Pick<PriceTerms, 'cashPrice' | 'factor' | 'totalCap' | 'processingFee'>): {
  totalRent: Cents;
  capped: boolean;
} {
  const uncapped = timesHalfUp(terms.cashPrice, terms.factor);
  if (terms.totalCap === null) return { totalRent: uncapped, capped: false };
  // The fee lies inside the cap: Maine counts administrative fees in, and the strictest reading serves every state.
  const most = timesFloor(terms.cashPrice, terms.totalCap) - terms.processingFee;
  return most < uncapped ? { totalRent: most, capped: true } : { totalRent: uncapped, capped: false };
}

const paymentsIn52Weeks = { weekly: 52, biweekly: 26, semimonthly: 24, monthly: 12 } as const;
