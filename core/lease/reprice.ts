import type { Day } from '../calendar/day.ts';
import { aheadRefunded } from '../ledger/payment-postings.ts';
import { creditRefunded, depositRefunded, feeReversed, memoChanged, rentReversed } from '../ledger/postings.ts';
import { type Cents, isSameRate, timesHalfUp } from '../money/money.ts';
import { repriceFromInception } from '../pricing/reprice.ts';
import { nextLook } from './bill.ts';
import type { Journal } from './change.ts';
import {
  type BilledInstallment,
  type Deposit,
  depositTotal,
  keptCash,
  type Lease,
  type LeaseLine,
  type LeaseTerms,
  noDeposit,
  paidRent,
  unbilledRent,
} from './lease.ts';
import { leaseAfter } from './lifecycle.ts';
import { unbilledWithTax } from './owed.ts';

export type Repriced = { lease: Lease; journals: Journal[]; refund: Deposit | null };

/**
 * The lease as if the goods that are gone from `lines` had never been in it (domain 2.5): before delivery the deposit
 * carries the difference, afterwards the billed rent does. With nothing kept the lease ends and everything paid goes
 * back, the fee and its tax too. `subject` names this change in the ledger.
 */
export function repriceLease(lease: Lease, lines: readonly LeaseLine[], on: Day, subject: string): Repriced {
  return lease.startedOn === null
    ? repriceBeforeDelivery(lease, lines, on, subject)
    : repriceAfterDelivery(lease, lines, on, subject);
}

function repriceBeforeDelivery(lease: Lease, lines: readonly LeaseLine[], on: Day, subject: string): Repriced {
  const kept = keptCash(lines);
  const { deposit } = lease;
  // A payment 1 that was taken, or is a fixed rent that will be, stays what it was, and the others carry the rest. Unless it came back unpaid.
  const firstRent = deposit.rent > 0 ? deposit.rent : firstRentToCome(lease);
  const taken = firstRent > 0 ? 1 : 0;
  const price = repriceFromInception({
    ...pricingOf(lease),
    keptCashPrice: kept,
    paidRent: firstRent,
    billedCount: taken,
  });
  const fee = feeAfter(lease, price.processingFee);
  const tax = Math.min(timesHalfUp(price.excessPaid, lease.taxRate), deposit.tax);
  const refund: Deposit =
    kept === 0
      ? deposit
      : {
          ...{ rent: Math.min(price.excessPaid, deposit.rent), tax, ahead: 0 },
          fee: Math.max(0, deposit.fee - fee.processingFee),
          feeTax: Math.max(0, deposit.feeTax - fee.feeTax),
        };
  const amount = depositTotal(refund);
  const count = taken + price.remainingCount;
  const { firstRent: _rent, firstTax: _tax, ...terms } = lease.terms;
  const first = firstRent - price.excessPaid;
  const firstTax = deposit.tax - refund.tax;
  const rest =
    price.remainingCount > 0 ? { regular: price.regular, last: price.last } : { regular: first, last: first };
  const repriced: LeaseTerms = {
    ...terms,
    count,
    ...rest,
    ...(taken === 1 ? { firstRent: first } : {}),
    ...(deposit.rent > 0 ? { firstTax } : {}),
  };
  return {
    lease: {
      ...lease,
      ...fee,
      lines,
      cashPrice: kept,
      totalRent: price.totalRent,
      state: kept === 0 ? leaseAfter(lease.state, 'cancel')! : lease.state,
      terms: kept === 0 ? { ...terms, count: 0, regular: 0, last: 0 } : repriced,
      deposit: {
        rent: deposit.rent - refund.rent,
        tax: firstTax,
        fee: deposit.fee - refund.fee,
        feeTax: deposit.feeTax - refund.feeTax,
        ahead: 0,
      },
    },
    journals: [
      { event: 'lease.repriced', subject, on, postings: memoChanged({ from: lease.totalRent, to: price.totalRent }) },
      { event: 'refund.ordered', subject, on, postings: depositRefunded({ amount }) },
    ],
    refund: amount > 0 ? refund : null,
  };
}

/** A fixed rent of payment 1 (domain 1.1) that is taken with the shipment; 0 where payment 1 is a regular one, or came back unpaid. */
function firstRentToCome({ terms, firstPaymentToCome }: Lease): Cents {
  return firstPaymentToCome ? (terms.firstRent ?? 0) : 0;
}

