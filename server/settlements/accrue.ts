import { addBankDays } from '#core/calendar/bank-days.ts';
import type { LeaseChange } from '#core/lease/change.ts';
import { settlementAfter } from '#core/settlement/lifecycle.ts';
import { insert, type Write } from '#server/db/write.ts';
import type { House } from '#server/house.ts';
import type { StoredLease } from '#server/leases/stored-lease.ts';
import { now } from '#server/moment.ts';

/**
 * What the store is owed for delivered goods, one line per order line: gross is their cash price, net what is paid after
 * the merchant's discount. Held for some bank days, then paid with the next batch (domain 6.2).
 */
export function accrueSettlement(house: House, of: StoredLease, delivered: LeaseChange['delivered']): Write[] {
  const rows = delivered
    .filter(({ cost }) => cost > 0)
    .map(({ subject, line, on, cash, cost }) => ({
      merchant_id: of.merchantId,
      settlement_line_id: `${subject}-${line}`,
      customer_id: of.customerId,
      lease_id: of.leaseId,
      line,
      kind: 'delivery',
      gross_cents: cash,
      discount_cents: cash - cost,
      net_cents: cost,
      state: settlementAfter('accrued', 'hold'),
      arose_on: on,
      eligible_on: addBankDays(on, house.settings.settlementHoldBankDays),
      batch_id: null,
      version: 1,
      created_at: now(house),
    }));
  return rows.length > 0 ? [insert('settlement_line', rows)] : [];
}
