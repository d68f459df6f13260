import type { Day } from '#core/calendar/day.ts';
import type { Cents } from '#core/money/money.ts';
import type { SettlementState } from '#core/settlement/lifecycle.ts';
import type { Db } from '#server/db/connect.ts';
import { expecting, type Write, write } from '#server/db/write.ts';

export type SettlementLine = {
  readonly merchantId: string;
  readonly id: string;
  readonly customerId: string;
  readonly leaseId: string;
  readonly line: number;
  readonly kind: 'delivery' | 'return';
  readonly gross: Cents;
  readonly discount: Cents;
  readonly net: Cents;
  readonly state: SettlementState;
  readonly eligibleOn: Day;
  readonly version: number;
};

/** Customers for whose goods a store is to be paid today, held or not. */
export async function customersDue(db: Db, today: Day): Promise<string[]> {
  const { rows } = await db.pool.query({
    text: `select distinct customer_id from settlement_line where state in ('held', 'eligible') and eligible_on <= $1`,
    values: [today],
  });
  return rows.map((row) => row.customer_id);
}

/**
 * Lines whose hold is over, of one merchant that has any. Those of customers whom a screening case holds wait for it, and
 * so do those of customers who could not be asked about: their ids are `unknown`.
 */
export async function settlementDue(db: Db, today: Day, unknown: readonly string[]): Promise<SettlementLine[]> {
  const isDue = `state in ('held', 'eligible') and eligible_on <= $1 and customer_id <> all($2::text[])
        and not exists (select from held_customer h where h.customer_id = settlement_line.customer_id)`;
  const { rows } = await db.pool.query({
    text: `select * from settlement_line where ${isDue}
      and merchant_id = (select merchant_id from settlement_line where ${isDue}
        group by merchant_id having sum(net_cents) > 0 order by min(eligible_on), merchant_id limit 1)
      order by eligible_on, settlement_line_id limit 1000`,
    values: [today, unknown],
  });
  return rows.map(settlementLine);
}

/** Lines of batches that were made and not paid: a crash lay between. */
export async function unpaidBatches(
  db: Db,
): Promise<{ merchantId: string; batchId: string; amount: Cents; lines: SettlementLine[] }[]> {
  const { rows } = await db.pool.query(`select b.merchant_id, b.batch_id, b.amount_cents,
      (select json_agg(l) from settlement_line l where l.merchant_id = b.merchant_id and l.batch_id = b.batch_id) as lines
    from settlement_batch b where b.state = 'batched' order by b.created_at limit 100`);
  return rows.map((row) => ({
    merchantId: row.merchant_id,
    batchId: row.batch_id,
    amount: row.amount_cents,
    lines: row.lines.map(settlementLine),
  }));
}

/** Moves a line, guarded by its version. */
export function moveLine(line: SettlementLine, state: SettlementState, batchId: string | null = null): Write {
  return expecting(
    1,
    'settlement line',
    write`update settlement_line set state = ${state}, batch_id = coalesce(${batchId}, batch_id), version = version + 1
      where merchant_id = ${line.merchantId} and settlement_line_id = ${line.id} and version = ${line.version}`,
  );
}

// biome-ignore lint/suspicious/noExplicitAny: a row of settlement_line; this function is where it gets its types.
export function settlementLine(row: any): SettlementLine {
  return {
    merchantId: row.merchant_id,
    id: row.settlement_line_id,
    customerId: row.customer_id,
    leaseId: row.lease_id,
    line: row.line,
    kind: row.kind,
    gross: row.gross_cents,
    discount: row.discount_cents,
    net: row.net_cents,
    state: row.state,
    eligibleOn: row.eligible_on,
    version: row.version,
  };
}
