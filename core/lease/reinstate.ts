import { addDays, type Day, daysBetween, maxDay } from '../calendar/day.ts';
import { dueDay, firstDue } from '../calendar/pay-cycle.ts';
import type { Cents } from '../money/money.ts';
import type { ScheduleTerms } from '../schedule/schedule.ts';
import type { KeptRule, StateRules } from '../states/rules.ts';

/**
 * The last day, inclusive, on which a lessee who kept the goods may resume the lease, when payment `oldestUnpaid` is the
 * oldest that was not paid (domain 1.8). Past the end of the schedule its cycle goes on.
 */
export function lastDayToResume(rule: KeptRule, terms: ScheduleTerms, oldestUnpaid: number): Day {
  const dueOn = (number: number): Day => {
    if (number === 1) return terms.startOn;
    return dueDay(terms.cycle, firstDue(terms.cycle, terms.startOn, terms.leadDays), number - 2);
  };
  const due = dueOn(oldestUnpaid);
  switch (rule.type) {
    case 'days':
      return addDays(due, rule.after[terms.frequency]);
    case 'days_or_half_period': {
      const half = Math.ceil(daysBetween(due, dueOn(oldestUnpaid + 1)) / 2);
      return maxDay(addDays(due, rule.days), addDays(due, half));
    }
    case 'periods':
      return dueOn(oldestUnpaid + rule.count);
  }
}

/** The last day, inclusive, on which a lessee who gave the goods back in time may have the lease resumed (domain 1.8). */
export function lastDayToResumeAfterReturn(
  { returned }: StateRules['reinstatement'],
  lease: { readonly returnedOn: Day; readonly paidRent: Cents; readonly totalRent: Cents },
): Day {
  const twoThirdsPaid = 3 * lease.paidRent >= 2 * lease.totalRent;
  return addDays(lease.returnedOn, twoThirdsPaid ? returned.geTwoThirdsDays : returned.ltTwoThirdsDays);
}

/** What resuming costs beside the rent that is past due and the late fees on it (domain 3.2, Georgia by the missed payment). */
export function reinstatementFee({ feeCents, feePer }: StateRules['reinstatement'], missedPayments: number): Cents {
  return feePer === 'missed_payment' ? feeCents * missedPayments : feeCents;
}
