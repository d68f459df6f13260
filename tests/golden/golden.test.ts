import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bankClosingDays } from '#core/calendar/bank-days.ts';
import type { Day } from '#core/calendar/day.ts';
import { cycleFrom, type Frequency } from '#core/calendar/pay-cycle.ts';
import { lateFee } from '#core/lease/late-fee.ts';
import { lastDayToResume, lastDayToResumeAfterReturn, reinstatementFee } from '#core/lease/reinstate.ts';
import { type Decimal, decimalText } from '#core/money/decimal.ts';
import { rate } from '#core/money/money.ts';
import { earlyPurchase } from '#core/pricing/early-purchase.ts';
import { priceLease } from '#core/pricing/price.ts';
import { repriceFromInception } from '#core/pricing/reprice.ts';
import { installments } from '#core/schedule/schedule.ts';
import { lawOf } from './law-of.ts';
import { amount, type Figures, inDollars, read, readFile } from './read-rows.ts';

// The examples are data that a lawyer can read: dollars, days, and where each row comes from. They were worked out
// with exact fractions and a day-by-day walk through the calendar, not with the code that they judge. A row that names
// a state takes its law from the records; what it expects was read in the domain's text.

test('the price of a lease is the worked example', () => {
  for (const { source, given, expect } of read<PriceRow>('lease-prices.json')) {
    const price = priceLease({
      ...given,
      cashPrice: amount(given.cashPrice),
      factor: rate(given.factor),
      totalCap: given.totalCap === null ? null : rate(given.totalCap),
      processingFee: amount(given.processingFee),
      taxRate: rate(given.taxRate),
    });
    if ('refused' in price) assert.deepEqual(price, expect, source);
    else assert.deepEqual(inDollars({ ...price, atSigning: price.initialPayment.total }, expect), expect, source);
  }
});

test('a lease priced again from its inception is the worked example', () => {
  for (const { source, given, expect } of read<RepricingRow>('repricings.json')) {
    const repricing = repriceFromInception({
      ...given,
      keptCashPrice: amount(given.keptCashPrice),
      factor: rate(given.factor),
      totalCap: given.totalCap === null ? null : rate(given.totalCap),
      processingFee: amount(given.processingFee),
      paidRent: amount(given.paidRent),
    });
    assert.deepEqual(inDollars(repricing, expect), expect, source);
  }
});

test('the price of buying early is the worked example', () => {
  for (const { source, given, expect } of read<EarlyPurchaseRow>('early-purchases.json')) {
    const offer = earlyPurchase(
      {
        cashPrice: amount(given.cashPrice),
        totalRent: amount(given.totalRent),
        paidRent: amount(given.paidRent),
        pastDueRent: amount(given.pastDueRent),
        unpaidFees: amount(given.unpaidFees),
        startOn: given.startOn,
        taxRate: rate(given.taxRate),
        ...lawAndPayments(given),
      },
      given.on,
    );
    assert.deepEqual(inDollars(offer, expect), expect, source);
  }
});

test('the fee on a late payment is the worked example', () => {
  for (const { source, given, expect } of read<LateFeeRow>('late-fees.json')) {
    const { state, frequency, dueOn, openRent, on, contractFee = '999.00' } = given;
    const late = { dueOn, debitOn: dueOn, openRent: amount(openRent), charged: false };
    const law = lawOf(state, dueOn).lateFee;
    const fee = lateFee(late, { frequency, contractFee: amount(contractFee), law }, on);
    assert.equal(decimalText(fee), expect.fee, `${source} ${JSON.stringify(given)}`);
  }
});

test('the last day to resume a lease, and what that costs, are the worked example', () => {
  const { kept, returned, fees } = readFile<Reinstatements>('reinstatements.json');
  for (const { source, given, expect } of kept) {
    const { frequency, startOn, payDate, oldestUnpaid, state } = given;
    const cycle = cycleFrom(frequency, payDate, startOn);
    const terms = {
      frequency,
      count: 12,
      regular: 100,
      last: 100,
      startOn,
      cycle,
      leadDays: 7,
      debit: 'following',
    } as const;
    const about = `${source} ${frequency}`;
    assert.equal(installments(terms, rate('0'))[oldestUnpaid - 1]!.dueOn, expect.dueOn, about);
    assert.equal(lastDayToResume(lawOf(state, startOn).reinstatement.kept, terms, oldestUnpaid), expect.lastDay, about);
  }
  for (const { source, given, expect } of returned) {
    const money = { paidRent: amount(given.paidRent), totalRent: amount(given.totalRent) };
    const law = lawOf(given.state, given.returnedOn).reinstatement;
    const lastDay = lastDayToResumeAfterReturn(law, { returnedOn: given.returnedOn, ...money });
    assert.equal(lastDay, expect.lastDay, `${source} ${given.paidRent}`);
  }
  for (const { source, given, expect } of fees) {
    const fee = reinstatementFee(lawOf(given.state, '2026-11-20').reinstatement, given.missedPayments);
    assert.equal(decimalText(fee), expect.fee, source);
  }
});

