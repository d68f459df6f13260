import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addDays } from '../calendar/day.ts';
import { cycleFrom } from '../calendar/pay-cycle.ts';
import { rate } from '../money/money.ts';
import type { ScheduleTerms } from '../schedule/schedule.ts';
import { earlyPurchase, earlyPurchaseTable, type LeaseStanding, windowLastDay } from './early-purchase.ts';

const startOn = '2026-11-20';
const contract = { windowDays: 90, premium: rate('0'), share: rate('0.60') };
const law = { contract, statutory: null };
const lease: LeaseStanding = {
  cashPrice: 13_067,
  totalRent: 26_134,
  paidRent: 503,
  pastDueRent: 0,
  unpaidFees: 0,
  count: 52,
  paidCount: 1,
  pastDueCount: 0,
  regular: 503,
  signedOn: startOn,
  startOn,
  taxRate: rate('0.0825'),
  law,
};
const schedule: ScheduleTerms = {
  frequency: 'weekly',
  count: 52,
  regular: 503,
  last: 481,
  startOn,
  cycle: cycleFrom('weekly', null, startOn),
  leadDays: 7,
  debit: 'following',
};

test('through day 90 the cash price counts, the day after a share of the rent to come', () => {
  assert.equal(windowLastDay({ startOn, terms: contract }), '2027-02-18');
  const inside = earlyPurchase(lease, '2027-02-18');
  const { rule, ...figures } = inside;
  assert.equal(rule.method, 'same_as_cash');
  assert.deepEqual(figures, {
    method: 'same_as_cash',
    by: 'contract',
    rent: 12_564,
    fees: 0,
    tax: 1_037,
    total: 13_601,
    saving: 13_067,
  });
  const after = earlyPurchase(lease, '2027-02-19');
  assert.deepEqual([after.method, after.rent], ['pct_remaining', 15_379]); // 0.60 × 25,631 = 15,378.6
});

test('past-due rent is owed in full and only the rent to come is reduced', () => {
  const { rent, saving } = earlyPurchase({ ...lease, pastDueRent: 1_006 }, '2027-06-01');
  assert.equal(rent, 1_006 + 14_775);
  assert.equal(saving, 25_631 - rent);
});

test('fees are added untaxed, and a premium only inside the window', () => {
  const offer = {
    ...lease,
    unpaidFees: 500,
    law: { contract: { ...contract, premium: rate('0.05') }, statutory: null },
  };
  const inside = earlyPurchase(offer, startOn);
  assert.equal(inside.rent, 13_067 + 653 - 503);
  assert.equal(inside.total, inside.rent + 500 + inside.tax);
});

test('buying early never costs more than staying, less with every payment made, and nothing at the end', () => {
  const paid = fc.integer({ min: 0, max: 26_134 });
  const day = fc.integer({ min: 0, max: 400 });
  fc.assert(
    fc.property(paid, paid, day, (a, b, days) => {
      const on = addDays(startOn, days);
      const [less, more] = [Math.min(a, b), Math.max(a, b)];
      const [early, late] = [less, more].map((paidRent) => earlyPurchase({ ...lease, paidRent }, on).rent);
      assert.ok(early! >= late! && early! <= 26_134 - less && late! >= 0);
      assert.equal(earlyPurchase({ ...lease, paidRent: 26_134 }, on).total, 0);
    }),
  );
});

test('the table follows a lessee who pays on schedule, and ends where the goods are theirs', () => {
  const table = earlyPurchaseTable(lease, schedule, { law, signedOn: startOn, taxRate: rate('0') });
  assert.deepEqual(
    table.map(({ day, on, paidRent, total, method }) => [day, on, paidRent, total, method]),
    [
      [30, '2026-12-20', 2_515, 10_552, 'same_as_cash'],
      [60, '2027-01-19', 4_527, 8_540, 'same_as_cash'],
      [90, '2027-02-18', 6_539, 6_528, 'same_as_cash'],
      [120, '2027-03-20', 9_054, 10_248, 'pct_remaining'],
      [180, '2027-05-19', 13_078, 7_834, 'pct_remaining'],
      [270, '2027-08-17', 19_617, 3_910, 'pct_remaining'],
    ],
  );
  assert.deepEqual(
    earlyPurchaseTable(lease, schedule, { law, signedOn: startOn, taxRate: rate('0'), days: [357] }),
    [],
  );
});

test('figures that do not fit together are refused', () => {
  assert.throws(() => earlyPurchase({ ...lease, paidRent: 26_135 }, startOn), RangeError);
  assert.throws(() => earlyPurchase({ ...lease, pastDueRent: 25_632 }, startOn), RangeError);
});
