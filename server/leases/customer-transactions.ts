import type { House } from '#server/house.ts';
import type { Instant } from '#server/moment.ts';

/** The transactions of one customer at one merchant, newest first, as the customer's view lists them (api-v3 2). */
export async function customerTransactions(
  house: House,
  of: { merchantId: string; customerId: string },
): Promise<{ id: string; createdAt: Instant; lease: { id: string; status: 'signed' | 'pending' } }[]> {
  const rows = await house.db.read
    .selectFrom('lease')
    .select(['lease_id', 'transaction_id', 'created_at', 'signed_at'])
    .where('customer_id', '=', of.customerId)
    .where('merchant_id', '=', of.merchantId)
    .where('state', '<>', 'void')
    .orderBy('created_at', 'desc')
    .limit(listedMax)
    .execute();
  return rows.map((row) => ({
    id: row.transaction_id,
    createdAt: row.created_at,
    lease: { id: row.lease_id, status: row.signed_at === null ? 'pending' : 'signed' },
  }));
}

const listedMax = 200;
