import { addDays, type Day } from '../calendar/day.ts';
import type { Frequency } from '../calendar/pay-cycle.ts';
import type { Cents } from '../money/money.ts';
import { inceptionDerivations, spreadDerivations } from '../pricing/change-derivation.ts';
import { type Derivation, figure } from '../pricing/derivation.ts';
import type { Liability } from '../pricing/liability.ts';
import { isRenegotiation } from '../pricing/surrender.ts';
import type { Installment } from '../schedule/schedule.ts';
import type { StateRules } from '../states/rules.ts';
import { type DateChange, type DateChangeLimits, moveDueDays, type NoDateChange } from './date-change.ts';
import {
  type EarlyPurchaseQuote,
  type QuoteContext,
  quoteEarlyPurchase,
  quoteSettled,
  settledAlone,
} from './early-purchase-quote.ts';
import { type Exchange, type ExchangeWish, exchangeGoods } from './exchange.ts';
import { changeFrequency, paymentsPerYear } from './frequency-change.ts';
import { depositTotal, type Lease, paidRent } from './lease.ts';
import { leaseLifecycle } from './lifecycle.ts';
import { lossLiability } from './loss.ts';
import { stillToPay } from './owed.ts';
import type { ItemRequest, SkuUnits } from './pick-units.ts';
import { type PaymentOrder, placeMoney, withoutTooMuchAhead } from './place-money.ts';
import { surrenderGoods, takeFromCustomer } from './surrender.ts';
import { returnToMerchant } from './take-back.ts';
import { paymentsToCome, rentOf, termsFrom } from './to-come.ts';

/** What lies before a lessee who goes on as agreed. Amounts with tax; payments are those that are still to be made. */
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
  readonly lease: Lease;
  readonly after: Outlook;
  readonly payments: readonly Installment[];
  /** Would be paid back. */
  readonly refund: Cents;
  /** Whether the law of the place calls it a new agreement: a change of any kind, or of the average payment (domain 2.5). */
  readonly renegotiation: boolean;
  /** Whether new disclosures and a new signature are needed first. */
  readonly needsSignature: boolean;
  /** Whether a permission to debit an account has to be given anew: other days, or more than it was given for (domain 4.10). */
  readonly needsAuthorization: boolean;
  readonly derivation: readonly Derivation[];
};

/** What the answers rest on beside the lease. */
export type View = QuoteContext & { readonly today: Day };

/** The same with what the law of the place calls a new agreement. */
export type AmendmentView = View & { readonly renegotiation: StateRules['renegotiation'] };

export function outlookOf(lease: Lease, view: View): Outlook {
  return outlook(lease, settledAlone(lease, view.pending), view);
}

/** `settled` is the same lease with settled money alone: what buying costs follows from that. */
function outlook(lease: Lease, settled: Lease, view: View): Outlook {
  const payments = paymentsToCome(lease);
  const [next, last] = [payments[0], payments.at(-1)];
  const over = leaseLifecycle.ends.includes(settled.state);
  return {
    frequency: lease.terms.frequency,
    paymentsLeft: payments.length,
    next: next === undefined ? null : { on: next.dueOn, total: next.rent + next.tax },
    lastOn: last?.dueOn ?? null,
    stillToPay: stillToPay(lease),
    totalCost: lease.totalRent + lease.processingFee,
    earlyPurchase: over ? null : quoteSettled(settled, view, { today: view.today, on: view.today }),
  };
}

/** If so much more were paid: what is open first, then the next payments (domain C13). */
export function ifPaid(lease: Lease, amount: Cents, order: PaymentOrder, view: View): Counterfactual {
  const { lease: paid, over } = placeMoney(lease, amount, order);
  const settled = placeMoney(settledAlone(lease, view.pending), amount, order).lease;
  return counterfactual({ before: lease, after: paid, settled }, view, { refund: over });
}

/**
 * If these goods went back today: inside the store's window, or before delivery, the lease is priced as if they had never
 * been in it; later they are surrendered, and only what is to come shrinks (domain 2.5). What can't go back is named.
 */
