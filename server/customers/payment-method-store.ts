import { type Write, write } from '#server/db/write.ts';
import type { House } from '#server/house.ts';

/** Payments come from this one and from no other. */
export function makePrimary(customerId: string, paymentMethodId: string): Write {
  return write`update payment_method set is_primary = (payment_method_id = ${paymentMethodId})
    where customer_id = ${customerId}`;
}

/** Everything a customer can pay with (an account whose number was erased is none), the primary one first, then the newest. */
export async function paymentMethodsOf(house: House, customerId: string) {
  return house.db.read
    .selectFrom('payment_method')
    .select(['payment_method_id', 'kind', 'label', 'last_four', 'first_six', 'card_brand', 'is_primary'])
    .where('customer_id', '=', customerId)
    .where(({ or, eb }) => or([eb('kind', '=', 'card'), eb('account_sealed', 'is not', null)]))
    .orderBy('is_primary', 'desc')
    .orderBy('created_at', 'desc')
    .orderBy('payment_method_id')
    .execute();
}

/** How many of them there are, and whether one is primary. */
export async function countMethods(house: House, customerId: string): Promise<{ count: number; hasPrimary: boolean }> {
  const rows = await paymentMethodsOf(house, customerId);
  return { count: rows.length, hasPrimary: rows.some((row) => row.is_primary) };
}
