import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { bankClosingDays } from '#core/calendar/bank-days.ts';
import type { Day } from '#core/calendar/day.ts';
import { cycleFrom, type Frequency } from '#core/calendar/pay-cycle.ts';
import { centsOf, type Decimal, decimalText } from '#core/money/decimal.ts';
import { type Cents, rate } from '#core/money/money.ts';
import { earlyPurchase } from '#core/pricing/early-purchase.ts';
import { priceLease } from '#core/pricing/price.ts';
import { repriceFromInception } from '#core/pricing/reprice.ts';
import { installments } from '#core/schedule/schedule.ts';

// The examples are data that a lawyer can read: dollars, days, and where each row comes from. They were worked out
// with exact fractions and a day-by-day walk through the calendar, not with the code that they judge.

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
        ...{ count: 52, paidCount: 1, pastDueCount: 0, regular: 0, signedOn: given.startOn },
        startOn: given.startOn,
        taxRate: rate(given.taxRate),
        law: {
          contract: { windowDays: given.windowDays, premium: rate(given.premium), share: rate(given.share) },
          statutory: null,
        },
      },
      given.on,
    );
    assert.deepEqual(inDollars(offer, expect), expect, source);
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

type Figures = Record<string, Decimal | number | boolean | Day>;
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
    Record<'taxRate' | 'premium' | 'share', string> & { windowDays: number; startOn: Day; on: Day };
  expect: Figures;
};
type ScheduleRow = {
  source: string;
  given: { frequency: Frequency; startOn: Day; payDate: Day | null };
  dueDebitOriginate: [Day, Day, Day][];
};
type ClosingDaysRow = { source: string; year: number; closed: Day[] };

function read<Row>(file: string): Row[] {
  return JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8'));
}

function amount(text: Decimal): Cents {
  const cents = centsOf(text);
  assert.notEqual(cents, null, `${text} is not an amount`);
  return cents!;
}

/** The figures that the example names, spelled as it spells them: dollars where it has a text, else as they are. */
function inDollars(figures: Record<string, unknown>, expect: Figures): Record<string, unknown> {
  const spelled = Object.keys(expect).map((name) => {
    const figure = figures[name];
    const isAmount = typeof figure === 'number' && typeof expect[name] === 'string';
    return [name, isAmount ? decimalText(figure) : figure];
  });
  return Object.fromEntries(spelled);
}
