import { addDays, type Day, maxDay } from '#core/calendar/day.ts';
import { cycleFrom } from '#core/calendar/pay-cycle.ts';
import { billDueInstallments, daysToBill } from '#core/lease/bill.ts';
import type { LeaseChange } from '#core/lease/change.ts';
import { changeTaxRate } from '#core/lease/change-tax-rate.ts';
import {
  type AmendmentView,
  type Counterfactual,
  type IfDueDay,
  type IfExchanged,
  type IfLost,
  ifDueDay,
  ifExchanged,
  ifFrequency,
  ifLost,
  ifPaid,
  ifReturned,
} from '#core/lease/counterfactual.ts';
import { dateChangeLimits, type NoDateChange } from '#core/lease/date-change.ts';
import { type EarlyPurchaseQuote, quoteEarlyPurchase } from '#core/lease/early-purchase-quote.ts';
import { changeFrequency } from '#core/lease/frequency-change.ts';
import { daysLate, lateFee } from '#core/lease/late-fee.ts';
import { type Lease, type LeaseLine, noDeposit } from '#core/lease/lease.ts';
import { lowerPrice } from '#core/lease/lower-price.ts';
import { stillToPay } from '#core/lease/owed.ts';
import type { SkuUnits } from '#core/lease/pick-units.ts';
import { placeMoney } from '#core/lease/place-money.ts';
import { lastDayToResume, lastDayToResumeAfterReturn, reinstatementFee } from '#core/lease/reinstate.ts';
import { vestByLaw } from '#core/lease/vest-by-law.ts';
import { allocate, type Cents, type Rate, rate, type Split, timesHalfUp } from '#core/money/money.ts';
import { type EarlyPurchase, earlyPurchaseTable, statutoryLastDay } from '#core/pricing/early-purchase.ts';
import { type LeasePrice, type PriceTerms, priceLease } from '#core/pricing/price.ts';
import { repriceFromInception } from '#core/pricing/reprice.ts';
import { isRenegotiation, priceAfterSurrender } from '#core/pricing/surrender.ts';
import { dueBy, installment, installments, rentOfFirst, type ScheduleTerms } from '#core/schedule/schedule.ts';
import { readRecord, rulesOf, type StateRules } from '#core/states/rules.ts';
import type { Law, LawRecord, LeaseCase, MoneyCame, Supposed } from '../../checker/lease-case.ts';
import type { Plain } from '../../checker/recompute.ts';

/** The lease as the house knows it: its law, its price and its schedule. */
export type Known = {
  readonly asked: LeaseCase;
  readonly law: StateRules;
  readonly taxRate: Rate;
  readonly priceTerms: PriceTerms;
  readonly price: LeasePrice;
  readonly terms: ScheduleTerms;
};

/** What the engine says to a case, in the checker's words. */
export function engineAnswers(asked: LeaseCase): Plain {
  const known = knownOf(asked);
  if (known === null) return { refused: true };
  const { price } = known;
  return {
    price: priceWords(price),
    articles: allocate(price.totalRent, asked.articlesCents),
    payments: paymentWords(known),
    examples: exampleWords(known),
    buying: asked.buying.map((question) => buyingWords(known, question)),
    late: asked.late.map((question) => lateWords(known, question)),
    resuming: asked.resuming.map((question) => resumingWords(known, question)),
    keeping: asked.keeping.map((question) => keepingWords(known, question)),
    givingUp: asked.givingUp.map((question) => givingUpWords(known, question)),
    supposing: asked.supposing.map((question) => supposingWords(known, question)),
    vesting: asked.vesting.map((question) => vestingWords(known, question)),
    surrendering: asked.surrendering.map((question) => surrenderingWords(known, question)),
    changing: asked.changing.map((question) => changingWords(known, question)),
  };
}

