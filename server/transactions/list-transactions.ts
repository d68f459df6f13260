import { addDays, type Day } from '#core/calendar/day.ts';
import type { House } from '#server/house.ts';
import { leasesOfMerchant } from '#server/leases/find-lease.ts';
import { done, type Outcome } from '#server/outcome.ts';
import type { TransactionView } from '#server/transactions/get-transaction.ts';
import { transactionView } from '#server/transactions/view.ts';

export type ListQuery = {
  readonly page?: number;
  readonly limit?: number;
  readonly leaseStatus?: 'signed' | 'pending';
  readonly fromDate?: Day;
  readonly toDate?: Day;
};

const limitDefault = 20;

/** A merchant's transactions, newest first; days are inclusive and counted in UTC (api-v3 6.1, 1.6). */
export async function listTransactions(
  house: House,
  merchantId: string,
  { page = 1, limit = limitDefault, leaseStatus, fromDate, toDate }: ListQuery,
): Promise<
  Outcome<{ transactions: TransactionView[]; meta: { count: number; totalPages: number; page: number; limit: number } }>
> {
  const { leases, count } = await leasesOfMerchant(house.db, merchantId, {
    signed: leaseStatus === undefined ? null : leaseStatus === 'signed',
    from: fromDate === undefined ? null : `${fromDate}T00:00:00.000Z`,
    to: toDate === undefined ? null : `${addDays(toDate, 1)}T00:00:00.000Z`,
    offset: (page - 1) * limit,
    limit,
  });
  return done({
    transactions: leases.map(transactionView),
    meta: { count, totalPages: Math.ceil(count / limit), page, limit },
  });
}
