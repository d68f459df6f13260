import type { Day } from '../calendar/day.ts';
import { aheadRefunded } from '../ledger/payment-postings.ts';
import type { Rail } from '../ledger/postings.ts';
import { type Cents, ratio, timesHalfUp } from '../money/money.ts';
import { type LeaseChange, onlyLease } from './change.ts';
import { type BilledInstallment, type Deposit, type Lease, noDeposit } from './lease.ts';
import { netOf, openFee, openOf, unbilledWithTax } from './owed.ts';

/** Where an amount of money stands in a lease: what it pays of each installment and of the fee, and what it pays ahead. */
export type Placed = {
  readonly installments: readonly { readonly number: number; readonly rent: Cents; readonly tax: Cents }[];
  readonly fee: Cents;
  readonly feeTax: Cents;
  readonly ahead: Cents;
};

/** The order in which open installments are paid: the law of a few places wants the newest first. */
export type PaymentOrder = 'oldest_first' | 'newest_first';

/** A payment towards the processor. */
export type Payment = { readonly attemptId: string; readonly rail: Rail; readonly amount: Cents };

/**
 * Puts money where it belongs (domain C13): all open installments by due date, rent and tax together, then the fee; what
 * is left pays ahead, as far as there is anything still to be billed. `over` is what nothing is left for.
 */
export function placeMoney(
  lease: Lease,
  amount: Cents,
  order: PaymentOrder,
): { lease: Lease; placed: Placed; over: Cents } {
  let left = amount;
  const installments: Placed['installments'][number][] = [];
  const after = new Map<number, BilledInstallment>();
  const byDueDay = order === 'oldest_first' ? lease.installments : [...lease.installments].reverse();
  for (const one of byDueDay) {
    const part = Math.min(left, openOf(one));
    if (part <= 0) continue;
    const paid = paidTo(one, one.paidRent + one.paidTax + part);
    after.set(one.number, paid);
    installments.push({ number: one.number, rent: paid.paidRent - one.paidRent, tax: paid.paidTax - one.paidTax });
    left -= part;
  }
  const toFee = Math.min(left, openFee(lease));
  const fee = feePaidTo(lease, lease.paidFee + lease.paidFeeTax + toFee);
  left -= toFee;
  const ahead = Math.min(left, unbilledWithTax(lease) - lease.ahead);
  return {
    lease: {
      ...lease,
      ...fee,
      ahead: lease.ahead + ahead,
      installments: lease.installments.map((one) => after.get(one.number) ?? one),
    },
    placed: {
      installments,
      fee: fee.paidFee - lease.paidFee,
      feeTax: fee.paidFeeTax - lease.paidFeeTax,
      ahead,
    },
    over: left - ahead,
  };
}

/**
 * Takes money out again, the other way round: first what is paid ahead, then of the newest installments, then of the fee,
 * which is billed and paid with installment 1, then of that one. All money of a lease is one pool: what stays is where the
 * same rule would put it.
 * @throws RangeError when the lease does not hold so much.
 */
export function takeMoneyOut(lease: Lease, amount: Cents): { lease: Lease; placed: Placed } {
  const ahead = Math.min(amount, lease.ahead);
  let left = amount - ahead;
  const installments: Placed['installments'][number][] = [];
  const without = (one: BilledInstallment): BilledInstallment => {
    const part = Math.min(left, one.paidRent + one.paidTax);
    if (part <= 0) return one;
    const paid = paidTo(one, one.paidRent + one.paidTax - part);
    installments.push({ number: one.number, rent: one.paidRent - paid.paidRent, tax: one.paidTax - paid.paidTax });
    left -= part;
    return paid;
  };
  const later = lease.installments.filter(({ number }) => number > 1).reverse();
  const laterLeft = later.map(without).reverse();
  const ofFee = Math.min(left, lease.paidFee + lease.paidFeeTax);
  const fee = feePaidTo(lease, lease.paidFee + lease.paidFeeTax - ofFee);
  left -= ofFee;
  const firstLeft = lease.installments.filter(({ number }) => number === 1).map(without);
  if (left !== 0) throw new RangeError(`${left} of ${amount} cents are nowhere in this lease.`);
  return {
    lease: { ...lease, ...fee, ahead: lease.ahead - ahead, installments: [...firstLeft, ...laterLeft] },
    placed: { installments, fee: lease.paidFee - fee.paidFee, feeTax: lease.paidFeeTax - fee.paidFeeTax, ahead },
  };
}

/**
 * What was paid ahead and is more than everything that is still to be billed goes back: a lower tax rate leaves some of it
 * without a payment to pay. `subject` names that refund in the ledger.
 */
export function withoutTooMuchAhead(
  lease: Lease,
  { on, subject }: { readonly on: Day; readonly subject: string },
): LeaseChange {
  const over = Math.max(0, lease.ahead - unbilledWithTax(lease));
  if (over === 0) return onlyLease(lease);
  return {
    ...onlyLease({ ...lease, ahead: lease.ahead - over }),
    journals: [{ event: 'refund.ordered', subject, on, postings: aheadRefunded({ amount: over }) }],
    refund: { ...noDeposit, ahead: over },
  };
}

/** Placed money by what it was for, as a row of a payment says it. */
export function sumOfPlaced({ installments, fee, feeTax, ahead }: Placed): Deposit {
  const rent = installments.reduce((sum, one) => sum + one.rent, 0);
  const tax = installments.reduce((sum, one) => sum + one.tax, 0);
  return { ...noDeposit, rent, tax, fee, feeTax, ahead };
}

/**
 * The installment with so much of it paid in all, the tax in proportion (domain C13). Counting from the whole and not from
 * the last part, so that the parts of many payments are the same cents as one payment's, forwards and backwards.
 */
export function paidTo(one: BilledInstallment, total: Cents): BilledInstallment {
  const { rent, tax } = netOf(one);
  const paidTax = total === 0 ? 0 : timesHalfUp(total, ratio(tax, rent + tax));
  return { ...one, paidRent: total - paidTax, paidTax };
}

function feePaidTo({ processingFee, feeTax }: Lease, total: Cents): { paidFee: Cents; paidFeeTax: Cents } {
  const paidFeeTax = total === 0 ? 0 : timesHalfUp(total, ratio(feeTax, processingFee + feeTax));
  return { paidFee: total - paidFeeTax, paidFeeTax };
}
