import { type Cents, rate } from '#core/money/money.ts';
import { paymentsFor, totalRentOf } from '#core/pricing/price.ts';
import { availableWeeklySpending } from '#core/pricing/weekly-capacity.ts';
import type { House } from '#server/house.ts';
import { dayInState } from '#server/moment.ts';

/** What a lease of the whole balance costs, before tax: a week, how many of them, and together. */
export type WeeklySpending = { weekly: Cents; count: number; total: Cents };

/** What a week costs when the whole balance is leased in that state (rulings 6); nothing where nothing can be leased. */
export function weeklySpending(
  house: House,
  lease: { balance: Cents; state: string | null; leaseFactor: string },
): WeeklySpending {
  const law = lease.state === null ? null : house.rules.rulesFor(lease.state, dayInState(house, lease.state));
  if (law === null || 'notOffered' in law) return { weekly: 0, count: 0, total: 0 };
  const terms = { factor: rate(lease.leaseFactor), totalCap: law.rules.totalCap, processingFee: 0, termWeeks };
  const weekly = availableWeeklySpending(lease.balance, terms);
  if (weekly === 0) return { weekly, count: 0, total: 0 };
  const { totalRent: total } = totalRentOf({ ...terms, cashPrice: lease.balance });
  return { weekly, count: paymentsFor('weekly', termWeeks), total };
}

const termWeeks = 52;
