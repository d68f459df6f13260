import assert from 'node:assert/strict';
import { test } from 'node:test';
import { cardBrand, isCardNumber } from './card-number.ts';

// The numbers that the brands and their processors publish for tests.
const published = [
  ['378282246310005', 'american-express'],
  ['371449635398431', 'american-express'],
  ['4111111111111111', 'visa'],
  ['4012888888881881', 'visa'],
  ['4222222222222', 'visa'],
  ['5555555555554444', 'mastercard'],
  ['2223003122003222', 'mastercard'],
  ['6011111111111117', 'discover'],
  ['6011000990139424', 'discover'],
] as const;

test('a published number is of its brand, and any one digit changed is no number', () => {
  for (const [number, brand] of published) {
    assert.deepEqual([cardBrand(number), isCardNumber(number)], [brand, true], number);
    for (let at = 0; at < number.length; at += 1) {
      const other = String((Number(number[at]) + 1) % 10);
      assert.equal(isCardNumber(number.slice(0, at) + other + number.slice(at + 1)), false, `${number}, digit ${at}`);
    }
  }
});

test('too few or too many digits, other signs and other brands are no number that we take', () => {
  for (const number of ['', '4', '411111111111111', '41111111111111112', '4111 1111 1111 1111', '3530111333300000'])
    assert.equal(isCardNumber(number), false, number);
  assert.deepEqual(['', '9', '3530'].map(cardBrand), [null, null, null]);
});