/** Null where no such lease is offered. */
export function knownOf(asked: LeaseCase): Known | null {
  const law = lawOf(asked.law);
  const taxRate = rate(asked.taxRate);
  const priceTerms: PriceTerms = {
    cashPrice: asked.cashPriceCents,
    factor: rate(asked.leaseFactor),
    totalCap: law.totalCap,
    processingFee: asked.processingFeeCents,
    frequency: asked.frequency,
    termWeeks: asked.termWeeks,
    taxRate,
    feeTaxable: law.tax.feeTaxable,
    ...(asked.fixedInitialRentCents === null ? {} : { fixedInitialRent: asked.fixedInitialRentCents }),
  };
  const price = priceLease(priceTerms);
  if ('refused' in price) return null;
  const { frequency, startOn, payDate, leadDays, debit } = asked;
  const terms: ScheduleTerms = {
    ...paymentsOf(price),
    ...{ frequency, startOn, leadDays, debit, cycle: cycleFrom(frequency, payDate, startOn) },
  };
  return { asked, law, taxRate, priceTerms, price, terms };
}

/** Read once, as the house does. */
const read = new WeakMap<LawRecord, StateRules>();

function lawOf({ record, base }: Law): StateRules {
  const known = read.get(record);
  if (known !== undefined) return known;
  const law = rulesOf(readRecord(record), base === null ? null : lawOf({ record: base, base: null }));
  read.set(record, law);
  return law;
}

function paymentsOf({ count, regular, last, firstRent }: LeasePrice) {
  return { count, regular, last, ...(firstRent === undefined ? {} : { firstRent }) };
}

function priceWords(price: LeasePrice): Plain {
  const { totalRent, capped, regular, count, last, costOfLease, totalTax, totalWithTax } = price;
  const initial = { ...price.initialPayment };
  return {
    ...{ totalRent, capped, regular, count, last, costOfLease, totalTax, totalWithTax, initial },
    totalCost: price.totalOfPayments,
  };
}

function paymentWords({ asked, terms, taxRate }: Known): Plain {
  const all = installments(terms, taxRate);
  const alone = new Set([terms.count, ...asked.late.map(({ number }) => number)]);
  return all.map((listed) => {
    // Computed alone, as a lease in service asks for it, and found by its day, a payment must be the same as in the list.
    const one = alone.has(listed.number) ? installment(terms, taxRate, dueBy(terms, listed.dueOn)) : listed;
    const { number, dueOn: due, debitOn: debit, originateOn: originate, rent, tax } = one;
    return { number, due, debit, originate, rent, tax };
  });
}

function exampleWords({ asked, law, taxRate, price, terms }: Known): Plain {
  const offer = { law: offeredBy(law), signedOn: asked.signedOn, taxRate };
  return earlyPurchaseTable(price, terms, offer).map((row) => ({
    ...offerWords(row, asked),
    ...{ day: row.day, paidRent: row.paidRent },
  }));
}

function buyingWords(known: Known, question: LeaseCase['buying'][number]): Plain {
  const { asked, law } = known;
  const { lease, tooMuch } = livedUntil(known, question);
  const pending = pendingOf(question);
  const context = {
    law: offeredBy(law),
    signedOn: asked.signedOn,
    pending,
    taxRate: rate(rateTextOn(asked, question.on)),
  };
  const quote = quoteEarlyPurchase(lease, context, question);
  return {
    quote: quoteWords(quote, asked),
    pending: quote?.pending ?? pending,
    stillToPay: stillToPay(lease),
    tooMuch,
  };
}

function quoteWords(quote: EarlyPurchaseQuote | null, asked: LeaseCase): Plain {
  if (quote === null) return null;
  const { paidRent, paidCount, pastDueRent, pastDueCount, unpaidFees: openFee } = quote.standing;
  return {
    ...offerWords(quote, asked),
    validThrough: quote.validThrough,
    standing: { paidRent, paidCount, pastDueRent, pastDueCount, openFee },
  };
}

