import { type Day, daysBetween, maxDay } from '../calendar/day.ts';
import type { Frequency } from '../calendar/pay-cycle.ts';
import { type Cents, timesFloor } from '../money/money.ts';
import type { FeeCap, StateRules } from '../states/rules.ts';

/** An installment as a late fee sees it: open rent is what is billed and not paid, before tax. */
export type LateInstallment = {
  readonly dueOn: Day;
  readonly debitOn: Day;
  readonly openRent: Cents;
  /** Whether this installment has had its fee: there is one at most, and never one on a fee (domain 1.6). */
  readonly charged: boolean;
};

/** Calendar days since the later of due and debit day: moving a debit to a bank day makes nobody late (domain 1.8). */
export function daysLate({ dueOn, debitOn }: Pick<LateInstallment, 'dueOn' | 'debitOn'>, today: Day): number {
  return Math.max(0, daysBetween(maxDay(dueOn, debitOn), today));
}

/** The fee that may be charged that day, 0 where none may: the contract's own, never above what the place allows (domain 3.3). */
export function lateFee(
  installment: LateInstallment,
  {
    frequency,
    contractFee,
    law,
  }: { readonly frequency: Frequency; readonly contractFee: Cents; readonly law: StateRules['lateFee'] },
  today: Day,
): Cents {
  const { openRent, charged } = installment;
  if (charged || openRent <= 0 || daysLate(installment, today) < firstDayLate(law, frequency)) return 0;
  return Math.min(contractFee, mostLateFee(capOn(law, frequency), openRent));
}

/** The first number of days late at which this frequency may be charged a fee. */
export function firstDayLate({ minDaysLate }: StateRules['lateFee'], frequency: Frequency): number {
  return minDaysLate[frequency === 'weekly' || frequency === 'biweekly' ? frequency : 'other'];
}

/** The cap of the place on payments of this frequency. */
export function capOn({ cap }: StateRules['lateFee'], frequency: Frequency): FeeCap {
  return cap.type === 'by_frequency' ? cap.of[frequency] : cap;
}

/** The most that a cap allows on so much open rent; percentages drop the started cent (domain 3.3). */
export function mostLateFee(cap: FeeCap, openRent: Cents): Cents {
  switch (cap.type) {
    case 'flat':
      return cap.cents;
    case 'pct':
      return timesFloor(openRent, cap.rate);
    case 'min':
      return Math.min(...cap.of.map((one) => mostLateFee(one, openRent)));
    case 'max':
      return Math.max(...cap.of.map((one) => mostLateFee(one, openRent)));
    case 'step':
      return cap.steps.find(({ uptoCents }) => uptoCents === null || openRent <= uptoCents)?.cents ?? 0;
  }
}
