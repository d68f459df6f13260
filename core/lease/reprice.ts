import type { Day } from '../calendar/day.ts';
import { aheadRefunded } from '../ledger/payment-postings.ts';
import { creditRefunded, depositRefunded, memoChanged, rentReversed } from '../ledger/postings.ts';
import { timesHalfUp } from '../money/money.ts';
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
 * back, the fee too. `subject` names this change in the ledger.
 */
export function repriceLease(lease: Lease, lines: readonly LeaseLine[], on: Day, subject: string): Repriced {
  return lease.startedOn === null
    ? repriceBeforeDelivery(lease, lines, on, subject)
    : repriceAfterDelivery(lease, lines, on, subject);
}

function repriceBeforeDelivery(lease: Lease, lines: readonly LeaseLine[], on: Day, subject: string): Repriced {
  const kept = keptCash(lines);
  const { deposit } = lease;
  // Payment 1 was taken at signing: it stays what it was, and the others carry the rest. Unless it came back unpaid.
  const taken = deposit.rent > 0 ? 1 : 0;
  const price = repriceFromInception({
    ...pricingOf(lease),
    keptCashPrice: kept,
    paidRent: deposit.rent,
    billedCount: taken,
  });
  // Of the tax taken, exactly that of the rent that stays is kept (domain 1.5): a cent more would be nobody's on delivery,
  // a cent less would be owed for ever.
  const keptTax = timesHalfUp(deposit.rent - price.excessPaid, lease.taxRate);
  const tax = price.excessPaid === 0 ? 0 : Math.max(0, deposit.tax - keptTax);
  const refund: Deposit = kept === 0 ? deposit : { ...noDeposit, rent: price.excessPaid, tax };
  const amount = depositTotal(refund);
  const count = taken + price.remainingCount;
  const { firstRent: _before, ...terms } = lease.terms;
  const first = deposit.rent - refund.rent;
  const rest =
    price.remainingCount > 0 ? { regular: price.regular, last: price.last } : { regular: first, last: first };
  const repriced: LeaseTerms = { ...terms, count, ...rest, ...(taken === 1 ? { firstRent: first } : {}) };
  return {
    lease: {
      ...lease,
      lines,
      cashPrice: kept,
      totalRent: price.totalRent,
      state: kept === 0 ? leaseAfter(lease.state, 'cancel')! : lease.state,
      terms: kept === 0 ? { ...terms, count: 0, regular: 0, last: 0 } : repriced,
      deposit: {
        rent: first,
        tax: deposit.tax - refund.tax,
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

function repriceAfterDelivery(lease: Lease, lines: readonly LeaseLine[], on: Day, subject: string): Repriced {
  const kept = keptCash(lines);
  const paid = paidRent(lease);
  const price = repriceFromInception({
    ...pricingOf(lease),
    keptCashPrice: kept,
    paidRent: paid,
    billedCount: lease.billedCount,
  });
  const reversal = reverse(lease, price.excessPaid, kept === 0);
  const ended = kept === 0;
  const next: Lease = {
    ...lease,
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
  const refund: Deposit = { ...reversal.refund, ahead };
  return {
    lease: { ...next, ahead: lease.ahead - ahead, nextDueOn: ended ? null : nextLook(next) },
    journals: [
      {
        event: 'lease.repriced',
        subject,
        on,
        postings: [
          ...rentReversed({ unpaidRent, unpaidTax, paidRent: refund.rent, paidTax: refund.tax }),
          ...memoChanged({ from: unbilledRent(lease), to: price.remainder }),
        ],
      },
      {
        event: 'refund.ordered',
        subject,
        on,
        postings: [...creditRefunded({ amount: depositTotal(reversal.refund) }), ...aheadRefunded({ amount: ahead })],
      },
    ],
    refund: depositTotal(refund) > 0 ? refund : null,
  };
}

/** Unpaid rent is taken back whole; paid rent above the new total goes back newest first, each with its own tax. */
function reverse(lease: Lease, excess: number, everything: boolean) {
  let left = excess;
  let unpaidRent = 0;
  let unpaidTax = 0;
  const refund = { ...noDeposit };
  const newestFirst = [...lease.installments].reverse().map((one): BilledInstallment => {
    const openRent = one.rent - one.paidRent - one.reversedRent;
    const openTax = one.tax - one.paidTax - one.reversedTax;
    const backRent = Math.min(left, one.paidRent);
    // Tax goes back with its rent, never above what was collected with it.
    const backTax = everything ? one.paidTax : Math.min(timesHalfUp(backRent, lease.taxRate), one.paidTax);
    left -= backRent;
    unpaidRent += openRent;
    unpaidTax += openTax;
    refund.rent += backRent;
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

function pricingOf(lease: Lease) {
  const { factor, totalCap, processingFee, terms } = lease;
  return { factor, totalCap, processingFee, count: terms.count };
}