function repriceAfterDelivery(lease: Lease, lines: readonly LeaseLine[], on: Day, subject: string): Repriced {
  const kept = keptCash(lines);
  const paid = paidRent(lease);
  const price = repriceFromInception({
    ...pricingOf(lease),
    keptCashPrice: kept,
    paidRent: paid,
    billedCount: lease.billedCount,
  });
  const ended = kept === 0;
  const reversal = reverseRent(lease, price.excessPaid, ended ? 'all' : 'of the rent');
  const fee = reverseFee(lease, feeAfter(lease, price.processingFee));
  const next: Lease = {
    ...lease,
    ...fee.lease,
    lines,
    cashPrice: kept,
    totalRent: price.totalRent,
    installments: reversal.installments,
    terms: {
      ...lease.terms,
      count: lease.billedCount + price.remainingCount,
      ...(price.remainingCount > 0 ? { regular: price.regular, last: price.last } : {}),
    },
    state: ended ? leaseAfter(lease.state, 'return')! : lease.state,
  };
  const { unpaidRent, unpaidTax } = reversal;
  // What was paid ahead stays for what is still to be billed; what nothing is left for goes back.
  const ahead = lease.ahead - Math.min(lease.ahead, unbilledWithTax(next));
  const credit: Deposit = { ...reversal.refund, fee: fee.paidFee, feeTax: fee.paidTax };
  const refund: Deposit = { ...credit, ahead };
  return {
    lease: { ...next, ahead: lease.ahead - ahead, nextDueOn: ended ? null : nextLook(next) },
    journals: [
      {
        event: 'lease.repriced',
        subject,
        on,
        postings: [
          ...rentReversed({ unpaidRent, unpaidTax, paidRent: refund.rent, paidTax: refund.tax }),
          ...feeReversed(fee),
          ...memoChanged({ from: unbilledRent(lease), to: price.remainder }),
        ],
      },
      {
        event: 'refund.ordered',
        subject,
        on,
        postings: [...creditRefunded({ amount: depositTotal(credit) }), ...aheadRefunded({ amount: ahead })],
      },
    ],
    refund: depositTotal(refund) > 0 ? refund : null,
  };
}

/**
 * Takes rent back that is not owed after all: what is unpaid whole, and `excess` of what was paid, the newest installments
 * first. Its tax is rounded once for the whole refund, unless the rate changed during the lease: then each installment's
 * by itself at its own rate; never above the tax collected (domain 2.5). `tax` `all`: nothing of the lease is left.
 */
export function reverseRent({ installments }: Lease, excess: Cents, tax: 'all' | 'of the rent') {
  const oneRate = installments.every(({ taxRate }) => isSameRate(taxRate, installments[0]!.taxRate));
  let left = excess;
  let unpaidRent = 0;
  let unpaidTax = 0;
  const refund = { ...noDeposit };
  const newestFirst = [...installments].reverse().map((one): BilledInstallment => {
    const openRent = one.rent - one.paidRent - one.reversedRent;
    const openTax = one.tax - one.paidTax - one.reversedTax;
    const backRent = Math.min(left, one.paidRent);
    left -= backRent;
    unpaidRent += openRent;
    unpaidTax += openTax;
    refund.rent += backRent;
    // At one rate a cent that this installment can't give comes from the next.
    const due = oneRate ? timesHalfUp(refund.rent, one.taxRate) - refund.tax : timesHalfUp(backRent, one.taxRate);
    const backTax = tax === 'all' ? one.paidTax : Math.min(due, one.paidTax);
    refund.tax += backTax;
    return {
      ...one,
      paidRent: one.paidRent - backRent,
      paidTax: one.paidTax - backTax,
      reversedRent: one.reversedRent + openRent + backRent,
      reversedTax: one.reversedTax + openTax + backTax,
    };
  });
  return { installments: newestFirst.reverse(), unpaidRent, unpaidTax, refund: refund as Deposit };
}

/** The fee that stays, taxed like payment 1, with which it is taken (domain 1.5). */
function feeAfter(lease: Lease, stays: Cents): Pick<Lease, 'processingFee' | 'feeTax'> {
  const { processingFee, feeTax, installments } = lease;
  if (stays === processingFee) return { processingFee, feeTax };
  const rate = installments[0]?.taxRate ?? lease.taxRate;
  return { processingFee: stays, feeTax: Math.min(feeTax, timesHalfUp(stays, rate)) };
}

/** The fee was billed with the start of the lease: what is above the one that stays is not owed, or was paid and goes back. */
function reverseFee(lease: Lease, stays: Pick<Lease, 'processingFee' | 'feeTax'>) {
  const paidFee = Math.max(0, lease.paidFee - stays.processingFee);
  const paidTax = Math.max(0, lease.paidFeeTax - stays.feeTax);
  return {
    lease: { ...stays, paidFee: lease.paidFee - paidFee, paidFeeTax: lease.paidFeeTax - paidTax },
    ...{ paidFee, paidTax },
    unpaidFee: lease.processingFee - stays.processingFee - paidFee,
    unpaidTax: lease.feeTax - stays.feeTax - paidTax,
  };
}

function pricingOf(lease: Lease) {
  const { factor, totalCap, processingFee, terms } = lease;
  return { factor, totalCap, processingFee, count: terms.count };
}
