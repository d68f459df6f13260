import type { Frequency } from '../calendar/pay-cycle.ts';
import { type Cents, cents, type Rate, type Split, split, timesFloor, timesHalfUp } from '../money/money.ts';

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
  /** Rent that is taken at signing where it is not payment 1 of the term; it counts toward the total rent (domain 1.1). */
  readonly fixedInitialRent?: Cents;
};

/** Every figure that a lease discloses (domain 1.1). `totalOfPayments` is before tax, `totalWithTax` after. */
export type LeasePrice = {
  readonly cashPrice: Cents;
  readonly totalRent: Cents;
  readonly processingFee: Cents;
  readonly costOfLease: Cents;
  /** Payments in all, the one at signing among them. */
  readonly count: number;
  /** The rent taken at signing, where it is not the regular one. */
  readonly firstRent?: Cents;
  readonly regular: Cents;
  readonly regularTax: Cents;
  readonly last: Cents;
  readonly lastTax: Cents;
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
 * @throws RangeError on a cash price or a fixed initial rent of zero or less, or a negative fee.
 */
export function priceLease(terms: PriceTerms): LeasePrice | PriceRefusal {
  const { cashPrice, processingFee, taxRate, fixedInitialRent } = terms;
  if (cents(cashPrice) <= 0 || cents(processingFee) < 0 || (fixedInitialRent ?? 1) <= 0) {
    throw new RangeError(`A lease can't be priced from ${cashPrice} and a fee of ${processingFee}.`);
  }
  const { totalRent, capped } = totalRentOf(terms);
  if (totalRent < cashPrice) return { refused: 'NotOfferedAtThisPrice' };

  const { regular, count, last, firstRent } = paymentsOf(terms, totalRent);
  const first = firstRent ?? regular;
  const feeTax = terms.feeTaxable ? timesHalfUp(processingFee, taxRate) : 0;
  const regularTax = timesHalfUp(regular, taxRate);
  const firstTax = first === regular ? regularTax : timesHalfUp(first, taxRate);
  const lastTax = last === regular ? regularTax : timesHalfUp(last, taxRate);
  const totalTax = firstTax + regularTax * Math.max(0, count - 2) + (count > 1 ? lastTax : 0) + feeTax;
  const totalOfPayments = totalRent + processingFee;
  const price: LeasePrice = {
    cashPrice,
    totalRent,
    processingFee,
    costOfLease: totalOfPayments - cashPrice,
    count,
    regular,
    regularTax,
    last,
    lastTax,
    totalOfPayments,
    totalTax,
    totalWithTax: cents(totalOfPayments + totalTax),
    capped,
    initialPayment: {
      rent: first,
      tax: firstTax,
      fee: processingFee,
      feeTax,
      total: first + firstTax + processingFee + feeTax,
    },
  };
  return firstRent === undefined ? price : { ...price, firstRent };
}

/** Payment 1 of the term at signing, or a fixed rent before the term's payments; never more than the total rent. */
function paymentsOf(
  { frequency, termWeeks, fixedInitialRent }: PriceTerms,
  totalRent: Cents,
): Split & { firstRent?: Cents } {
  const payments = paymentsFor(frequency, termWeeks);
  if (fixedInitialRent === undefined) return split(totalRent, payments);
  const firstRent = Math.min(fixedInitialRent, totalRent);
  const rest = split(totalRent - firstRent, payments);
  // Everything is paid at signing: that payment is the last.
  if (rest.count === 0) return { regular: firstRent, last: firstRent, count: 1, firstRent };
  return { ...rest, count: rest.count + 1, firstRent };
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

/**
 * Rent and fee of a lease that is priced again for the goods that stay. Where the cap leaves less rent beside the fee than
 * the cash price, the fee gives way to it (domain 1.4, invariant 5).
 */
export function rentOfKept(terms: Pick<PriceTerms, 'cashPrice' | 'factor' | 'totalCap' | 'processingFee'>): {
  totalRent: Cents;
  processingFee: Cents;
} {
  const { cashPrice, totalCap, processingFee } = terms;
  const { totalRent } = totalRentOf(terms);
  if (totalRent >= cashPrice) return { totalRent, processingFee };
  const room = totalCap === null ? processingFee : timesFloor(cashPrice, totalCap) - cashPrice;
  return { totalRent: cashPrice, processingFee: Math.min(processingFee, room) };
}

const paymentsIn52Weeks = { weekly: 52, biweekly: 26, semimonthly: 24, monthly: 12 } as const;
