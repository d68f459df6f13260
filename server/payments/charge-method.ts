import type { Day } from '#core/calendar/day.ts';
import type { Cents } from '#core/money/money.ts';
import type { ChargeFact } from '#ports/processor.ts';
import type { PaymentPurpose } from '#server/customers/bank-account.ts';
import { openPaymentMethod } from '#server/customers/open-payment-method.ts';
import type { House } from '#server/house.ts';
import { isLeaseOnHold } from '#server/leases/find-lease.ts';
import { holdOn } from '#server/screening/hold-on.ts';

/**
 * Asks the processor for the money of an attempt; asked again, it tells what became of it. Unknown means pending: a call
 * that failed half-way may have charged (style 12). Every debit leaves by this door, and none of a lease on hold, nor of a
 * customer who was confirmed to be somebody of a screening list (domain 4.6, 6.3): unless an earlier call has sent it, it is
 * found not to have left.
 */
export async function chargeMethod(
  house: House,
  { customerId, leaseId }: { customerId: string; leaseId: string },
  attempt: { attemptId: string; paymentMethodId: string; amount: Cents; debitOn: Day },
  purpose: PaymentPurpose,
): Promise<ChargeFact> {
  const { attemptId: reference, amount, debitOn, paymentMethodId } = attempt;
  try {
    const [method, screened, isHeld] = await Promise.all([
      openPaymentMethod(house, { customerId, paymentMethodId }, purpose),
      holdOn(house, customerId),
      isLeaseOnHold(house.db, { customerId, leaseId }),
    ]);
    // Not known is pending, and it stays so until the bank says that it never saw it: an earlier call may be under way.
    if (isHeld || screened === 'confirmed') return await house.processor.chargeByReference(reference);
    if (method === null) {
      return { status: 'refused', code: 'no_account', message: 'The payment method is no longer on file.' };
    }
    return 'card' in method
      ? await house.processor.chargeCard({ reference, amount, card: method.card })
      : await house.processor.charge({ reference, amount, debitOn, ...method.bankAccount });
  } catch (error) {
    house.log.error({ err: error, attemptId: reference }, 'the processor could not be asked');
    return { status: 'unknown' };
  }
}