test('due, debit and file dates are the worked example', () => {
  for (const { source, given, dueDebitOriginate } of read<ScheduleRow>('schedules.json')) {
    const { frequency, startOn, payDate } = given;
    const cycle = cycleFrom(frequency, payDate, startOn);
    const amounts = { count: dueDebitOriginate.length, regular: 100, last: 100 };
    const all = installments({ frequency, ...amounts, startOn, cycle, leadDays: 7, debit: 'following' }, rate('0'));
    assert.deepEqual(
      all.map(({ dueOn, debitOn, originateOn }) => [dueOn, debitOn, originateOn]),
      dueDebitOriginate,
      source,
    );
  }
});

test('the Reserve Banks are closed on the published days', () => {
  for (const { source, year, closed } of read<ClosingDaysRow>('bank-closing-days.json')) {
    assert.deepEqual(bankClosingDays(year), closed, `${source}: ${year}`);
  }
});

type Terms = { factor: string; totalCap: string | null; processingFee: Decimal };
type PriceRow = {
  source: string;
  given: Terms & { cashPrice: Decimal; frequency: Frequency; termWeeks: number; taxRate: string; feeTaxable: boolean };
  expect: Figures;
};
type RepricingRow = {
  source: string;
  given: Terms & { keptCashPrice: Decimal; paidRent: Decimal; billedCount: number; count: number };
  expect: Figures;
};
type EarlyPurchaseRow = {
  source: string;
  given: Record<'cashPrice' | 'totalRent' | 'paidRent' | 'pastDueRent' | 'unpaidFees', Decimal> &
    ((Record<'premium' | 'share', string> & { windowDays: number }) | OfState) & {
      taxRate: string;
      startOn: Day;
      on: Day;
    };
  expect: Figures;
};
/** Where a lease stands under the law of a state. */
type OfState = {
  state: string;
  count: number;
  regular: Decimal;
  paidCount: number;
  pastDueCount: number;
  signedOn: Day;
};
type LateFeeRow = {
  source: string;
  given: { state: string; frequency: Frequency; dueOn: Day; openRent: Decimal; on: Day; contractFee?: Decimal };
  expect: { fee: Decimal };
};
type Reinstatements = {
  kept: {
    source: string;
    given: { state: string; frequency: Frequency; startOn: Day; payDate: Day; oldestUnpaid: number };
    expect: { dueOn: Day; lastDay: Day };
  }[];
  returned: {
    source: string;
    given: { state: string; returnedOn: Day; totalRent: Decimal; paidRent: Decimal };
    expect: { lastDay: Day };
  }[];
  fees: { source: string; given: { state: string; missedPayments: number }; expect: { fee: Decimal } }[];
};
type ScheduleRow = {
  source: string;
  given: { frequency: Frequency; startOn: Day; payDate: Day | null };
  dueDebitOriginate: [Day, Day, Day][];
};
type ClosingDaysRow = { source: string; year: number; closed: Day[] };

/** The law of the row's state, or the contract's own terms where a row names none and asks for no statute. */
function lawAndPayments(given: EarlyPurchaseRow['given']) {
  if (!('state' in given)) {
    const contract = { windowDays: given.windowDays, premium: rate(given.premium), share: rate(given.share) };
    const payments = { count: 52, paidCount: 1, pastDueCount: 0, regular: 0, signedOn: given.startOn };
    return { ...payments, law: { contract, statutory: null } };
  }
  const { count, paidCount, pastDueCount, regular, signedOn } = given;
  const { earlyPurchase: contract, statutoryEarlyPurchase: statutory } = lawOf(given.state, signedOn);
  return { count, paidCount, pastDueCount, regular: amount(regular), signedOn, law: { contract, statutory } };
}
