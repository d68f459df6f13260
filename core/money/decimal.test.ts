import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { centsOf, decimalText, isDecimal, lineCents, wireNumber } from './decimal.ts';

const amount = fc.integer({ min: -99_999_999_999, max: 99_999_999_999 });

test('an amount of up to four decimals is read to the cent, half a cent away from zero', () => {
  const rows = [
    ['120.34', 12_034],
    ['10.33', 1_033],
    ['49.95', 4_995],
    ['120', 12_000],
    ['0', 0],
    ['-0', 0],
    ['0.004', 0],
    ['-0.004', 0],
    ['0.005', 1],
    ['0.0049', 0],
    ['-0.005', -1],
    ['1.0049', 100],
    ['1.005', 101],
    ['1.115', 112],
    ['8.165', 817],
    ['-5', -500],
    ['999999999.9999', 100_000_000_000],
  ] as const;
  for (const [text, expected] of rows) assert.ok(Object.is(centsOf(text), expected), text);
});

test('anything that is not a plain decimal is refused', () => {
  const wrong = ['', '-', '.5', '5.', '+5', '1e3', '1.23456', '1,000', ' 1', '1 ', '0x10', 'NaN', '1000000000', '１'];
  for (const text of wrong) {
    assert.equal(centsOf(text), null, text);
    assert.equal(isDecimal(text), false, text);
    assert.throws(() => lineCents(text, 1), RangeError, text);
  }
});

test('a line is rounded once, after its quantity', () => {
  assert.equal(lineCents('120.34', 1), 12_034);
  assert.equal(lineCents('0.335', 3), 101); // 1.005, where 0.34 × 3 would be 1.02
  assert.equal(lineCents('0.3333', 3), 100);
  assert.equal(lineCents('-3.0005', 10), -3_001);
  assert.equal(lineCents('19.99', 0), 0);
  for (const quantity of [-1, 0.5, Number.NaN]) assert.throws(() => lineCents('1', quantity), RangeError);
});

test('cents become text and come back as the same cents', () => {
  assert.equal(decimalText(12_034), '120.34');
  assert.equal(decimalText(-500), '-5.00');
  assert.equal(decimalText(-7), '-0.07');
  assert.equal(decimalText(0), '0.00');
  fc.assert(fc.property(amount, (c) => assert.equal(centsOf(decimalText(c)), c)));
});

test('JSON prints an amount as the decimal it is', () => {
  assert.equal(JSON.stringify(wireNumber(12_034)), '120.34');
  assert.equal(JSON.stringify(wireNumber(-30)), '-0.3');
  fc.assert(
    fc.property(amount, (c) => {
      const printed = JSON.stringify(wireNumber(c));
      assert.ok(isDecimal(printed), printed);
      assert.equal(centsOf(printed), c);
    }),
  );
});
