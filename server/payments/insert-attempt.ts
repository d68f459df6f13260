import { insert, type Write } from '#server/db/write.ts';
import type { AttemptFacts, StoredLease } from '#server/leases/stored-lease.ts';

/** An attempt as it is meant, before the processor is asked. */
export function insertAttempt(of: StoredLease, attempt: AttemptFacts, collectorId: string | null = null): Write {
  return insert('payment_attempt', {
    customer_id: of.customerId,
    lease_id: of.leaseId,
    attempt_id: attempt.attemptId,
    merchant_id: of.merchantId,
    purpose: attempt.purpose,
    rail: attempt.rail,
    payment_method_id: attempt.paymentMethodId,
    rent_cents: attempt.rent,
    tax_cents: attempt.tax,
    fee_cents: attempt.fee,
    fee_tax_cents: attempt.feeTax,
    ahead_cents: attempt.ahead,
    amount_cents: attempt.amount,
    state: attempt.state,
    debit_on: attempt.debitOn,
    call_key: attempt.callKey,
    collector_id: collectorId,
    version: attempt.version,
    created_at: attempt.createdAt,
  });
}
