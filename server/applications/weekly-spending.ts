import { type Cents, rate } from '#core/money/money.ts';
import { availableWeeklySpending } from '#core/pricing/weekly-capacity.ts';
import type { House } from '#server/house.ts';
import { dayInState } from '#server/moment.ts';

/** What a week costs when the whole balance is leased in that state (rulings 6); 0 where nothing can be leased. */
export function weeklySpending(
  house: House,
  lease: { balance: Cents; state: string | null; leaseFactor: string },
): Cents {
  if (lease.state === null) return 0;
  const law = house.rules.rulesFor(lease.state, dayInState(house, lease.state));
  if ('notOffered' in law) return 0;
  return availableWeeklySpending(lease.balance, {
    factor: rate(lease.leaseFactor),
    totalCap: law.rules.total_cap,
    processingFee: 0,
    termWeeks,
  });
}

const termWeeks = 52;
