import type { PaymentMethodView } from '#contract/v3/payment-methods.ts';
import { paymentMethodsOf } from '#server/customers/payment-method-store.ts';
import type { House } from '#server/house.ts';
import { done, type Outcome } from '#server/outcome.ts';

/** What a customer can pay with, masked (api-v3 3.12). */
export async function listPaymentMethods(house: House, customerId: string): Promise<Outcome<PaymentMethodView[]>> {
  const rows = await paymentMethodsOf(house, customerId);
  return done(
    rows.map((row) => ({
      id: row.payment_method_id,
      type: row.kind as 'ach' | 'card',
      ...(row.card_brand === null ? {} : { cardBrand: brandNames[row.card_brand] ?? row.card_brand }),
      ...(row.last_four === null ? {} : { lastFour: row.last_four }),
      ...(row.first_six === null ? {} : { firstSix: row.first_six }),
      ...(row.label === null ? {} : { label: row.label }),
      primary: row.is_primary,
    })),
  );
}

/** As the documents write them: `Visa`. */
const brandNames: Readonly<Record<string, string>> = {
  'american-express': 'American Express',
  visa: 'Visa',
  mastercard: 'Mastercard',
  discover: 'Discover',
};