/** Billed and paid as it falls due and as money comes, each at the tax rate of its day. */
function livedUntil(known: Known, { today, payments }: MoneyCame): { lease: Lease; tooMuch: Cents } {
  const { startOn, taxChanges } = known.asked;
  if (today < startOn) return { lease: lateLease(known, payments.length > 0), tooMuch: 0 };
  let lease = billDueInstallments(startedLease(known), startOn).lease;
  let tooMuch = 0;
  const now = ({ lease: after, refund }: LeaseChange) => {
    lease = after;
    tooMuch += refund?.ahead ?? 0;
  };
  const changes = taxChanges.map(({ from, rate: text }) => ({ on: maxDay(from, startOn), rate: rate(text) }));
  const events = [...changes, ...payments].sort((one, other) => (one.on < other.on ? -1 : one.on > other.on ? 1 : 0));
  for (const event of [...events.filter(({ on }) => on <= today), { on: today, cents: 0 }]) {
    // On the day of another rate, what falls due is billed after it.
    now(billed(known, lease, 'rate' in event ? addDays(event.on, -1) : event.on));
    if ('rate' in event) {
      const change = changeTaxRate(lease, event.rate, { on: event.on, subject: '' });
      if (change !== null) now(change);
    } else {
      const { lease: paid, over } = placeMoney(lease, event.cents, known.law.paymentOrder);
      lease = paid;
      tooMuch += over;
    }
  }
  return { lease, tooMuch };
}

function billed({ asked }: Known, lease: Lease, today: Day): LeaseChange {
  if (asked.taxChanges.length === 0) return billDueInstallments(lease, today);
  const rates = new Map(daysToBill(lease, today).map((day) => [day, rate(rateTextOn(asked, day))]));
  return billDueInstallments(lease, today, { rates, subject: '' });
}

function rateTextOn({ taxRate, taxChanges }: LeaseCase, day: Day): string {
  return taxChanges.reduce((known, { from, rate: text }) => (from <= day ? text : known), taxRate);
}

function pendingOf({ payments }: MoneyCame): Cents {
  return payments.reduce((sum, { cents, underWay }) => (underWay ? sum + cents : sum), 0);
}

function lateWords({ asked, law, terms, taxRate }: Known, question: LeaseCase['late'][number]): Plain {
  const { dueOn, debitOn } = installment(terms, taxRate, question.number);
  const late = { dueOn, debitOn, openRent: question.openRentCents, charged: question.charged };
  const rules = { frequency: asked.frequency, contractFee: question.contractFeeCents, law: law.lateFee };
  return { daysLate: daysLate(late, question.today), fee: lateFee(late, rules, question.today) };
}

function resumingWords({ law, price, terms }: Known, question: LeaseCase['resuming'][number]): Plain {
  const { returnedOn, paidRentCents: paidRent } = question;
  return {
    kept: lastDayToResume(law.reinstatement.kept, terms, question.oldestUnpaid),
    afterReturn: lastDayToResumeAfterReturn(law.reinstatement, { returnedOn, paidRent, totalRent: price.totalRent }),
    fee: reinstatementFee(law.reinstatement, question.missed),
  };
}

function keepingWords(known: Known, question: LeaseCase['keeping'][number]): Plain {
  const { asked, law, price } = known;
  const after = repriceFromInception({
    keptCashPrice: question.keptCashCents,
    factor: rate(asked.leaseFactor),
    totalCap: law.totalCap,
    processingFee: price.processingFee,
    paidRent: question.paidRentCents,
    billedCount: question.billed,
    count: price.count,
  });
  return {
    totalRent: after.totalRent,
    rents: listed({ ...after, count: after.remainingCount }),
    needsSignature: isRenegotiation(law.renegotiation, unbilledAfter(known, question.billed), after.remainder),
    refund: after.excessPaid,
    vests: after.vests,
  };
}

