import type { Day } from '#core/calendar/day.ts';
import type { Cents } from '#core/money/money.ts';
import type { ChargeFact } from '#ports/processor.ts';
import type { PaymentPurpose } from '#server/customers/bank-account.ts';
import { openPaymentMethod } from '#server/customers/open-payment-method.ts';
import type { House } from '#server/house.ts';
import { holdOn } from '#server/screening/hold-on.ts';

/**
 * Asks the processor for the money of an attempt; asked again, it tells what became of it. Unknown means pending: a call
 * that failed half-way may have charged (style 12). Every debit leaves by this door, and none from a customer who was
 * confirmed to be somebody of a screening list (domain 4.6).
 */
export async function chargeMethod(
  house: House,
  customerId: string,
  attempt: { attemptId: string; paymentMethodId: string; amount: Cents; debitOn: Day },
  purpose: PaymentPurpose,
): Promise<ChargeFact> {
  const { attemptId: reference, amount, debitOn, paymentMethodId } = attempt;
  try {
    const [method, hold] = await Promise.all([
      openPaymentMethod(house, { customerId, paymentMethodId }, purpose),
      holdOn(house, customerId),
    ]);
    if (hold === 'confirmed') return { status: 'refused', code: 'not_possible', message: noDebit };
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

const noDebit = 'No payment can be taken from this customer for now.';
