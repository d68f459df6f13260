import { type Cents, type Rate, split } from '../money/money.ts';
import { rentOfKept } from './price.ts';

/**
 * A lease part of whose goods are cancelled, or returned inside the merchant's window. `keptCashPrice` is the kept
 * items and the whole shipping charge while one item is left, 0 when nothing is. `paidRent` is the rent taken so far
 * and `billedCount` the payments it was asked for: before delivery the one taken at signing counts in both.
 */
export type InceptionRepricing = {
  readonly keptCashPrice: Cents;
  readonly factor: Rate;
  readonly totalCap: Rate | null;
  readonly processingFee: Cents;
  readonly paidRent: Cents;
  readonly billedCount: number;
  readonly count: number;
};

/**
 * The lease as if the goods that went back had never been in it (domain 2.5). `remainder` is still to be paid, over
 * `remainingCount` payments after the billed ones; `excessPaid` is rent to refund, its tax beside it. `vests` says
 * that the kept goods are paid for: they become the consumer's on delivery. With nothing kept every figure is zero
 * but the refund, and nothing vests: the lease is void or over.
 */
export type Repricing = {
  readonly totalRent: Cents;
  /** What of the processing fee stays. */
  readonly processingFee: Cents;
  readonly remainder: Cents;
  readonly regular: Cents;
  readonly last: Cents;
  readonly remainingCount: number;
  readonly excessPaid: Cents;
  readonly vests: boolean;
};

/** Prices a lease again from its inception for what is kept of it; the cap applies again, the minimum does not. */
export function repriceFromInception(lease: InceptionRepricing): Repricing {
  const { keptCashPrice, paidRent } = lease;
  if (keptCashPrice < 0 || paidRent < 0) throw new RangeError('Kept goods and paid rent are never negative.');
  const { totalRent, processingFee } =
    keptCashPrice === 0 ? { totalRent: 0, processingFee: 0 } : rentOfKept({ ...lease, cashPrice: keptCashPrice });
  const remainder = Math.max(0, totalRent - paidRent);
  // A remainder with every payment billed gets one more, a period after the last.
  const spread = split(remainder, Math.max(1, lease.count - lease.billedCount));
  return {
    totalRent,
    processingFee,
    remainder,
    regular: spread.regular,
    last: spread.last,
    remainingCount: spread.count,
    excessPaid: Math.max(0, paidRent - totalRent),
    vests: keptCashPrice > 0 && remainder === 0,
  };
}
