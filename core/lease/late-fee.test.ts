import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { rate } from '../money/money.ts';
import type { FeeCap, FeeCapByFrequency } from '../states/rules.ts';
import { capOn, daysLate, type LateInstallment, lateFee, mostLateFee } from './late-fee.ts';

const flat = (cents: number): FeeCap => ({ type: 'flat', cents });
const pct = (text: string): FeeCap => ({ type: 'pct', rate: rate(text) });
const minDaysLate = { weekly: 3, biweekly: 7, other: 7 };
const california: FeeCap = { type: 'max', of: [{ type: 'min', of: [pct('0.05'), flat(500)] }, flat(200)] };
const late: LateInstallment = { dueOn: '2026-11-27', debitOn: '2026-11-27', openRent: 5_030, charged: false };
const terms = { frequency: 'weekly', contractFee: 500, law: { minDaysLate, cap: california } } as const;

test('the most a late fee may be is read from the expression of the place', () => {
  const indiana: FeeCap = {
    type: 'step',
    steps: [
      { uptoCents: 2_000, cents: 300 },
      { uptoCents: null, cents: 500 },
    ],
  };
  const rows: [FeeCap, number, number][] = [
    [flat(0), 9_999, 0],
    [pct('0.05'), 5_039, 251], // 251.95, the started cent dropped
    [california, 1_000, 200],
    [california, 5_039, 251],
    [california, 50_000, 500],
    [indiana, 2_000, 300],
    [indiana, 2_001, 500],
    [{ type: 'step', steps: [{ uptoCents: 2_000, cents: 300 }] }, 2_001, 0],
  ];
  for (const [cap, openRent, most] of rows) assert.equal(mostLateFee(cap, openRent), most);
});

test('where the law tells a month of rent from a week of it, each has its own cap', () => {
  const tenthOr = (cents: number): FeeCap => ({ type: 'max', of: [pct('0.10'), flat(cents)] });
  const week = tenthOr(300);
  const newYork: FeeCapByFrequency = {
    type: 'by_frequency',
    of: { weekly: week, biweekly: week, semimonthly: week, monthly: tenthOr(500) },
  };
  const law = { minDaysLate, cap: newYork };
  assert.equal(mostLateFee(capOn(law, 'semimonthly'), 1_000), 300);
  assert.equal(mostLateFee(capOn(law, 'monthly'), 1_000), 500);
  const small = { ...late, openRent: 1_000 };
  assert.equal(lateFee(small, { frequency: 'weekly', contractFee: 900, law }, '2026-12-30'), 300);
  assert.equal(lateFee(small, { frequency: 'monthly', contractFee: 900, law }, '2026-12-30'), 500);
  assert.equal(mostLateFee(capOn({ minDaysLate, cap: california }, 'monthly'), 1_000), 200);
});

test('a fee is charged from the first day that the place allows, once, and on open rent alone', () => {
  assert.equal(lateFee(late, terms, '2026-11-29'), 0);
  assert.equal(lateFee(late, terms, '2026-11-30'), 251);
  assert.equal(lateFee(late, { ...terms, frequency: 'monthly' }, '2026-12-03'), 0);
  assert.equal(lateFee(late, { ...terms, frequency: 'monthly' }, '2026-12-04'), 251);
  assert.equal(lateFee({ ...late, charged: true }, terms, '2026-12-30'), 0);
  assert.equal(lateFee({ ...late, openRent: 0 }, terms, '2026-12-30'), 0);
  assert.equal(lateFee(late, { ...terms, contractFee: 100 }, '2026-12-30'), 100);
});

test('nobody is late because a debit moved to a bank day', () => {
  assert.equal(daysLate({ dueOn: '2026-11-26', debitOn: '2026-11-27' }, '2026-11-26'), 0);
  assert.equal(daysLate({ dueOn: '2026-11-26', debitOn: '2026-11-27' }, '2026-11-30'), 3);
  assert.equal(daysLate({ dueOn: '2026-11-27', debitOn: '2026-11-25' }, '2026-11-30'), 3);
});

test('a fee is never above the contract, the cap, or for a flat cap the amount itself', () => {
  const cents = fc.integer({ min: 0, max: 100_000 });
  fc.assert(
    fc.property(cents, cents, cents, (openRent, contractFee, most) => {
      const fee = lateFee(
        { ...late, openRent },
        { ...terms, contractFee, law: { minDaysLate, cap: flat(most) } },
        '2027-01-01',
      );
      assert.equal(fee, openRent === 0 ? 0 : Math.min(contractFee, most));
    }),
  );
});
