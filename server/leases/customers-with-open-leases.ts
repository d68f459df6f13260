import { leaseLifecycle } from '#core/lease/lifecycle.ts';
import type { House } from '#server/house.ts';

/** Customers of leases that are not over, in the order of their ids, after one of them. */
export async function customersWithOpenLeases(
  house: House,
  { after, limit }: { after: string; limit: number },
): Promise<string[]> {
  const rows = await house.db.read
    .selectFrom('lease')
    .select('customer_id')
    .distinct()
    .where('customer_id', '>', after)
    .where('state', 'not in', [...leaseLifecycle.ends])
    .orderBy('customer_id')
    .limit(limit)
    .execute();
  return rows.map((row) => row.customer_id);
}
