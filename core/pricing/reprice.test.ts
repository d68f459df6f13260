import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { rate } from '../money/money.ts';
import { type InceptionRepricing, repriceFromInception } from './reprice.ts';

const lease: InceptionRepricing = {
  keptCashPrice: 13_067,
  factor: rate('2.00'),
  totalCap: rate('2.25'),
  processingFee: 0,
  paidRent: 503,
  billedCount: 1,
  count: 52,
};

const anyLease = fc.record({
  keptCashPrice: fc.integer({ min: 0, max: 500_000 }),
  factor: fc.constantFrom(rate('1.5'), rate('2.00'), rate('2.4')),
  totalCap: fc.constantFrom(null, rate('2.25')),
  processingFee: fc.constantFrom(0, 1_000),
  paidRent: fc.integer({ min: 0, max: 1_000_000 }),
  billedCount: fc.integer({ min: 0, max: 52 }),
  count: fc.constant(52),
});

test('what was paid, what is left to pay and what goes back are together the new rent, to the cent', () => {
  fc.assert(
    fc.property(anyLease, (given) => {
      const { totalRent, remainder, excessPaid, regular, last, remainingCount } = repriceFromInception(given);
      assert.equal(given.paidRent + remainder - excessPaid, totalRent);
      assert.ok(remainder === 0 || excessPaid === 0);
      assert.equal(remainder === 0 ? 0 : regular * (remainingCount - 1) + last, remainder);
      assert.ok(last <= regular);
      assert.ok(remainingCount <= Math.max(1, given.count - given.billedCount));
    }),
    { numRuns: 1_000 },
  );
});

test('keeping everything changes no total and no later payment', () => {
  const { totalRent, regular, last, remainingCount, excessPaid, vests } = repriceFromInception(lease);
  assert.deepEqual([totalRent, regular, last, remainingCount], [26_134, 503, 481, 51]);
  assert.deepEqual([excessPaid, vests], [0, false]);
});

test('with nothing kept everything paid goes back and nothing vests', () => {
  const nothing = repriceFromInception({ ...lease, keptCashPrice: 0 });
  assert.deepEqual(nothing, {
    totalRent: 0,
    processingFee: 0,
    remainder: 0,
    regular: 0,
    last: 0,
    remainingCount: 0,
    excessPaid: 503,
    vests: false,
  });
});

test('goods whose new rent is already paid are owned, and the rest goes back', () => {
  const { totalRent, excessPaid, remainder, vests } = repriceFromInception({ ...lease, keptCashPrice: 200 });
  assert.deepEqual([totalRent, excessPaid, remainder, vests], [400, 103, 0, true]);
});

test('a remainder with no payment left to carry it gets one payment more', () => {
  const late = repriceFromInception({ ...lease, keptCashPrice: 10_000, paidRent: 18_000, billedCount: 52 });
  assert.deepEqual([late.remainder, late.remainingCount, late.regular, late.last], [2_000, 1, 2_000, 2_000]);
});

test('the cap applies again to what is kept', () => {
  assert.equal(repriceFromInception({ ...lease, factor: rate('2.40'), keptCashPrice: 10_001 }).totalRent, 22_502);
});
