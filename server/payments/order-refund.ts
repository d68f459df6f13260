import { type Deposit, depositTotal } from '#core/lease/lease.ts';
import type { Cents } from '#core/money/money.ts';
import { spreadRefund } from '#core/payment/spread-refund.ts';
import { insert, type Write } from '#server/db/write.ts';
import type { House } from '#server/house.ts';
import { newId } from '#server/ids.ts';
import type { StoredLease } from '#server/leases/stored-lease.ts';
import { now } from '#server/moment.ts';

/**
 * Orders money back to where it came from, the newest payments first, in the transaction that takes it off the lease; a
 * job carries it out once its charge has settled (rulings 8). `subject` names the change in the ledger and is the id of
 * the first refund.
 */
export function orderRefund(
  house: House,
  of: StoredLease,
  refund: Deposit,
  why: { subject: string; reason: string },
): Write[] {
  const payments = of.attempts
    .filter(({ state }) => tookMoney.has(state))
    .map(({ attemptId, amount }) => ({ attemptId, left: amount - givenBack(of, attemptId) }));
  return spreadRefund(refund, payments).map((share, index) =>
    insert('refund', {
      customer_id: of.customerId,
      lease_id: of.leaseId,
      refund_id: index === 0 ? why.subject : newId(house),
      attempt_id: share.attemptId,
      merchant_id: of.merchantId,
      rent_cents: share.refund.rent,
      tax_cents: share.refund.tax,
      fee_cents: share.refund.fee,
      fee_tax_cents: share.refund.feeTax,
      ahead_cents: share.refund.ahead,
      amount_cents: depositTotal(share.refund),
      state: 'ordered',
      reason: why.reason,
      ordered_at: now(house),
      paid_on: null,
      version: 1,
    }),
  );
}

function givenBack({ refunds }: StoredLease, attemptId: string): Cents {
  const of = refunds.filter((one) => one.attemptId === attemptId && one.state !== 'cancelled');
  return of.reduce((sum, { amount }) => sum + amount, 0);
}

const tookMoney = new Set(['submitted', 'pending', 'settled', 'part_refunded']);