function givingUpWords(known: Known, question: LeaseCase['givingUp'][number]): Plain {
  const { lease } = livedUntil(known, question);
  const lines = linesOf(known.asked, question);
  const cuts = question.cutsCents.map((amount, index) => ({ line: index + 1, amount }));
  const order = { on: question.today, subject: '', funded: new Map(), cuts };
  const change = lowerPrice({ ...lease, lines }, order);
  if ('refused' in change) return { refused: change.refused };
  const { lease: after, refund } = change;
  const toCome = Math.max(0, after.terms.count - after.billedCount);
  return {
    ...{ cashPrice: after.cashPrice, totalRent: after.totalRent, ahead: after.ahead },
    state: after.state,
    rents: listed({ ...after.terms, count: toCome }),
    refund: { ...(refund ?? noDeposit) },
    stillToPay: stillToPay(after),
  };
}

function supposingWords(known: Known, question: LeaseCase['supposing'][number]): Plain {
  const { asked, law } = known;
  const { today } = question;
  const view = { today, law: offeredBy(law), signedOn: asked.signedOn, pending: pendingOf(question) };
  const lines = linesOf(asked, question);
  const lease = { ...livedUntil(known, question).lease, lines };
  const answer = counterfactual(lease, { ...view, renegotiation: law.renegotiation }, question, law);
  if ('refused' in answer) return { refused: answer.refused };
  if ('failed' in answer) return { failed: answer.failed.map(({ sku, quantity }) => ({ sku, quantity })) };
  const { after, payments, refund, renegotiation, needsSignature, needsAuthorization } = answer;
  return {
    after: {
      ...after,
      next: after.next === null ? null : { ...after.next },
      earlyPurchase: quoteWords(after.earlyPurchase, asked),
    },
    payments: payments.map(({ dueOn: due, rent, tax }) => ({ due, rent, tax })),
    ...{ refund, renegotiation, needsSignature, needsAuthorization },
    ...('movedDays' in answer ? { movedDays: answer.movedDays, earlier: answer.earlier } : {}),
    ...('dearer' in answer ? { way: answer.way, dearer: answer.dearer } : {}),
    ...('liability' in answer ? { liability: { by: answer.liability.by, amount: answer.liability.amount } } : {}),
  };
}

function counterfactual(
  lease: Lease,
  view: AmendmentView,
  { what, windowDays }: LeaseCase['supposing'][number],
  law: StateRules,
): Counterfactual | IfDueDay | IfExchanged | IfLost | NoDateChange | { readonly failed: readonly SkuUnits[] } {
  if ('pay' in what) return ifPaid(lease, what.pay, law.paymentOrder, view);
  if ('to' in what) return ifFrequency(lease, what.to, view);
  if ('nextOn' in what)
    return ifDueDay(lease, { to: what.nextOn, acceptsEarlier: what.acceptsEarlier }, dateChangeLimits, view);
  const item = { sku: skuOf(what.article), quantity: what.units };
  if ('back' in what) return ifReturned(lease, item, { ...view, windowDays });
  if ('exchangedForCents' in what)
    return ifExchanged(lease, { item, priceOf: () => what.exchangedForCents }, { ...view, windowDays });
  const { marketValueCents: marketValue, repairCents: repairCost } = what.lost;
  return ifLost(lease, { item, marketValue, repairCost }, view);
}

function linesOf({ articlesCents, startOn }: LeaseCase, question: MoneyCame & Parcel): LeaseLine[] {
  const { lastIsShipping, what, today } = question;
  const shipping = lastIsShipping ? articlesCents.length - 1 : null;
  return articlesCents.map((cash, index) => {
    const units = what !== undefined && 'article' in what && what.article === index ? what.of : 1;
    const isHere = today >= startOn;
    return line(index, cash, { kind: index === shipping ? 'shipping' : 'item', units, isHere });
  });
}

type Parcel = { readonly lastIsShipping: boolean; readonly what?: Supposed };

function vestingWords(known: Known, question: MoneyCame): Plain {
  const { lease } = livedUntil(known, question);
  const open = pendingOf(question);
  const change = vestByLaw(lease, { share: known.law.autoVestShare, open }, { on: question.today, subject: '' });
  if (change === null) return null;
  const { rent, tax, ahead } = change.refund ?? noDeposit;
  return { totalRent: change.lease.totalRent, rent, tax, ahead };
}

