import { addDays, type Day } from '../calendar/day.ts';
import type { Frequency } from '../calendar/pay-cycle.ts';
import { type Cents, timesHalfUp } from '../money/money.ts';
import { isRenegotiation, priceAfterSurrender } from '../pricing/surrender.ts';
import type { Installment } from '../schedule/schedule.ts';
import type { StateRules } from '../states/rules.ts';
import { type EarlyPurchaseQuote, type QuoteContext, quoteSettled, settledAlone } from './early-purchase-quote.ts';
import { changeFrequency, type FrequencyChange } from './frequency-change.ts';
import { depositTotal, installmentOf, type Lease, type LeaseLine, shareOf, unbilledRent } from './lease.ts';
import { leaseAfter, leaseLifecycle } from './lifecycle.ts';
import { returnable, kept as unitsKept } from './line.ts';
import { stillToPay, unbilledWithTax } from './owed.ts';
import type { ItemRequest, SkuUnits } from './pick-units.ts';
import { type PaymentOrder, placeMoney } from './place-money.ts';
import { returnToMerchant } from './take-back.ts';

/** What lies before a lessee who goes on as agreed. Amounts with tax; payments are those that are not billed yet. */
export type Outlook = {
  readonly frequency: Frequency;
  readonly paymentsLeft: number;
  readonly next: { readonly on: Day; readonly total: Cents } | null;
  readonly lastOn: Day | null;
  readonly stillToPay: Cents;
  /** Rent and processing fee of the whole lease, before tax. */
  readonly totalCost: Cents;
  readonly earlyPurchase: EarlyPurchaseQuote | null;
};

/** A lease as it would be, and what would follow; nothing has happened. */
export type Counterfactual = {
  readonly after: Outlook;
  /** Would be paid back. */
  readonly refund: Cents;
  /** Whether the change would be a renegotiation: new disclosures and a new signature (domain 2.5). */
  readonly needsSignature: boolean;
};

/** What the answers rest on beside the lease. */
export type View = QuoteContext & { readonly today: Day };

export function outlookOf(lease: Lease, view: View): Outlook {
  return outlook(lease, settledAlone(lease, view.pending), view);
}

/** If so much more were paid today: what is open first, then the next payments (domain C13). */
export function ifPaid(lease: Lease, amount: Cents, order: PaymentOrder, view: View): Counterfactual {
  const { lease: paid, over } = placeMoney(lease, amount, order);
  const settled = placeMoney(settledAlone(lease, view.pending), amount, order).lease;
  return { after: outlook(paid, settled, view), refund: over, needsSignature: false };
}

/**
 * If these goods went back today: inside the store's window, or before delivery, the lease is priced as if they had never
 * been in it; later they are surrendered, and only what is to come shrinks (domain 2.5). What can't go back is named.
 */
export function ifReturned(
  lease: Lease,
  item: ItemRequest,
  view: View & { readonly windowDays: number; readonly renegotiation: StateRules['renegotiation'] },
): Counterfactual | { readonly failed: SkuUnits[] } {
  const { today: on, windowDays, renegotiation } = view;
  const inWindow = lease.startedOn === null || on <= addDays(lease.startedOn, windowDays);
  const without = (one: Lease) => (inWindow ? backToMerchant(one, item, { on, windowDays }) : surrendered(one, item));
  const change = without(lease);
  if ('failed' in change) return change;
  const settled = without(settledAlone(lease, view.pending));
  if ('failed' in settled) return settled;
  const ends = leaseLifecycle.ends.includes(change.lease.state);
  return {
    after: outlook(change.lease, settled.lease, view),
    refund: change.refund,
    // Nobody signs an agreement that ends with the change (domain 2.5).
    needsSignature: !ends && isRenegotiation(renegotiation, unbilledRent(lease), unbilledRent(change.lease)),
  };
}

