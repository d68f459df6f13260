import { addDays, type Day, minDay } from '../calendar/day.ts';
import { type Cents, type Rate, ratio, timesHalfUp } from '../money/money.ts';
import {
  type EarlyPurchase,
  type EarlyPurchaseLaw,
  earlyPurchase,
  type LeaseStanding,
  statutoryLastDay,
  windowLastDay,
} from '../pricing/early-purchase.ts';
import type { Installment } from '../schedule/schedule.ts';
import { installmentOf, type Lease, noDeposit, paidRent } from './lease.ts';
import { netOf, openFee, openOf } from './owed.ts';
import { takeMoneyOut } from './place-money.ts';

/** What a quote of a lease needs beside the lease: the law it was signed under, when, and money that may still come back. */
export type QuoteContext = {
  readonly law: EarlyPurchaseLaw;
  readonly signedOn: Day;
  /** What lies in the lease of payments that are taken and not settled: shown, and not counted as paid (domain 2.1). */
  readonly pending: Cents;
  /** The tax rate in force on the day that is asked about, where it is not the lease's. */
  readonly taxRate?: Rate;
};

/** The price of the goods on a day, and what stands behind it. */
export type EarlyPurchaseQuote = EarlyPurchase & {
  readonly on: Day;
  /** The last day, inclusive, on which this price holds when nothing is paid meanwhile (domain 2.3). */
  readonly validThrough: Day;
  readonly standing: LeaseStanding;
  readonly pending: Cents;
};

const validDaysMost = 10;

/**
 * What buying costs on that day. For a day to come the payments due from today until then count as made: the price is what
 * a lessee sees who goes on as agreed. Null where nothing is left to buy: the lease is over, or wholly paid.
 */
export function quoteEarlyPurchase(lease: Lease, context: QuoteContext, days: QuoteDays): EarlyPurchaseQuote | null {
  return quoteSettled(settledAlone(lease, context.pending), context, days);
}

export type QuoteDays = { readonly today: Day; readonly on: Day };

/** The same of a lease that holds settled money alone. */
export function quoteSettled(
  lease: Lease,
  { law, signedOn, pending, taxRate = lease.taxRate }: QuoteContext,
  { today, on }: QuoteDays,
): EarlyPurchaseQuote | null {
  const paid = paidBy(lease, unbilled(lease), { today, through: on > today ? on : null });
  const open = lease.installments.filter((one) => one.dueOn < today && openOf(one) > 0);
  const standing: LeaseStanding = {
    cashPrice: lease.cashPrice,
    totalRent: lease.totalRent,
    count: lease.terms.count,
    regular: lease.terms.regular,
    paidRent: paid.rent,
    paidCount: paid.count,
    pastDueRent: open.reduce((sum, one) => sum + netOf(one).rent - one.paidRent, 0),
    pastDueCount: open.length,
    unpaidFees: openFee(lease),
    signedOn,
    startOn: lease.startOn,
    taxRate,
    law,
  };
  if (standing.paidRent >= standing.totalRent) return null;
  const offer = earlyPurchase(standing, on);
  return { ...offer, on, validThrough: validThrough(unbilled(lease), standing, offer, on), standing, pending };
}

/** The lease without the money that may still come back. */
export function settledAlone(lease: Lease, pending: Cents): Lease {
  if (pending === 0) return lease;
  return lease.startedOn === null ? { ...lease, deposit: noDeposit } : takeMoneyOut(lease, pending).lease;
}

/** Rent that is paid and how many payments it pays in full; every payment from today on until `through` is made. */
function paidBy(
  lease: Lease,
  toCome: Iterable<Installment>,
  { today, through }: { readonly today: Day; readonly through: Day | null },
): { rent: Cents; count: number } {
  const paid = { rent: paidRent(lease), count: lease.startedOn === null ? depositCount(lease) : 0 };
  for (const one of lease.installments) {
    // Billed today and open: a lessee who goes on as agreed pays it today.
    const made = through !== null && one.dueOn >= today;
    if (made) paid.rent += netOf(one).rent - one.paidRent;
    if (made || openOf(one) === 0) paid.count += 1;
  }
  let ahead = lease.ahead;
  for (const { rent, tax, dueOn } of toCome) {
    const falls = through !== null && dueOn <= through;
    if (!falls && ahead < rent + tax) return { ...paid, rent: paid.rent + rentIn(ahead, rent, tax) };
    ahead = Math.max(0, ahead - rent - tax);
    paid.rent += rent;
    paid.count += 1;
  }
  return paid;
}

function* unbilled(lease: Lease): Iterable<Installment> {
  const billed = lease.startedOn === null ? depositCount(lease) : lease.billedCount;
  for (let number = billed + 1; number <= lease.terms.count; number += 1) yield installmentOf(lease, number);
}

/** Before delivery payment 1 is a deposit: it is paid, and not billed. */
function depositCount(lease: Lease): number {
  return lease.deposit.rent > 0 ? 1 : 0;
}

/** The rent in a part payment, the tax in proportion (domain C13). */
function rentIn(amount: Cents, rent: Cents, tax: Cents): Cents {
  return amount === 0 ? 0 : amount - timesHalfUp(amount, ratio(tax, rent + tax));
}

/** Ten days, but never past the day before the next payment, nor past a window whose price this is (domain 2.3). */
function validThrough(toCome: Iterable<Installment>, standing: LeaseStanding, offer: EarlyPurchase, on: Day): Day {
  const next = nextDue(toCome, on);
  const days = [addDays(on, validDaysMost), ...(next === null ? [] : [addDays(next, -1)])];
  const { contract } = standing.law;
  if (offer.by === 'contract' && offer.method === 'same_as_cash') {
    days.push(windowLastDay({ startOn: standing.startOn, terms: contract }));
  }
  const statutesLast = offer.by === 'statute' ? statutoryLastDay(offer.rule, standing) : null;
  if (statutesLast !== null) days.push(statutesLast);
  return days.reduce(minDay);
}

function nextDue(toCome: Iterable<Installment>, after: Day): Day | null {
  for (const { dueOn } of toCome) if (dueOn > after) return dueOn;
  return null;
}
