import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { rate, ratio } from '../money/money.ts';
import type { StatutoryMethod } from '../states/rules.ts';
import { type Derivation, derivationsOf, earlyPurchaseDerivations } from './derivation.ts';
import { earlyPurchase, type LeaseStanding } from './early-purchase.ts';
import { type PriceTerms, priceLease } from './price.ts';
import { workOut } from './work-out.ts';

const anyTerms = fc.record({
  cashPrice: fc.integer({ min: 1, max: 500_000 }),
  factor: fc
    .integer({ min: 150, max: 240 })
    .map((percent) => rate(`${Math.floor(percent / 100)}.${String(percent % 100).padStart(2, '0')}`)),
  totalCap: fc.constantFrom(null, rate('2.00'), rate('2.25')),
  processingFee: fc.constantFrom(0, 995),
  frequency: fc.constantFrom('weekly' as const, 'biweekly' as const, 'semimonthly' as const, 'monthly' as const),
  termWeeks: fc.constantFrom(4, 26, 52, 78),
  taxRate: fc.constantFrom(rate('0'), rate('0.0825'), rate('0.07')),
  feeTaxable: fc.boolean(),
  fixedInitialRent: fc.constantFrom(undefined, 4_500, 100_000_000),
});

const priced = (terms: Omit<PriceTerms, 'fixedInitialRent'> & { fixedInitialRent: number | undefined }) => {
  const { fixedInitialRent, ...rest } = terms;
  const exact: PriceTerms = fixedInitialRent === undefined ? rest : { ...rest, fixedInitialRent };
  return { exact, price: priceLease(exact) };
};

test('every figure of a price can be worked out again from its own derivation', () => {
  fc.assert(
    fc.property(anyTerms, (terms) => {
      const { exact, price } = priced(terms);
      if ('refused' in price) return;
      for (const one of derivationsOf(exact, price)) assert.equal(workOut(one), one.value, JSON.stringify(one));
    }),
    { numRuns: 1_000 },
  );
});

test('a fixed rent at signing counts toward the total, and the payments after it are equal but the last', () => {
  fc.assert(
    fc.property(anyTerms, (terms) => {
      const { price } = priced({ ...terms, fixedInitialRent: 4_500 });
      if ('refused' in price) return;
      const first = price.firstRent!;
      const later = price.count === 1 ? 0 : price.regular * (price.count - 2) + price.last;
      assert.equal(first + later, price.totalRent);
      assert.equal(price.initialPayment.rent, Math.min(4_500, price.totalRent));
      assert.ok(price.last <= price.regular && price.last > 0);
    }),
  );
});

const methods: StatutoryMethod[] = [
  { method: 'same_as_cash', premium: rate('0.05'), window: { from: 'signed', months: 3, days: 0 } },
  { method: 'pct_remaining', share: rate('0.55'), pastDueAtFull: false },
  { method: 'pct_remaining', share: rate('0.3'), pastDueAtFull: true },
  { method: 'cash_proportional' },
  { method: 'cash_proportional_min_one' },
  { method: 'cash_minus_share_paid', share: rate('0.50') },
  { method: 'cash_over_total_times_future' },
];

test('the price of buying early can be worked out again, by whichever method it is', () => {
  const seen = new Set<string>();
  const standings = fc.record({
    method: fc.constantFrom(...methods),
    paidCount: fc.integer({ min: 1, max: 40 }),
    pastDueCount: fc.integer({ min: 0, max: 5 }),
    later: fc.boolean(),
    unpaidFees: fc.constantFrom(0, 500),
  });
  fc.assert(
    fc.property(standings, ({ method, later, ...counts }) => {
      const standing: LeaseStanding = {
        ...{ cashPrice: 13_067, totalRent: 26_134, count: 52, regular: 503, taxRate: rate('0.0825') },
        ...{ signedOn: '2026-11-20', startOn: '2026-11-20', ...counts },
        ...{ paidRent: 503 * counts.paidCount, pastDueRent: 503 * counts.pastDueCount },
        law: {
          contract: { windowDays: 90, premium: rate('0.99'), share: rate('0.60') },
          statutory: [method],
        },
      };
      const offer = earlyPurchase(standing, later ? '2027-06-01' : '2026-12-24');
      seen.add(offer.by === 'statute' ? JSON.stringify(method.method) : offer.method);
      for (const one of earlyPurchaseDerivations(standing, offer)) {
        assert.equal(workOut(one), one.value, JSON.stringify(one));
      }
    }),
    { numRuns: 1_000 },
  );
  assert.ok(seen.size >= 7, [...seen].join());
});

test('the pencil itself counts right', () => {
  const by = (formula: string, inputs: Derivation['inputs']) => workOut({ formula, inputs });
  assert.equal(by('round(a × b)', { a: 5, b: '0.5' }), 3);
  assert.equal(by('max(0, 1 − 2) + ceil(7 / 2) × (1 + 1)', {}), 8);
  assert.throws(() => by('a / 2', { a: 3 }), /no whole number/);
  assert.throws(() => by('a + ', { a: 3 }), /does not say/);
  assert.throws(() => by('evil(1)', {}), /no function/);
  assert.throws(() => by('(1', {}), /lacks a \)/);
  assert.throws(() => by('1 / 0', {}), /zero/);
  assert.deepEqual(ratio(1, 2), { n: 1n, d: 2n });
});
