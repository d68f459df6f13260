import type { Db } from '#server/db/connect.ts';
import { type SettlementLine, settlementLine } from '#server/settlements/settlement-store.ts';

/** Everything a lease has earned its store or cost it. */
export async function settlementOfLease(db: Db, merchantId: string, leaseId: string): Promise<SettlementLine[]> {
  const { rows } = await db.pool.query({
    name: 'settlement_of_lease',
    text: `select * from settlement_line where merchant_id = $1 and lease_id = $2 order by created_at, settlement_line_id`,
    values: [merchantId, leaseId],
  });
  return rows.map(settlementLine);
}
