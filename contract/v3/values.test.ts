import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { dayText, instantText, moneyText } from '#contract/v3/values.ts';
import { isDecimal } from '#core/money/decimal.ts';

test('an amount keeps every digit that was written', () => {
  const written = fc
    .tuple(fc.integer({ min: -999_999_999, max: 999_999_999 }), fc.integer({ min: 0, max: 4 }), fc.nat(9_999))
    .map(([whole, decimals, part]) =>
      decimals === 0 ? `${whole}` : `${whole}.${`${part}`.padStart(4, '0').slice(0, decimals)}`,
    );
  fc.assert(
    fc.property(written, (text) => {
      assert.equal(moneyText(text), text);
      assert.ok(isDecimal(text));
    }),
  );
});

test('a number of JSON and its text are the same amount', () => {
  fc.assert(
    fc.property(fc.integer({ min: -99_999_999, max: 99_999_999 }), (cents) => {
      const number = cents / 100;
      assert.equal(moneyText(number), String(number));
    }),
  );
});

test('days are read as they were written, wherever the clock of the writer stood', () => {
  const table: [unknown, string | null][] = [
    ['2026-11-21', '2026-11-21'],
    [' 2026-11-21 ', '2026-11-21'],
    ['2026-11-21T23:59:59.999Z', '2026-11-21'],
    ['2026-11-21T23:59:59-08:00', '2026-11-21'],
    ['2026-11-21 10:00:00', '2026-11-21'],
    ['Sat Nov 21 2026 23:00:00 GMT-0500 (Eastern Standard Time)', '2026-11-21'],
    ['Sat Nov 21 2026', '2026-11-21'],
    ['2026-02-29', null],
    ['2028-02-29', '2028-02-29'],
    ['21/11/2026', null],
    ['2026-11', null],
    ['Invalid Date', null],
    ['', null],
    [null, null],
    [20261121, null],
  ];
  for (const [written, day] of table) assert.equal(dayText(written), day, String(written));
});

test('moments become one spelling, in UTC', () => {
  const table: [unknown, string | null][] = [
    ['2026-11-21T10:00:00Z', '2026-11-21T10:00:00.000Z'],
    ['2026-11-21T10:00:00.123456+02:00', '2026-11-21T08:00:00.123Z'],
    ['2026-11-21 10:00', '2026-11-21T10:00:00.000Z'],
    ['2026-11-21T10:00:00-0500', '2026-11-21T15:00:00.000Z'],
    ['2026-02-30T10:00:00Z', null],
    ['2026-11-21T25:00:00Z', null],
    ['2026-11-21', null],
    [1_795_000_000, null],
  ];
  for (const [written, moment] of table) assert.equal(instantText(written), moment, String(written));
});