export function ifReturned(
  lease: Lease,
  item: ItemRequest,
  view: AmendmentView & { readonly windowDays: number },
): Counterfactual | { readonly failed: SkuUnits[] } {
  const { today: on, windowDays } = view;
  const inWindow = lease.startedOn === null || on <= addDays(lease.startedOn, windowDays);
  const without = (one: Lease) => (inWindow ? backToMerchant(one, item, { on, windowDays }) : surrendered(one, item));
  const [change, settled] = [without(lease), without(settledAlone(lease, view.pending))];
  if ('failed' in change) return change;
  if ('failed' in settled) return settled;
  const { refund, derivation } = change;
  const renegotiation = isNewAgreement(view, lease, change.lease);
  return counterfactual({ before: lease, after: change.lease, settled: settled.lease }, view, {
    ...{ refund, derivation, renegotiation },
  });
}

/** If what is to come were paid in another rhythm from the next payment on (domain 1.2): a new authorization is needed. */
export function ifFrequency(lease: Lease, to: Frequency, view: View): Counterfactual {
  const agreed = paymentsToCome(lease);
  const next = agreed[0];
  const { frequency } = lease.terms;
  const paidOff = lease.startedOn !== null && stillToPay(lease) === 0;
  const settled = settledAlone(lease, view.pending);
  if (next === undefined || next.number === 1 || to === frequency || paidOff) {
    return counterfactual({ before: lease, after: lease, settled }, view, {});
  }
  const [rent, payments] = [rentOf(agreed), agreed.length];
  const { regular, last, dueOn } = changeFrequency({ rent, payments, frequency, nextDueOn: next.dueOn }, to);
  const spread = { regular, last, count: dueOn.length };
  const terms = termsFrom(lease, next.dueOn, { frequency: to, spread });
  const [w, v] = [paymentsPerYear[to], paymentsPerYear[frequency]];
  const most = Math.max(1, Math.floor((payments * w) / v));
  // Number, amount and days change at once, which is a new agreement anywhere.
  return counterfactual({ before: lease, after: { ...lease, terms }, settled: { ...settled, terms } }, view, {
    renegotiation: true,
    derivation: [
      figure('change.payments', 'max(1, floor(m × w / v))', { m: payments, w, v }, most),
      ...spreadDerivations(rent, most, spread),
    ],
  });
}

/** If the days of the payments moved: `movedDays` and `earlier` as date-change.ts says them. */
export type IfDueDay = Counterfactual & Pick<DateChange, 'movedDays' | 'earlier'>;

/** If the next payment were due on another day, and those after it on the pay days that follow (domain 1.7). */
export function ifDueDay(
  lease: Lease,
  wish: { readonly to: Day; readonly acceptsEarlier: boolean },
  limits: DateChangeLimits,
  view: AmendmentView,
): IfDueDay | NoDateChange {
  const change = moveDueDays(lease, { ...wish, today: view.today }, limits);
  if ('refused' in change) return change;
  const { lease: after, derivation, movedDays, earlier } = change;
  const settled = { ...settledAlone(lease, view.pending), terms: after.terms };
  const answer = counterfactual({ before: lease, after, settled }, view, {
    derivation,
    renegotiation: movedDays > 0 && view.renegotiation.anyChange,
    // Rent that falls due before the agreed day does so by the customer's own signed word.
    needsSignature: earlier,
  });
  return { ...answer, movedDays, earlier };
}

/** If goods were exchanged for others (domain 2.5): `way` and `dearer` as exchange.ts says them. */
export type IfExchanged = Counterfactual & Pick<Exchange, 'way' | 'dearer'>;

/**
 * If units were exchanged. A higher price is never without the customer's signature, and before delivery no other value is,
 * because the goods are not those of the agreement (product 12); a place where any change is a new agreement counts
 * the goods too (Maine).
 */
export function ifExchanged(
  lease: Lease,
  wish: Pick<ExchangeWish, 'item' | 'priceOf'>,
  view: AmendmentView & { readonly windowDays: number },
): IfExchanged | { readonly failed: SkuUnits[] } {
  const exchanged = (one: Lease) => exchangeGoods(one, { ...wish, on: view.today, windowDays: view.windowDays });
  const [exchange, settled] = [exchanged(lease), exchanged(settledAlone(lease, view.pending))];
  if ('failed' in exchange) return exchange;
  if ('failed' in settled) return settled;
  const { way, dearer, refund, derivation } = exchange;
  const leases = { before: lease, after: exchange.lease, settled: settled.lease };
  const answer = counterfactual(leases, view, {
    ...{ refund, derivation },
    renegotiation: view.renegotiation.anyChange || isNewAgreement(view, lease, exchange.lease),
    needsSignature: dearer > 0 || (dearer < 0 && lease.startedOn === null),
  });
  return { ...answer, way, dearer };
}

