import type { Day } from '#core/calendar/day.ts';
import type { LeaseChange } from '#core/lease/change.ts';
import { settlementAfter } from '#core/settlement/lifecycle.ts';
import { Stale } from '#server/db/commit.ts';
import { insert, type Write } from '#server/db/write.ts';
import type { House } from '#server/house.ts';
import type { StoredLease } from '#server/leases/stored-lease.ts';
import { now } from '#server/moment.ts';
import { moveLine, type SettlementLine } from '#server/settlements/settlement-store.ts';

/** Per line of the order: how much of what the store earned has been paid, or is on its way in a closed batch. */
export function fundedByLine(lines: readonly SettlementLine[]): Map<number, number> {
  const funded = new Map<number, number>();
  for (const line of lines) if (isClosed(line)) funded.set(line.line, (funded.get(line.line) ?? 0) + line.net);
  return funded;
}

/**
 * Goods went back: what the store was not paid yet is reversed and, where only a part went back, stands again for the
 * rest; what it was paid becomes a return line that the next batch keeps (domain 6.2, 6.3). A closed batch never changes.
 */
export function takeBackSettlement(
  house: House,
  of: StoredLease,
  takenBack: LeaseChange['takenBack'],
  lines: readonly SettlementLine[],
  { subject, on }: { subject: string; on: Day },
): Write[] {
  return takenBack.flatMap(({ line, cost }) => {
    const writes: Write[] = [];
    let left = cost;
    // The paid part goes back first, as the ledger books it (core/lease/take-back.ts).
    const funded = Math.min(left, fundedByLine(lines).get(line) ?? 0);
    if (funded > 0)
      writes.push(
        insert(
          'settlement_line',
          row(of, house, { line, kind: 'return', net: -funded, id: `${subject}-${line}-return`, on }),
        ),
      );
    left -= funded;
    for (const open of lines.filter(
      (one) => one.line === line && !isClosed(one) && one.state !== 'reversed' && one.net > 0,
    )) {
      if (left === 0) break;
      const back = Math.min(left, open.net);
      left -= back;
      writes.push(moveLine(open, settlementAfter(open.state, 'reverse')!));
      if (back < open.net) {
        const rest = {
          line,
          kind: 'delivery',
          net: open.net - back,
          id: `${subject}-${line}-rest-${open.version}`,
          on: open.eligibleOn,
        } as const;
        writes.push(insert('settlement_line', row(of, house, rest)));
      }
    }
    // The lease was read before its settlement: another change of it came between, or the books are wrong for good.
    if (left > 0) throw new Stale(`the settlement of lease ${of.leaseNumber}, which lacks ${left} cents,`);
    return writes;
  });
}

function isClosed({ state }: SettlementLine): boolean {
  return state === 'batched' || state === 'paid' || state === 'netted' || state === 'clawback_pending';
}

function row(
  of: StoredLease,
  house: House,
  one: { line: number; kind: 'delivery' | 'return'; net: number; id: string; on: Day },
) {
  return {
    merchant_id: of.merchantId,
    settlement_line_id: one.id,
    customer_id: of.customerId,
    lease_id: of.leaseId,
    line: one.line,
    kind: one.kind,
    gross_cents: Math.abs(one.net),
    discount_cents: 0,
    net_cents: one.net,
    state: 'held',
    arose_on: one.on,
    eligible_on: one.on,
    batch_id: null,
    version: 1,
    created_at: now(house),
  };
}
