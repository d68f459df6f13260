import assert from 'node:assert/strict';
import { test } from 'node:test';
import { dollars } from './dollars.ts';

test('an amount is written with thousands separators and two decimals', () => {
  const rows: [number, string][] = [
    [0, '$0.00'],
    [5, '$0.05'],
    [404, '$4.04'],
    [100_000, '$1,000.00'],
    [123_456_789, '$1,234,567.89'],
    [1_000_000_00, '$1,000,000.00'],
    [-1_000, '−$10.00'],
  ];
  for (const [amount, text] of rows) assert.equal(dollars(amount), text);
});
