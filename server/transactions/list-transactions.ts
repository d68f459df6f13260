import { addDays, type Day, isDay } from '#core/calendar/day.ts';
import type { House } from '#server/house.ts';
import { leasesOfMerchant } from '#server/leases/find-lease.ts';
import type { Instant } from '#server/moment.ts';
import { done, type Outcome } from '#server/outcome.ts';
import type { TransactionView } from '#server/transactions/get-transaction.ts';
import { transactionView } from '#server/transactions/view.ts';

export type ListQuery = {
  readonly page?: number;
  readonly limit?: number;
  readonly leaseStatus?: 'signed' | 'pending';
  /** A day, or a moment as ISO text in UTC. */
  readonly fromDate?: Day | Instant;
  readonly toDate?: Day | Instant;
};

const limitDefault = 20;

/** A merchant's transactions, newest first; both bounds are inclusive, a day as a whole and counted in UTC (api-v3 6.1, 1.6). */
export async function listTransactions(
  house: House,
  merchantId: string,
  { page = 1, limit = limitDefault, leaseStatus, fromDate, toDate }: ListQuery,
): Promise<
  Outcome<{ transactions: TransactionView[]; meta: { count: number; totalPages: number; page: number; limit: number } }>
> {
  const { leases, count } = await leasesOfMerchant(house.db, merchantId, {
    signed: leaseStatus === undefined ? null : leaseStatus === 'signed',
    from: fromDate === undefined ? null : startOf(fromDate),
    before: toDate === undefined ? null : endOf(toDate),
    offset: (page - 1) * limit,
    limit,
  });
  return done({
    transactions: leases.map(transactionView),
    meta: { count, totalPages: Math.ceil(count / limit), page, limit },
  });
}

function startOf(bound: Day | Instant): Instant {
  return isDay(bound) ? `${bound}T00:00:00.000Z` : bound;
}

/** The first moment that is no longer meant. Moments are told to the millisecond, and so is what they bound. */
function endOf(bound: Day | Instant): Instant {
  return isDay(bound) ? startOf(addDays(bound, 1)) : new Date(Date.parse(bound) + 1).toISOString();
}
