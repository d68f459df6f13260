import { addDays, type Day, minDay } from '../calendar/day.ts';
import type { Cents } from '../money/money.ts';
import {
  type EarlyPurchase,
  type EarlyPurchaseLaw,
  earlyPurchase,
  type LeaseStanding,
  statutoryLastDay,
  windowLastDay,
} from '../pricing/early-purchase.ts';
import { installmentOf, type Lease, paidRent } from './lease.ts';
import { netOf, openFee, openOf } from './owed.ts';

/** What a quote of a lease needs beside the lease: the law it was signed under, when, and money that may still come back. */
export type QuoteContext = {
  readonly law: EarlyPurchaseLaw;
  readonly signedOn: Day;
  /** Rent of payments that are taken and not settled: shown, and not counted as paid (domain 2.1). */
  readonly pendingRent: Cents;
};

/** The price of the goods on a day, and what stands behind it. */
export type EarlyPurchaseQuote = EarlyPurchase & {
  readonly on: Day;
  /** The last day, inclusive, on which this price holds when nothing is paid meanwhile (domain 2.3). */
  readonly validThrough: Day;
  readonly standing: LeaseStanding;
  readonly pendingRent: Cents;
};

const validDaysMost = 10;

/**
 * What buying costs on that day. For a day to come the payments due until then count as made: the price is what a lessee
 * sees who goes on as agreed. Null where nothing is left to buy: the lease is over, or wholly paid.
 */
export function quoteEarlyPurchase(
  lease: Lease,
  { law, signedOn, pendingRent }: QuoteContext,
  { today, on }: { readonly today: Day; readonly on: Day },
): EarlyPurchaseQuote | null {
  const paid = paidBy(lease, on > today ? on : null, pendingRent);
  const open = lease.installments.filter((one) => one.dueOn < today && openOf(one) > 0);
  const standing: LeaseStanding = {
    ...{
      cashPrice: lease.cashPrice,
      totalRent: lease.totalRent,
      count: lease.terms.count,
      regular: lease.terms.regular,
    },
    ...{ paidRent: paid.rent, paidCount: paid.count },
    pastDueRent: open.reduce((sum, one) => sum + netOf(one).rent - one.paidRent, 0),
    pastDueCount: open.length,
    unpaidFees: openFee(lease),
    ...{ signedOn, startOn: lease.startOn, taxRate: lease.taxRate, law },
  };
  if (standing.paidRent >= standing.totalRent) return null;
  const offer = earlyPurchase(standing, on);
  return { ...offer, on, validThrough: validThrough(lease, standing, offer, on), standing, pendingRent };
}

/** Rent that is paid and how many payments it pays in full; until `through` every payment that falls due is made. */
function paidBy(lease: Lease, through: Day | null, pendingRent: Cents): { rent: Cents; count: number } {
  const full = lease.installments.filter((one) => openOf(one) === 0).length;
  const paid = { rent: paidRent(lease) - pendingRent, count: lease.startedOn === null ? depositCount(lease) : full };
  let ahead = lease.ahead;
  for (let number = firstUnbilled(lease); number <= lease.terms.count; number += 1) {
    const { rent, tax, dueOn } = installmentOf(lease, number);
    const falls = through !== null && dueOn <= through;
    if (!falls && ahead < rent + tax) return { ...paid, rent: paid.rent + rentIn(ahead, rent, tax) };
    ahead = Math.max(0, ahead - rent - tax);
    paid.rent += rent;
    paid.count += 1;
  }
  return paid;
}

/** Before delivery payment 1 is a deposit: it is paid, and not billed. */
function depositCount(lease: Lease): number {
  return lease.deposit.rent > 0 ? 1 : 0;
}

function firstUnbilled(lease: Lease): number {
  return (lease.startedOn === null ? depositCount(lease) : lease.billedCount) + 1;
}

/** The rent in a part payment, the tax in proportion (domain C13). */
function rentIn(amount: Cents, rent: Cents, tax: Cents): Cents {
  return amount === 0 ? 0 : amount - Math.floor((2 * amount * tax + rent + tax) / (2 * (rent + tax)));
}

/** Ten days, but never past the day before the next payment, nor past a window whose price this is (domain 2.3). */
function validThrough(lease: Lease, standing: LeaseStanding, offer: EarlyPurchase, on: Day): Day {
  const next = nextDue(lease, on);
  const days = [addDays(on, validDaysMost), ...(next === null ? [] : [addDays(next, -1)])];
  if (offer.method === 'same_as_cash') {
    const { contract, statutory } = standing.law;
    const own = offer.by === 'contract' ? [windowLastDay({ startOn: standing.startOn, terms: contract })] : [];
    const theirs = offer.by === 'statute' ? (statutory ?? []).map((method) => statutoryLastDay(method, standing)) : [];
    days.push(
      ...own,
      ...theirs
        .filter((day) => day !== null && day >= on)
        .map((day) => day!)
        .slice(0, 1),
    );
  }
  return days.reduce(minDay);
}

function nextDue(lease: Lease, after: Day): Day | null {
  for (let number = firstUnbilled(lease); number <= lease.terms.count; number += 1) {
    const { dueOn } = installmentOf(lease, number);
    if (dueOn > after) return dueOn;
  }
  return null;
}