/** If what is to come were paid in another rhythm from the next payment on (domain 1.2): a new authorization is needed. */
export function ifFrequency(lease: Lease, to: Frequency, view: View): Counterfactual {
  const now = outlookOf(lease, view);
  const paidOff = lease.startedOn !== null && now.stillToPay === 0;
  if (now.next === null || to === now.frequency || paidOff) return { after: now, refund: 0, needsSignature: false };
  const left = { rent: unbilledRent(lease), payments: now.paymentsLeft, nextDueOn: now.next.on };
  const change = changeFrequency({ ...left, frequency: now.frequency }, to);
  const toCome = paymentsOf(lease, change);
  const after = {
    ...now,
    frequency: to,
    paymentsLeft: toCome.length,
    next: { on: toCome[0]!.dueOn, total: toCome[0]!.rent + toCome[0]!.tax },
    lastOn: toCome.at(-1)!.dueOn,
  };
  if (lease.startedOn === null) return { after, refund: 0, needsSignature: true };
  const unbilled = toCome.reduce((sum, { rent, tax }) => sum + rent + tax, 0);
  // The taxes of other payments are rounded otherwise: what was paid ahead may be some cents more than all of them.
  const refund = Math.max(0, lease.ahead - unbilled);
  const { regular, last } = change;
  const settled = settledAlone(lease, view.pending);
  const terms = { ...lease.terms, frequency: to, count: lease.billedCount + toCome.length, regular, last };
  return {
    after: {
      ...after,
      stillToPay: now.stillToPay - unbilledWithTax(lease) + unbilled + refund,
      // The statutes' formulas count the payments of the agreement as it is then (domain 2.3).
      earlyPurchase: quoteSettled({ ...settled, terms }, view, daysOf(view), () => toCome),
    },
    refund,
    needsSignature: true,
  };
}

/** `settled` is the same lease with settled money alone: what buying costs follows from that. */
function outlook(lease: Lease, settled: Lease, view: View): Outlook {
  const left = Math.max(0, lease.terms.count - lease.billedCount);
  const next = left === 0 ? null : installmentOf(lease, lease.billedCount + 1);
  const ends = leaseLifecycle.ends.includes(settled.state);
  return {
    frequency: lease.terms.frequency,
    paymentsLeft: left,
    next: next === null ? null : { on: next.dueOn, total: next.rent + next.tax },
    lastOn: left === 0 ? null : installmentOf(lease, lease.terms.count).dueOn,
    stillToPay: stillToPay(lease),
    totalCost: lease.totalRent + lease.processingFee,
    earlyPurchase: ends ? null : quoteSettled(settled, view, daysOf(view)),
  };
}

const daysOf = ({ today }: View) => ({ today, on: today });

function paymentsOf({ billedCount, taxRate }: Lease, { regular, last, dueOn }: FrequencyChange): Installment[] {
  return dueOn.map((day, index) => {
    const rent = index === dueOn.length - 1 ? last : regular;
    const days = { dueOn: day, debitOn: day, originateOn: day };
    return { number: billedCount + index + 1, ...days, rent, tax: timesHalfUp(rent, taxRate) };
  });
}

type GoneBack = { readonly lease: Lease; readonly refund: Cents } | { readonly failed: SkuUnits[] };

function backToMerchant(lease: Lease, item: ItemRequest, when: { on: Day; windowDays: number }): GoneBack {
  const order = { items: [item], ...when, subject: '', funded: new Map<number, Cents>() };
  const { change, failed } = returnToMerchant(lease, order);
  if (change === null || failed.length > 0) return { failed };
  return { lease: change.lease, refund: change.refund === null ? 0 : depositTotal(change.refund) };
}

/** What was billed stays. No rent is to come for goods that are gone: what was paid ahead for it goes back (domain 2.5). */
function surrendered(lease: Lease, { sku, quantity }: ItemRequest): GoneBack {
  const line = lease.lines.find((one) => one.kind === 'item' && one.sku === sku);
  const inHand = line === undefined ? 0 : returnable(line);
  const units = quantity ?? inHand;
  if (line === undefined || units > inHand || units === 0) return { failed: [{ sku, quantity: units }] };
  const goods = lease.lines.filter(({ kind }) => kind === 'item');
  const itemsCash = goods.reduce((sum, one) => sum + cashOf(one), 0);
  const goneCash = shareOf(cashOf(line), units, unitsKept(line));
  const before = unbilledRent(lease);
  const price = priceAfterSurrender({
    ...{ unbilledRent: before, billedRent: lease.totalRent - before, itemsCash, keptItemsCash: itemsCash - goneCash },
    ...{ count: lease.terms.count, billedCount: lease.billedCount },
  });
  const kept: Lease = {
    ...lease,
    state: goneCash === itemsCash ? leaseAfter(lease.state, 'return')! : lease.state,
    cashPrice: lease.cashPrice - goneCash,
    totalRent: price.totalRent,
    terms: {
      ...lease.terms,
      count: lease.billedCount + price.remainingCount,
      ...(price.remainingCount > 0 ? { regular: price.regular, last: price.last } : {}),
    },
  };
  const refund = Math.max(0, lease.ahead - unbilledWithTax(kept));
  return { lease: { ...kept, ahead: lease.ahead - refund }, refund };
}

/** Cash price of the units of a line that are still in the lease. */
function cashOf(line: LeaseLine): Cents {
  return line.cash - line.cancelledCash - line.returnedCash;
}
