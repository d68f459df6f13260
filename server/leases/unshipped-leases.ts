import type { Db } from '#server/db/connect.ts';
import type { Instant } from '#server/moment.ts';

/** Transactions whose id begins so, that were finalized by then and of which nothing was shipped yet; the oldest first. One whose first
 * payment was refused waits for its store. */
export async function unshippedLeases(
  db: Db,
  { prefix, finalizedBy, limit }: { prefix: string; finalizedBy: Instant; limit: number },
): Promise<{ merchantId: string; transactionId: string }[]> {
  const { rows } = await db.pool.query({
    text: `select l.merchant_id as "merchantId", l.transaction_id as "transactionId" from lease l
      where l.state = 'finalized' and l.transaction_id ^@ $1 and l.finalized_at <= $2
        and not exists (select from payment_attempt a where a.customer_id = l.customer_id and a.lease_id = l.lease_id
          and a.purpose = 'initial' and a.state = 'failed')
        and not exists (select from shipment s where s.customer_id = l.customer_id and s.lease_id = l.lease_id)
      order by l.finalized_at limit $3`,
    values: [prefix, finalizedBy, limit],
  });
  return rows;
}
