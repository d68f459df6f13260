import type { Frequency } from '../calendar/pay-cycle.ts';
import { type Cents, type Rate, ratio, timesHalfUp } from '../money/money.ts';

/** How often an applicant is paid; `yearly` and `none` can be said, and no payment schedule follows them (api-v3 4.1). */
export type PayFrequency = Frequency | 'yearly' | 'none';

/** The frequency behind a spelling (`bi-weekly`, `Every two weeks`), null when it is none we know. */
export function payFrequencyOf(text: string): PayFrequency | null {
  return spellings.get(text.toLowerCase().replace(/[^a-z]/g, '')) ?? null;
}

/** A month's income from one pay, half a cent up (domain 1.2). */
export function monthlyFromPay(pay: Cents, frequency: Frequency): Cents {
  return timesHalfUp(pay, paysPerMonth[frequency]);
}

const paysPerMonth: Readonly<Record<Frequency, Rate>> = {
  weekly: ratio(52, 12),
  biweekly: ratio(26, 12),
  semimonthly: ratio(2, 1),
  monthly: ratio(1, 1),
};

const spellings: ReadonlyMap<string, PayFrequency> = new Map([
  ['weekly', 'weekly'],
  ['everyweek', 'weekly'],
  ['biweekly', 'biweekly'],
  ['everytwoweeks', 'biweekly'],
  ['everyotherweek', 'biweekly'],
  ['fortnightly', 'biweekly'],
  ['semimonthly', 'semimonthly'],
  ['twiceamonth', 'semimonthly'],
  ['twicemonthly', 'semimonthly'],
  ['monthly', 'monthly'],
  ['everymonth', 'monthly'],
  ['yearly', 'yearly'],
  ['annually', 'yearly'],
  ['none', 'none'],
]);
