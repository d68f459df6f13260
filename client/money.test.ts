import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import * as core from '../core/money/decimal.ts';
import { centsOf, dollarsOf, lineCents } from './money.ts';

const amount = fc
  .tuple(fc.integer({ min: 0, max: 999_999_999 }), fc.stringMatching(/^(\.\d{1,4})?$/), fc.constantFrom('', '-'))
  .map(([whole, fraction, sign]) => `${sign}${whole}${fraction}`);

test('amounts and lines are the cents that FlexPay makes of them', () => {
  fc.assert(
    fc.property(amount, fc.integer({ min: 1, max: 10_000 }), (text, quantity) => {
      assert.equal(centsOf(text), core.centsOf(text));
      const line = core.lineCents;
      if (Math.abs(Number(text)) < 9e8) assert.equal(lineCents(text, quantity), line(text, quantity));
    }),
  );
});

test('cents become dollars and come back as they were', () => {
  fc.assert(
    fc.property(fc.integer({ min: -1e11, max: 1e11 }), (cents) => {
      assert.equal(centsOf(dollarsOf(cents)), cents);
      assert.equal(centsOf(Number(dollarsOf(cents))), cents);
    }),
  );
  assert.equal(dollarsOf(-5), '-0.05');
  assert.equal(centsOf(1.005), 101, 'the text of the number counts, not its bits');
});

test('what is no amount is refused', () => {
  for (const wrong of ['', '1,000', '1e3', '0x10', '1.23456', 'abc', '--1', Number.NaN, 1e21, 0.1 + 0.2])
    assert.throws(() => centsOf(wrong), RangeError, String(wrong));
  for (const wrong of [0.5, Number.NaN]) assert.throws(() => dollarsOf(wrong), RangeError);
});
