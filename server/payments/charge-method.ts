import type { Day } from '#core/calendar/day.ts';
import type { Cents } from '#core/money/money.ts';
import type { ChargeFact } from '#ports/processor.ts';
import { openPaymentMethod } from '#server/customers/open-payment-method.ts';
import type { House } from '#server/house.ts';

/**
 * Asks the processor for the money of an attempt; asked again, it tells what became of it. Unknown means pending: a call
 * that failed half-way may have charged (style 12).
 */
export async function chargeMethod(
  house: House,
  customerId: string,
  attempt: { attemptId: string; paymentMethodId: string; amount: Cents; debitOn: Day },
  purpose: string,
): Promise<ChargeFact> {
  const { attemptId: reference, amount, debitOn, paymentMethodId } = attempt;
  try {
    const method = await openPaymentMethod(house, { customerId, paymentMethodId }, purpose);
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
