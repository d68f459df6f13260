import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { isBankDay } from '../calendar/bank-days.ts';
import { addDays, type Day, daysBetween } from '../calendar/day.ts';
import { cycleFrom, type Frequency } from '../calendar/pay-cycle.ts';
import { rate, split } from '../money/money.ts';
import { dueBy, dueDays, installment, installments, rentOfFirst, type ScheduleTerms } from './schedule.ts';

const anyDay = fc.integer({ min: 0, max: 3_287 }).map((n): Day => addDays('2024-01-01', n)); // to 2032-12-31
const anyTerms = fc
  .record({
    frequency: fc.constantFrom<Frequency>('weekly', 'biweekly', 'semimonthly', 'monthly'),
    startOn: anyDay,
    payDate: fc.option(anyDay),
    totalRent: fc.integer({ min: 1, max: 1_200_000 }),
    n: fc.integer({ min: 1, max: 78 }),
  })
  .map(({ frequency, startOn, payDate, totalRent, n }): ScheduleTerms & { totalRent: number } => {
    const cycle = cycleFrom(frequency, payDate, startOn);
    return { frequency, ...split(totalRent, n), startOn, cycle, leadDays: 7, debit: 'following', totalRent };
  });
const taxRate = rate('0.0825');

test('the rents of a schedule add up to the total, and the last is never above the others', () => {
  fc.assert(
    fc.property(anyTerms, (terms) => {
      const all = installments(terms, taxRate);
      assert.equal(
        all.reduce((sum, each) => sum + each.rent, 0),
        terms.totalRent,
      );
      assert.equal(rentOfFirst(terms, terms.count), terms.totalRent);
      assert.ok(all.every((each) => each.rent > 0 && each.rent <= all[0]!.rent));
    }),
  );
});

test('due dates rise, a debit is never before its due date, and nothing is sent on a day the banks are closed', () => {
  fc.assert(
    fc.property(anyTerms, (terms) => {
      const [first, ...later] = installments(terms, taxRate);
      assert.deepEqual(
        [first!.dueOn, first!.debitOn, first!.originateOn],
        [terms.startOn, terms.startOn, terms.startOn],
      );
      let before = first!;
      for (const each of later) {
        assert.ok(each.dueOn > before.dueOn);
        assert.ok(each.debitOn >= each.dueOn && daysBetween(each.dueOn, each.debitOn) <= 4);
        assert.ok(each.originateOn < each.debitOn && isBankDay(each.originateOn) && isBankDay(each.debitOn));
        before = each;
      }
    }),
  );
});

test('money is asked for the bank day before the debit, also where the debit goes back', () => {
  const startOn = '2026-11-21'; // a Saturday, and so are the weekly due dates
  const terms = {
    frequency: 'weekly',
    ...split(5_200, 52),
    startOn,
    cycle: cycleFrom('weekly', null, startOn),
  } as const;
  const { dueOn, debitOn, originateOn } = installment({ ...terms, leadDays: 7, debit: 'preceding' }, taxRate, 2);
  assert.deepEqual([dueOn, debitOn, originateOn], ['2026-11-28', '2026-11-27', '2026-11-25']); // over Thanksgiving
});

test('one installment alone is the one in the list, and what is due by a day is what the list says', () => {
  fc.assert(
    fc.property(anyTerms, fc.integer({ min: -30, max: 800 }), (terms, days) => {
      const all = installments(terms, taxRate);
      for (const each of all) assert.deepEqual(installment(terms, taxRate, each.number), each);
      assert.deepEqual(
        dueDays(terms),
        all.map((each) => each.dueOn),
      );
      const day = addDays(terms.startOn, days);
      assert.equal(dueBy(terms, day), all.filter((each) => each.dueOn <= day).length);
    }),
  );
});

test('each payment is taxed by itself, half a cent up', () => {
  const startOn = '2026-11-20';
  const cycle = cycleFrom('weekly', null, startOn);
  const terms: ScheduleTerms = {
    frequency: 'weekly',
    count: 52,
    regular: 503,
    last: 481,
    startOn,
    cycle,
    leadDays: 7,
    debit: 'following',
  };
  const all = installments(terms, taxRate);
  assert.deepEqual([all[0]!.tax, all[50]!.tax, all[51]!.tax], [41, 41, 40]); // 41.4975 and 39.6825
  assert.equal(all[51]!.dueOn, '2027-11-12');
});

test('a first payment taken before a re-pricing keeps its rent', () => {
  const startOn = '2026-11-20';
  const cycle = cycleFrom('weekly', null, startOn);
  const base = { frequency: 'weekly', startOn, cycle, leadDays: 7, debit: 'following' } as const;
  const repriced: ScheduleTerms = { ...base, firstRent: 503, count: 3, regular: 200, last: 199 };
  assert.deepEqual(
    installments(repriced, rate('0')).map(({ rent }) => rent),
    [503, 200, 199],
  );
  const paidFor: ScheduleTerms = { ...base, firstRent: 300, count: 1, regular: 0, last: 0 };
  assert.deepEqual(
    installments(paidFor, rate('0')).map(({ rent }) => rent),
    [300],
  );
  assert.equal(dueBy(paidFor, '2030-01-01'), 1);
});

test('a payment that the schedule does not have is refused', () => {
  const startOn = '2026-11-20';
  const terms: ScheduleTerms = {
    frequency: 'monthly',
    ...split(1_200, 12),
    startOn,
    cycle: cycleFrom('monthly', null, startOn),
    leadDays: 7,
    debit: 'following',
  };
  for (const number of [0, 13, 1.5]) assert.throws(() => installment(terms, taxRate, number), RangeError);
  assert.deepEqual(installments({ ...terms, count: 0 }, taxRate), []);
  assert.equal(dueBy({ ...terms, count: 0 }, '2030-01-01'), 0);
});
