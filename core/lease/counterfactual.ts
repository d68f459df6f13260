import { addDays, type Day } from '../calendar/day.ts';
import type { Frequency } from '../calendar/pay-cycle.ts';
import { type Cents, timesHalfUp } from '../money/money.ts';
import { isRenegotiation, priceAfterSurrender } from '../pricing/surrender.ts';
import type { StateRules } from '../states/rules.ts';
import { type EarlyPurchaseQuote, type QuoteContext, quoteEarlyPurchase } from './early-purchase-quote.ts';
import { changeFrequency } from './frequency-change.ts';
import { depositTotal, installmentOf, type Lease, type LeaseLine, shareOf, unbilledRent } from './lease.ts';
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
  const left = Math.max(0, lease.terms.count - lease.billedCount);
  const next = left === 0 ? null : installmentOf(lease, lease.billedCount + 1);
  return {
    frequency: lease.terms.frequency,
    paymentsLeft: left,
    next: next === null ? null : { on: next.dueOn, total: next.rent + next.tax },
    lastOn: left === 0 ? null : installmentOf(lease, lease.terms.count).dueOn,
    stillToPay: stillToPay(lease),
    totalCost: lease.totalRent + lease.processingFee,
    earlyPurchase: quoteEarlyPurchase(lease, view, { today: view.today, on: view.today }),
  };
}

/** If so much more were paid today: what is open first, then the next payments (domain C13). */
export function ifPaid(lease: Lease, amount: Cents, order: PaymentOrder, view: View): Counterfactual {
  const { lease: paid, over } = placeMoney(lease, amount, order);
  return { after: outlookOf(paid, view), refund: over, needsSignature: false };
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
  if (!inWindow) return ifSurrendered(lease, item, view, renegotiation);
  const { change, failed } = returnToMerchant(lease, {
    items: [item],
    ...{ on, windowDays, subject: '', funded: new Map<number, Cents>() },
  });
  if (change === null || failed.length > 0) return { failed };
  return {
    after: outlookOf(change.lease, view),
    refund: change.refund === null ? 0 : depositTotal(change.refund),
    needsSignature:
      change.lease.terms.count > 0 && isRenegotiation(renegotiation, unbilledRent(lease), unbilledRent(change.lease)),
  };
}

/** If what is to come were paid in another rhythm from the next payment on (domain 1.2): a new authorization is needed. */
export function ifFrequency(lease: Lease, to: Frequency, view: View): Counterfactual {
  const now = outlookOf(lease, view);
  if (now.next === null || to === now.frequency) return { after: now, refund: 0, needsSignature: false };
  const rent = unbilledRent(lease);
  const change = changeFrequency(
    { rent, payments: now.paymentsLeft, frequency: now.frequency, nextDueOn: now.next.on },
    to,
  );
  const taxOf = (amount: Cents) => timesHalfUp(amount, lease.taxRate);
  const count = change.dueOn.length;
  const unbilled = rent + taxOf(change.regular) * (count - 1) + taxOf(change.last);
  return {
    after: {
      ...now,
      frequency: to,
      paymentsLeft: count,
      next: { on: change.dueOn[0]!, total: change.regular + taxOf(change.regular) },
      lastOn: change.dueOn[count - 1]!,
      stillToPay: now.stillToPay === 0 ? 0 : now.stillToPay - unbilledWithTax(lease) + unbilled,
    },
    refund: 0,
    needsSignature: true,
  };
}

function ifSurrendered(
  lease: Lease,
  { sku, quantity }: ItemRequest,
  view: View,
  renegotiation: StateRules['renegotiation'],
): Counterfactual | { readonly failed: SkuUnits[] } {
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
  const ends = goneCash === itemsCash;
  const kept: Lease = {
    ...lease,
    cashPrice: lease.cashPrice - goneCash,
    totalRent: price.totalRent,
    terms: {
      ...lease.terms,
      count: lease.billedCount + price.remainingCount,
      ...(price.remainingCount > 0 ? { regular: price.regular, last: price.last } : {}),
    },
  };
  return {
    after: { ...outlookOf(kept, view), ...(ends ? { earlyPurchase: null } : {}) },
    refund: 0,
    needsSignature: !ends && isRenegotiation(renegotiation, before, price.unbilledRent),
  };
}

/** Cash price of the units of a line that are still in the lease. */
function cashOf(line: LeaseLine): Cents {
  return line.cash - line.cancelledCash - line.returnedCash;
}
