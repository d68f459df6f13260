import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addDays } from '../calendar/day.ts';
import { cycleFrom, type Frequency } from '../calendar/pay-cycle.ts';
import type { ScheduleTerms } from '../schedule/schedule.ts';
import type { KeptRule } from '../states/rules.ts';
import { lastDayToResume, lastDayToResumeAfterReturn, reinstatementFee } from './reinstate.ts';

const startOn = '2026-11-20';
const terms = (frequency: Frequency): ScheduleTerms => ({
  frequency,
  ...{ count: 12, regular: 1_000, last: 900, startOn, leadDays: 7, debit: 'following' },
  cycle: cycleFrom(frequency, null, startOn),
});
const days: KeptRule = { type: 'days', after: { weekly: 7, biweekly: 10, semimonthly: 10, monthly: 10 } };
const half: KeptRule = { type: 'days_or_half_period', days: 7 };
const periods: KeptRule = { type: 'periods', count: 3 };

test('who kept the goods may resume until the last day of the rule', () => {
  const rows: [KeptRule, Frequency, number, string][] = [
    [days, 'weekly', 2, '2026-12-04'], // due 2026-11-27
    [days, 'monthly', 2, '2026-12-30'], // due 2026-12-20
    [half, 'weekly', 2, '2026-12-04'],
    [half, 'monthly', 2, '2027-01-05'], // half of 31 days is 16
    [half, 'monthly', 4, '2027-03-06'], // due 2027-02-20, half of 28 days
    [periods, 'weekly', 2, '2026-12-18'],
    [periods, 'monthly', 2, '2027-03-20'],
    [periods, 'monthly', 12, '2028-01-20'], // the cycle goes on after the last payment
    [days, 'weekly', 1, '2026-11-27'],
  ];
  for (const [rule, frequency, oldestUnpaid, lastDay] of rows) {
    assert.equal(lastDayToResume(rule, terms(frequency), oldestUnpaid), lastDay, `${rule.type} ${frequency}`);
  }
});

test('after a return the days depend on two thirds of the rent, to the cent', () => {
  const law = { kept: days, returned: { ltTwoThirdsDays: 60, geTwoThirdsDays: 120 }, feeCents: 500 } as const;
  const rule = { ...law, feePer: 'missed_payment' } as const;
  const lease = { returnedOn: startOn, totalRent: 30_000 };
  assert.equal(lastDayToResumeAfterReturn(rule, { ...lease, paidRent: 19_999 }), addDays(startOn, 60));
  assert.equal(lastDayToResumeAfterReturn(rule, { ...lease, paidRent: 20_000 }), addDays(startOn, 120));
  assert.equal(reinstatementFee(rule, 3), 1_500);
  assert.equal(reinstatementFee({ ...law, feePer: 'reinstatement' }, 3), 500);
});
