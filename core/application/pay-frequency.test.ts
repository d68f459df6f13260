import assert from 'node:assert/strict';
import { test } from 'node:test';
import { monthlyFromPay, payFrequencyOf } from './pay-frequency.ts';

test('a month of income is made of 52, 26, 24 or 12 pays a year, half a cent up', () => {
  assert.equal(monthlyFromPay(300_00, 'weekly'), 1_300_00);
  assert.equal(monthlyFromPay(1, 'weekly'), 4);
  assert.equal(monthlyFromPay(600_00, 'biweekly'), 1_300_00);
  assert.equal(monthlyFromPay(3, 'biweekly'), 7); // 6.5
  assert.equal(monthlyFromPay(700_00, 'semimonthly'), 1_400_00);
  assert.equal(monthlyFromPay(2_500_00, 'monthly'), 2_500_00);
});

test('a pay frequency is understood however it is spelled', () => {
  const spelled: [string, string | null][] = [
    ['weekly', 'weekly'],
    ['Bi-Weekly', 'biweekly'],
    ['every two weeks', 'biweekly'],
    ['semi_monthly', 'semimonthly'],
    ['SEMIMONTHLY', 'semimonthly'],
    ['Twice a month', 'semimonthly'],
    ['monthly', 'monthly'],
    ['yearly', 'yearly'],
    ['none', 'none'],
    ['daily', null],
    ['constructor', null],
    ['', null],
  ];
  for (const [text, frequency] of spelled) assert.equal(payFrequencyOf(text), frequency, text);
});
