import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { allocate, bps, cents, type Rate, rate, rateText, ratio, split, timesFloor, timesHalfUp } from './money.ts';

const amount = fc.integer({ min: 0, max: 100_000_000 });
const anyRate = fc.tuple(fc.integer({ min: 0, max: 99_999 }), fc.integer({ min: 1, max: 99_999 }));

test('a fraction of a cent is not an amount', () => {
  for (const wrong of [0.5, Number.NaN, Number.POSITIVE_INFINITY, 2 ** 53])
    assert.throws(() => cents(wrong), RangeError);
  assert.equal(cents(-500), -500);
  assert.ok(Object.is(cents(-0), 0));
});

test('a rate is exactly what its text says, and refuses any other spelling', () => {
  assert.deepEqual(rate('2.00'), { n: 200n, d: 100n });
  assert.deepEqual(rate('0.0825'), { n: 825n, d: 10_000n });
  assert.equal(timesHalfUp(10_000, bps(400)), 400);
  for (const wrong of ['', '-1', '1e3', '.5', '5.', '1,5', ' 1', '1/3']) assert.throws(() => rate(wrong), RangeError);
  for (const [n, d] of [
    [1, 0],
    [-1, 2],
    [0.5, 1],
  ] as const)
    assert.throws(() => ratio(n, d), RangeError);
  for (const text of ['2.00', '0.05', '0', '12', '0.0825']) assert.equal(rateText(rate(text)), text);
  assert.throws(() => rateText(ratio(1, 3)), RangeError);
});

test('half a cent goes away from zero, in both directions', () => {
  const rows: [number, Rate, number][] = [
    [1, rate('0.5'), 1],
    [-1, rate('0.5'), -1],
    [3, rate('0.5'), 2],
    [-3, rate('0.5'), -2],
    [1, rate('0.4999'), 0],
    [503, rate('0.0825'), 41],
    [200, rate('0.0825'), 17], // 16.5
    [5, ratio(1, 3), 2],
  ];
  for (const [given, by, expected] of rows)
    assert.equal(timesHalfUp(given, by), expected, `${given} × ${by.n}/${by.d}`);
});

test('rounding is never more than half a cent off, and a cap never a whole cent below', () => {
  fc.assert(
    fc.property(amount, anyRate, (given, [n, d]) => {
      const exact = BigInt(given) * BigInt(n);
      const twiceOff = 2n * (BigInt(timesHalfUp(given, ratio(n, d))) * BigInt(d) - exact);
      assert.ok(twiceOff > -BigInt(d) && twiceOff <= BigInt(d));
      const below = exact - BigInt(timesFloor(given, ratio(n, d))) * BigInt(d);
      assert.ok(below >= 0n && below < BigInt(d));
    }),
  );
});

test('a product too large to be exact is refused, not rounded', () => {
  assert.throws(() => timesHalfUp(Number.MAX_SAFE_INTEGER, rate('2')), RangeError);
  assert.throws(() => timesFloor(-1, rate('2')), RangeError);
});

test('payments add up to the total, none is zero, and the last is never above the others', () => {
  fc.assert(
    fc.property(amount, fc.integer({ min: 1, max: 200 }), (total, n) => {
      const { regular, count, last } = split(total, n);
      if (total === 0) return assert.deepEqual({ regular, count, last }, { regular: 0, count: 0, last: 0 });
      assert.equal(regular * (count - 1) + last, total);
      assert.ok(last > 0 && last <= regular);
      assert.ok(count >= 1 && count <= n);
      assert.ok((regular - 1) * n < total, 'the regular payment is the smallest that suffices');
    }),
  );
});

test('only a tiny total needs fewer payments than its term has', () => {
  assert.deepEqual(split(10, 52), { regular: 1, count: 10, last: 1 });
  assert.deepEqual(split(100, 52), { regular: 2, count: 50, last: 2 });
  fc.assert(
    fc.property(fc.integer({ min: 52 * 52, max: 1_000_000 }), (total) => assert.equal(split(total, 52).count, 52)),
  );
  for (const [total, n] of [
    [-1, 5],
    [100, 0],
    [100, 1.5],
    [0.5, 5],
  ] as const) {
    assert.throws(() => split(total, n), RangeError);
  }
});

test('what is shared out is all there, and nobody is a whole cent from the exact share', () => {
  const weights = fc.array(fc.integer({ min: 0, max: 1_000_000 }), { minLength: 1, maxLength: 12 });
  fc.assert(
    fc.property(amount, weights, (total, shares) => {
      const whole = shares.reduce((sum, weight) => sum + weight, 0);
      fc.pre(whole > 0);
      const allocated = allocate(total, shares);
      assert.equal(
        allocated.reduce((sum, each) => sum + each, 0),
        total,
      );
      for (const [index, each] of allocated.entries()) {
        const off = BigInt(each) * BigInt(whole) - BigInt(total) * BigInt(shares[index]!);
        assert.ok(off > -BigInt(whole) && off < BigInt(whole));
        if (shares[index] === 0) assert.equal(each, 0);
      }
    }),
  );
});

test('the cents left over go to the largest fractions, and to the first of equals', () => {
  assert.deepEqual(allocate(100, [1, 1, 1]), [34, 33, 33]);
  assert.deepEqual(allocate(5, [1, 2, 3]), [1, 2, 2]); // 0.83, 1.67, 2.5
  assert.deepEqual(allocate(26_134, [12_034, 1_033]), [24_068, 2_066]);
  assert.deepEqual(allocate(0, [0, 0]), [0, 0]);
  assert.deepEqual(allocate(7, [0, 5, 0]), [0, 7, 0]);
});

test('a discount line carries its share as a discount', () => {
  assert.deepEqual(allocate(200, [110, -10]), [220, -20]);
  assert.equal(
    allocate(101, [110, -7, -3]).reduce((sum, each) => sum + each, 0),
    101,
  );
});

test('money that nobody carries is refused, not lost', () => {
  for (const weights of [[], [0, 0], [5, -5]]) assert.throws(() => allocate(1, weights), RangeError);
  assert.throws(() => allocate(-1, [1]), RangeError);
});