function surrenderingWords(known: Known, question: LeaseCase['surrendering'][number]): Plain {
  const { law, price } = known;
  const unbilledRent = unbilledAfter(known, question.billed);
  const after = priceAfterSurrender({
    unbilledRent,
    billedRent: price.totalRent - unbilledRent,
    count: price.count,
    billedCount: question.billed,
    itemsCash: question.goodsCents,
    keptItemsCash: question.keptGoodsCents,
  });
  return {
    totalRent: after.totalRent,
    rents: listed({ ...after, count: after.remainingCount }),
    needsSignature: isRenegotiation(law.renegotiation, unbilledRent, after.unbilledRent),
  };
}

function changingWords(known: Known, { to, billed }: LeaseCase['changing'][number]): Plain {
  const { asked, price, terms, taxRate } = known;
  if (billed === price.count) return [];
  const rent = unbilledAfter(known, billed);
  const nextDueOn = installment(terms, taxRate, billed + 1).dueOn;
  const after = changeFrequency({ rent, payments: price.count - billed, frequency: asked.frequency, nextDueOn }, to);
  return listed({ ...after, count: after.dueOn.length }).map((each, index) => ({
    ...{ due: after.dueOn[index]!, rent: each, tax: timesHalfUp(each, taxRate) },
  }));
}

function offerWords({ by, method, rent, fees, tax, total, saving, rule }: EarlyPurchase, asked: LeaseCase) {
  return { by, method, rent, fees, tax, total, saving, windowEnds: statutoryLastDay(rule, asked) };
}

const offeredBy = (law: StateRules) => ({ contract: law.earlyPurchase, statutory: law.statutoryEarlyPurchase });

function unbilledAfter({ price, terms }: Known, billed: number): Cents {
  return price.totalRent - rentOfFirst(terms, billed);
}

function listed({ regular, last, count }: Split): Cents[] {
  return Array.from({ length: count }, (_, index) => (index === count - 1 ? last : regular));
}

/** Delivered on its first day, with nothing billed and nothing paid yet. */
function startedLease({ asked, law, taxRate, price }: Known): Lease {
  const { frequency, payDate, leadDays, debit, startOn } = asked;
  return {
    state: 'active',
    ...{ cashPrice: price.cashPrice, totalRent: price.totalRent, processingFee: price.processingFee },
    ...{ feeTax: price.initialPayment.feeTax, factor: rate(asked.leaseFactor), totalCap: law.totalCap, taxRate },
    terms: { ...paymentsOf(price), frequency, payDate, leadDays, debit },
    ...{ startOn, startedOn: startOn, nextDueOn: startOn, billedCount: 0 },
    lines: [line(0, price.cashPrice, { kind: 'item', units: 1, isHere: true })],
    ...{ installments: [], deposit: noDeposit, paidFee: 0, paidFeeTax: 0, ahead: 0 },
  };
}

/** Signed, and not delivered yet. */
function lateLease(known: Known, isPaid: boolean): Lease {
  const { rent, tax, fee, feeTax } = known.price.initialPayment;
  return {
    ...startedLease(known),
    ...{ state: 'signed', startedOn: null, nextDueOn: null },
    deposit: isPaid ? { ...noDeposit, rent, tax, fee, feeTax } : noDeposit,
  };
}

type Part = { readonly kind: LeaseLine['kind']; readonly units: number; readonly isHere: boolean };

function line(index: number, cash: Cents, { kind, units, isHere }: Part): LeaseLine {
  const here = isHere ? units : 0;
  const counted = { ordered: units, cancelled: 0, shipped: here, delivered: here, merchantReturned: 0, surrendered: 0 };
  const hereCash = isHere ? cash : 0;
  const priced = { cash, deliveredCash: hereCash, cancelledCash: 0, returnedCash: 0, cost: hereCash, depreciated: 0 };
  return { line: index + 1, kind, sku: kind === 'item' ? skuOf(index) : null, ...counted, ...priced };
}

const skuOf = (article: number) => `A${article + 1}`;
