import { type Deposit, depositTotal } from '#core/lease/lease.ts';
import { insert, type Write } from '#server/db/write.ts';
import type { House } from '#server/house.ts';
import type { StoredLease } from '#server/leases/stored-lease.ts';
import { now } from '#server/moment.ts';

/**
 * Orders money back to the instrument it came from, in the transaction that takes it off the lease; a job carries it out
 * once the charge has settled (rulings 8). `subject` names the change in the ledger and is the refund's id.
 */
export function orderRefund(
  house: House,
  of: StoredLease,
  refund: Deposit,
  why: { subject: string; reason: string },
): Write {
  // One charge so far: the first payment. It is the newest that took money.
  const charge = of.attempts.findLast(({ state }) => tookMoney.has(state));
  if (charge === undefined) throw new Error(`lease ${of.leaseNumber} has nothing to refund from`);
  return insert('refund', {
    customer_id: of.customerId,
    lease_id: of.leaseId,
    refund_id: why.subject,
    attempt_id: charge.attemptId,
    merchant_id: of.merchantId,
    rent_cents: refund.rent,
    tax_cents: refund.tax,
    fee_cents: refund.fee,
    fee_tax_cents: refund.feeTax,
    amount_cents: depositTotal(refund),
    state: 'ordered',
    reason: why.reason,
    ordered_at: now(house),
    paid_on: null,
    version: 1,
  });
}

const tookMoney = new Set(['submitted', 'pending', 'settled', 'part_refunded']);
