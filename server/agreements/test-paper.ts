import assert from 'node:assert/strict';
import type { Language } from '#core/calendar/day-text.ts';
import type { Frequency } from '#core/calendar/pay-cycle.ts';
import type { FirstPaymentAt } from '#core/lease/lease.ts';
import type { CustomerFacts } from '#server/customers/customer-facts.ts';
import type { House } from '#server/house.ts';
import { priceOrder } from '#server/leases/quote-lease.ts';
import { type Agreement, agreementOf } from './agreement-of.ts';

const item = {
  ...{ sku: 'SOFA', description: 'Sofa', brand: 'Tilda', condition: 'new' as const, cost: '400', quantity: 2 },
  ...{ productId: null, mpn: null, gtin: null, image: null },
} as const;
const order = { items: [item], shipping: { cost: '5', date: null, method: 'ground' }, totalDiscount: '0' };

/** Two sofas leased in a state, as the engine prices them and the house writes them down today. For tests. */
export async function agreementIn(
  house: House,
  state: string,
  {
    frequency = 'weekly',
    language = 'en',
    firstPaymentAt = 'signing',
    ...terms
  }: {
    frequency?: Frequency;
    language?: Language;
    firstPaymentAt?: FirstPaymentAt;
    processingFeeCents?: number;
    fixedInitialRentCents?: number;
  } = {},
): Promise<Agreement> {
  const place = { street1: '1 Main Street', street2: null, city: 'Anytown', state, postalCode: '12345' };
  const merchant = { leaseFactor: '2.00', processingFeeCents: 0, fixedInitialRentCents: 0, ...terms };
  const priced = await priceOrder(house, order, { place, frequency, merchant, nextPayOn: null });
  assert.ok('price' in priced, state);
  const facts = { firstName: 'Maria', lastName: 'Delgado', address: place } as CustomerFacts;
  const quote = { ...priced, available: 0, underMinimumBy: 0, overLimitBy: 0 };
  return agreementOf(house, facts, quote, {
    leaseNumber: '1234567890',
    eRecordsCode: '1234',
    merchantName: 'Marlow & Finch',
    firstPaymentAt,
    shippingMethod: 'ground',
    language,
  });
}