/** If goods were lost, stolen or damaged: what is owed for them at most, and the lease without them unless they are repaired. */
export type IfLost = Counterfactual & { readonly liability: Liability };

export function ifLost(
  lease: Lease,
  {
    item,
    ...known
  }: {
    readonly item: ItemRequest | undefined;
    readonly marketValue: Cents | null;
    readonly repairCost: Cents | null;
  },
  view: AmendmentView,
): IfLost | { readonly failed: SkuUnits[] } {
  const gone = takeFromCustomer(lease, item);
  if ('failed' in gone) return gone;
  const quote = quoteEarlyPurchase(lease, view, { today: view.today, on: view.today });
  const liability = lossLiability(lease, gone, { ...known, quote });
  if (liability === null) return { failed: [] };
  const settled = settledAlone(lease, view.pending);
  if (liability.by === 'repairCost') {
    const { derivation } = liability;
    return { ...counterfactual({ before: lease, after: lease, settled }, view, { derivation }), liability };
  }
  const without = surrenderGoods(lease, gone);
  const leases = { before: lease, after: without.lease, settled: surrenderGoods(settled, gone).lease };
  const answer = counterfactual(leases, view, {
    derivation: [...liability.derivation, ...without.derivation],
    renegotiation: isNewAgreement(view, lease, without.lease),
  });
  return { ...answer, liability };
}

type GoneBack =
  | { readonly lease: Lease; readonly refund: Cents; readonly derivation: readonly Derivation[] }
  | { readonly failed: SkuUnits[] };

function backToMerchant(lease: Lease, item: ItemRequest, when: { on: Day; windowDays: number }): GoneBack {
  const order = { items: [item], ...when, subject: '', funded: new Map<number, Cents>() };
  const { change, failed } = returnToMerchant(lease, order);
  if (change === null || failed.length > 0) return { failed };
  const { cashPrice } = change.lease;
  const { factor, totalCap, processingFee } = lease;
  return {
    lease: change.lease,
    refund: change.refund === null ? 0 : depositTotal(change.refund),
    derivation: inceptionDerivations({ cashPrice, factor, totalCap, processingFee }, paidRent(lease)),
  };
}

function surrendered(lease: Lease, item: ItemRequest): GoneBack {
  const gone = takeFromCustomer(lease, item);
  return 'failed' in gone ? gone : { ...surrenderGoods(lease, gone), refund: 0 };
}

/** The lease as it is, as it would be, and as it would be with settled money alone. */
type Leases = { readonly before: Lease; readonly after: Lease; readonly settled: Lease };
type Findings = Partial<Pick<Counterfactual, 'refund' | 'renegotiation' | 'needsSignature' | 'derivation'>>;

function counterfactual({ before, after, settled }: Leases, view: View, findings: Findings): Counterfactual {
  const idle = withoutIdleMoney(after, view);
  const { lease } = idle;
  const payments = paymentsToCome(lease);
  const { refund = 0, renegotiation = false, needsSignature = false, derivation = [] } = findings;
  return {
    ...{ lease, payments, renegotiation, derivation },
    after: outlook(lease, withoutIdleMoney(settled, view).lease, view),
    refund: refund + (idle.refund?.ahead ?? 0),
    needsSignature: renegotiation || needsSignature,
    needsAuthorization: exceedsPermission(paymentsToCome(before), payments),
  };
}

function withoutIdleMoney(lease: Lease, { today: on }: View) {
  return withoutTooMuchAhead(lease, { on, subject: '' });
}

/** With nothing to come no amendment follows (domain 2.5). */
function isNewAgreement({ renegotiation }: AmendmentView, before: Lease, after: Lease): boolean {
  const payments = paymentsToCome(after);
  return payments.length > 0 && isRenegotiation(renegotiation, rentOf(paymentsToCome(before)), rentOf(payments));
}

function exceedsPermission(agreed: readonly Installment[], payments: readonly Installment[]): boolean {
  const days = new Set(agreed.map(({ dueOn }) => dueOn));
  const most = Math.max(0, ...agreed.map(({ rent, tax }) => rent + tax));
  return payments.some(({ dueOn, rent, tax }) => !days.has(dueOn) || rent + tax > most);
}
