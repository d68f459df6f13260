import { addBankDays } from '#core/calendar/bank-days.ts';
import { type Deposit, depositTotal } from '#core/lease/lease.ts';
import { insert, type Write } from '#server/db/write.ts';
import type { House } from '#server/house.ts';
import { newId } from '#server/ids.ts';
import type { AttemptFacts, StoredLease } from '#server/leases/stored-lease.ts';
import { now, servicingDay } from '#server/moment.ts';

/** An attempt as it is meant, before the processor is asked: so much, by its parts, from that payment method. */
export function newAttempt(
  house: House,
  parts: Deposit,
  about: Pick<AttemptFacts, 'purpose' | 'paymentMethodId' | 'rail'>,
): AttemptFacts {
  const today = servicingDay(house);
  return {
    ...about,
    ...parts,
    attemptId: newId(house),
    amount: depositTotal(parts),
    state: 'scheduled',
    // A card is captured at once, an account is asked on the next bank day.
    debitOn: about.rail === 'card' ? today : addBankDays(today, 1),
    settledOn: null,
    callKey: null,
    unheardAt: null,
    createdAt: now(house),
    failureCode: null,
    failureReason: null,
    version: 1,
  };
}

/** An attempt that is meant, as a row. */
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
