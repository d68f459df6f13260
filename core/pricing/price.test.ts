import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import type { Frequency } from '../calendar/pay-cycle.ts';
import { allocate, rate, timesFloor } from '../money/money.ts';
import { type LeasePrice, type PriceTerms, paymentsFor, priceLease } from './price.ts';
import { availableWeeklySpending } from './weekly-capacity.ts';

const usual: PriceTerms = {
  cashPrice: 13_067,
  factor: rate('2.00'),
  totalCap: rate('2.25'),
  processingFee: 0,
  frequency: 'weekly',
  termWeeks: 52,
  taxRate: rate('0'),
  feeTaxable: true,
};

const anyTerms: fc.Arbitrary<PriceTerms> = fc.record({
  cashPrice: fc.integer({ min: 4_995, max: 500_000 }),
  factor: fc.integer({ min: 1_500, max: 2_400 }).map((n) => rate((n / 1_000).toFixed(3))),
  totalCap: fc.constantFrom(null, rate('2.00'), rate('2.25'), rate('2.40')),
  processingFee: fc.constantFrom(0, 500, 1_000),
  frequency: fc.constantFrom<Frequency>('weekly', 'biweekly', 'semimonthly', 'monthly'),
  termWeeks: fc.integer({ min: 1, max: 104 }),
  taxRate: fc.constantFrom(rate('0'), rate('0.0825'), rate('0.10')),
  feeTaxable: fc.boolean(),
});

test('payments add up to the rent, with fee and taxes to every total, and no last payment is a balloon', () => {
  fc.assert(
    fc.property(anyTerms, (terms) => {
      const price = offered(terms);
      assert.equal(price.regular * (price.count - 1) + price.last, price.totalRent);
      assert.ok(price.last > 0 && price.last <= price.regular);
      assert.equal(price.totalOfPayments, price.totalRent + terms.processingFee);
      assert.equal(price.costOfLease, price.totalOfPayments - terms.cashPrice);
      assert.equal(price.totalWithTax, price.totalOfPayments + price.totalTax);
      const { rent, tax, fee, feeTax, total } = price.initialPayment;
      assert.equal(total, rent + tax + fee + feeTax);
      assert.equal(feeTax > 0, terms.feeTaxable && terms.processingFee > 0 && terms.taxRate.n > 0n);
    }),
    { numRuns: 1_000 },
  );
});

test('the rent is at least the cash price, and with the fee never above the cap', () => {
  fc.assert(
    fc.property(anyTerms, (terms) => {
      const price = offered(terms);
      assert.ok(price.totalRent >= terms.cashPrice);
      if (terms.totalCap === null) return assert.equal(price.capped, false);
      const most = timesFloor(terms.cashPrice, terms.totalCap);
      assert.ok(price.totalOfPayments <= most);
      if (price.capped) assert.equal(price.totalOfPayments, most);
    }),
    { numRuns: 1_000 },
  );
});

test('the rent shared out over the items is the whole rent', () => {
  const carts = fc.array(fc.integer({ min: 0, max: 200_000 }), { minLength: 1, maxLength: 10 });
  fc.assert(
    fc.property(carts, (items) => {
      const cashPrice = items.reduce((sum, item) => sum + item, 0);
      fc.pre(cashPrice > 0);
      const { totalRent } = offered({ ...usual, cashPrice });
      assert.equal(
        allocate(totalRent, items).reduce((sum, each) => sum + each, 0),
        totalRent,
      );
    }),
  );
});

test('where the cap leaves less than the cash price, no lease is offered', () => {
  const refused = { refused: 'NotOfferedAtThisPrice' };
  assert.deepEqual(priceLease({ ...usual, totalCap: rate('0.99') }), refused);
  assert.deepEqual(priceLease({ ...usual, totalCap: rate('1.00'), processingFee: 1 }), refused);
  assert.equal(offered({ ...usual, totalCap: rate('1.00') }).totalRent, 13_067);
});

test('a term of weeks has as many payments as fit in it, and at least one', () => {
  const rows: [Frequency, number, number][] = [
    ['weekly', 52, 52],
    ['biweekly', 52, 26],
    ['semimonthly', 52, 24],
    ['monthly', 52, 12],
    ['weekly', 78, 78],
    ['monthly', 78, 18],
    ['biweekly', 51, 25],
    ['monthly', 3, 1],
  ];
  for (const [frequency, weeks, count] of rows)
    assert.equal(paymentsFor(frequency, weeks), count, `${frequency} ${weeks}`);
});

test('a cart that is worth nothing is not priced', () => {
  for (const cashPrice of [0, -1]) assert.throws(() => priceLease({ ...usual, cashPrice }), RangeError);
  assert.throws(() => priceLease({ ...usual, processingFee: -1 }), RangeError);
});

test('what a customer can spend a week is the weekly payment of a lease over the whole balance', () => {
  assert.equal(availableWeeklySpending(200_000, usual), 7_693);
  assert.equal(availableWeeklySpending(13_067, usual), 503);
  assert.equal(availableWeeklySpending(0, usual), 0);
  assert.equal(availableWeeklySpending(-5, usual), 0);
});

function offered(terms: PriceTerms): LeasePrice {
  const price = priceLease(terms);
  if ('refused' in price) throw new assert.AssertionError({ message: price.refused });
  return price;
}
