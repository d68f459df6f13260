import type { Rail } from '../ledger/postings.ts';
import { type Cents, ratio, timesHalfUp } from '../money/money.ts';
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
 * Takes money out again, the other way round: first what is paid ahead, then of the fee, then of the newest installments.
 * All money of a lease is one pool: what stays is where the same rule would put it.
 * @throws RangeError when the lease does not hold so much.
 */
export function takeMoneyOut(lease: Lease, amount: Cents): { lease: Lease; placed: Placed } {
  const ahead = Math.min(amount, lease.ahead);
  const ofFee = Math.min(amount - ahead, lease.paidFee + lease.paidFeeTax);
  const fee = feePaidTo(lease, lease.paidFee + lease.paidFeeTax - ofFee);
  let left = amount - ahead - ofFee;
  const installments: Placed['installments'][number][] = [];
  const newestFirst = [...lease.installments].reverse().map((one) => {
    const part = Math.min(left, one.paidRent + one.paidTax);
    if (part <= 0) return one;
    const paid = paidTo(one, one.paidRent + one.paidTax - part);
    installments.push({ number: one.number, rent: one.paidRent - paid.paidRent, tax: one.paidTax - paid.paidTax });
    left -= part;
    return paid;
  });
  if (left !== 0) throw new RangeError(`${left} of ${amount} cents are nowhere in this lease.`);
  return {
    lease: { ...lease, ...fee, ahead: lease.ahead - ahead, installments: newestFirst.reverse() },
    placed: { installments, fee: lease.paidFee - fee.paidFee, feeTax: lease.paidFeeTax - fee.paidFeeTax, ahead },
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
