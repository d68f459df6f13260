import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { addDays, type Day, dayOfMonthOf, daysBetween } from './day.ts';
import { type Cycle, cycleFrom, dueDay, type Frequency, firstDue } from './pay-cycle.ts';

const anyDay = fc.integer({ min: 0, max: 3_287 }).map((n): Day => addDays('2024-01-01', n)); // to 2032-12-31
const anyFrequency = fc.constantFrom<Frequency>('weekly', 'biweekly', 'semimonthly', 'monthly');
const daysInPeriodMax = { weekly: 7, biweekly: 14, semimonthly: 18, monthly: 31 };

test('the first due date is the first payday a week or more after the start', () => {
  fc.assert(
    fc.property(anyFrequency, anyDay, anyDay, (frequency, payDate, start) => {
      const cycle = cycleFrom(frequency, payDate, start);
      const first = firstDue(cycle, start);
      const lead = daysBetween(start, first);
      assert.ok(lead >= 7 && lead < 7 + daysInPeriodMax[frequency], `${lead} days`);
      assert.ok(dueDay(cycle, first, -1) < addDays(start, 7), 'no earlier payday would do');
      assert.equal(dueDay(cycle, first, 0), first);
    }),
    { numRuns: 1_000 },
  );
});

test('the pay date itself is due whenever the cycle reaches it', () => {
  fc.assert(
    fc.property(anyFrequency, anyDay, fc.integer({ min: 0, max: 30 }), (frequency, payDate, k) => {
      fc.pre(frequency !== 'monthly' || dayOfMonthOf(payDate) <= 28);
      const cycle = cycleFrom(frequency, payDate, payDate);
      assert.equal(firstDue(cycle, payDate, 0), payDate);
      assert.equal(dueDay(cycle, dueDay(cycle, payDate, k), -k), payDate);
    }),
    { numRuns: 1_000 },
  );
});

test('due dates keep their distance and never drift', () => {
  fc.assert(
    fc.property(anyFrequency, anyDay, anyDay, (frequency, payDate, start) => {
      const cycle = cycleFrom(frequency, payDate, start);
      const first = firstDue(cycle, start);
      for (let k = 0; k < 52; k += 1) {
        const gap = daysBetween(dueDay(cycle, first, k), dueDay(cycle, first, k + 1));
        const [least, most] = { weekly: [7, 7], biweekly: [14, 14], semimonthly: [13, 18], monthly: [28, 31] }[
          frequency
        ];
        assert.ok(gap >= least! && gap <= most!, `${gap} days after ${dueDay(cycle, first, k)}`);
      }
    }),
  );
});

test('a monthly payday is the same day of every month, or the last one of a short month', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 31 }), anyDay, fc.integer({ min: 0, max: 60 }), (anchor, start, k) => {
      const cycle: Cycle = { frequency: 'monthly', anchor };
      const first = firstDue(cycle, start);
      const month = Temporal.PlainYearMonth.from(first.slice(0, 7)).add({ months: k });
      assert.equal(dueDay(cycle, first, k), month.toPlainDate({ day: anchor }).toString());
    }),
  );
});

test('a month that is too short leaves no trace in the next', () => {
  const end: Cycle = { frequency: 'monthly', anchor: 31 };
  const days = [0, 1, 2, 3].map((k) => dueDay(end, '2027-01-31', k));
  assert.deepEqual(days, ['2027-01-31', '2027-02-28', '2027-03-31', '2027-04-30']);
  const halves: Cycle = { frequency: 'semimonthly', anchors: [15, 31] };
  const halfDays = [0, 1, 2, 3, 4].map((k) => dueDay(halves, '2028-02-15', k));
  assert.deepEqual(halfDays, ['2028-02-15', '2028-02-29', '2028-03-15', '2028-03-31', '2028-04-15']);
});

test('a pay date fixes the phase, however far away it lies', () => {
  const start = '2026-11-20';
  const first = (frequency: Frequency, payDate: Day) => firstDue(cycleFrom(frequency, payDate, start), start);
  assert.equal(first('weekly', '2026-11-26'), '2026-12-03'); // six days away: one period on
  assert.equal(first('weekly', '2026-11-27'), '2026-11-27'); // the boundary day counts
  assert.equal(first('weekly', '2026-12-25'), '2026-11-27'); // rolled back
  assert.equal(first('weekly', '2020-01-03'), '2026-11-27'); // rolled forward through the years
  assert.equal(first('biweekly', '2026-12-11'), '2026-11-27');
  assert.equal(first('biweekly', '2026-12-04'), '2026-12-04');
  assert.equal(first('monthly', '2026-11-30'), '2026-11-30');
  assert.equal(first('monthly', '2026-11-22'), '2026-12-22');
});

test('without a pay date the first due date is the lease start plus one period', () => {
  const rows: [Frequency, Day, Day][] = [
    ['weekly', '2026-11-20', '2026-11-27'],
    ['biweekly', '2026-11-20', '2026-12-04'],
    ['semimonthly', '2026-11-20', '2026-12-05'],
    ['monthly', '2026-11-20', '2026-12-20'],
    ['monthly', '2027-01-31', '2027-02-28'],
  ];
  for (const [frequency, start, expected] of rows) {
    assert.equal(firstDue(cycleFrom(frequency, null, start), start), expected, frequency);
  }
  assert.equal(dueDay(cycleFrom('monthly', null, '2027-01-31'), '2027-02-28', 1), '2027-03-31');
});

test('one semimonthly pay date tells both anchors', () => {
  const rows: [Day, [number, number]][] = [
    ['2026-12-01', [1, 15]],
    ['2026-12-15', [1, 15]],
    ['2026-12-31', [15, 31]],
    ['2027-02-28', [15, 31]],
    ['2026-11-30', [15, 31]],
    ['2026-12-30', [15, 30]],
    ['2026-12-05', [5, 20]],
    ['2026-12-20', [5, 20]],
    ['2026-12-16', [1, 16]],
  ];
  for (const [payDate, anchors] of rows) {
    assert.deepEqual(cycleFrom('semimonthly', payDate, '2026-11-20'), { frequency: 'semimonthly', anchors }, payDate);
  }
});
