import assert from 'node:assert/strict';
import { apply } from '#server/applications/apply.ts';
import { createUser } from '#server/customers/create-user.ts';
import type { House } from '#server/house.ts';
import type { CallingMerchant } from '#server/http/route.ts';
import { createLease } from '#server/leases/create-lease.ts';
import type { LeaseOffer, LeaseOrder } from '#server/leases/order.ts';
import { audit } from '#server/ledger/audit.ts';
import { createMerchant } from '#server/merchants/create-merchant.ts';
import { findMerchant } from '#server/merchants/find-merchant.ts';
import { must } from '#server/test-house.ts';

/** A store and an approved customer of it, made by the verbs that make them for real. For tests. */
export type Shopper = { readonly merchant: CallingMerchant; readonly customerId: string };

/** Approved for `limit` whole dollars, paid every two weeks, with an account that does what its last four digits say. */
export async function approvedShopper(
  house: House,
  { limit = 1500, account = '12340001', city = 'Austin', state = 'TX', postalCode = '78701' } = {},
): Promise<Shopper & { apiKey: string }> {
  const { merchantId, apiKey } = await must(house, () => createMerchant(house, { name: 'Lamps and more' }));
  const email = `shopper-${merchantId}@example.com`;
  const { userId: customerId } = await must(house, () =>
    createUser(house, { firstName: 'Ada', lastName: 'Lovelace', email, password: 'sandbox-Ada-1', merchantId }),
  );
  await must(house, () =>
    apply(house, {
      merchantId,
      customerId,
      leaseFactor: '2.00',
      deniedAs: 'denied',
      contact: {
        mobilePhone: '5125550142',
        street1: '12 Oak Street',
        street2: null,
        ...{ city, state, postalCode },
      },
      country: 'US',
      dateOfBirth: '1990-10-10',
      ssn: `66601${String(limit).padStart(4, '0')}`,
      monthlyIncome: '4000',
      payFrequency: 'biweekly',
      nextPayDate: '2026-12-04',
      employer: null,
      bank: { routingNumber: '110000000', accountNumber: account, accountType: 'checking' },
      requested: null,
      optInMarketing: false,
      ipAddress: '127.0.0.1',
      origin: { callerAddress: '127.0.0.1', customerAddress: null, deviceId: null },
      userAgent: 'a test',
    }),
  );
  const merchant = await findMerchant(house, merchantId);
  if (merchant === null) throw new Error('the merchant is gone');
  return { merchant, customerId, apiKey };
}

/** An offer for so many dollars' worth of sofa, two units, and five dollars of shipping. */
export async function offerFor(
  house: House,
  { merchant, customerId }: Shopper,
  transactionId: string,
  dollars: number,
): Promise<LeaseOffer> {
  const order: LeaseOrder = {
    transactionId,
    orderId: null,
    items: [
      {
        sku: 'SOFA',
        description: 'Sofa',
        brand: 'Tilda',
        condition: 'new',
        cost: String(dollars / 2),
        quantity: 2,
        productId: null,
        mpn: null,
        gtin: null,
        image: null,
      },
    ],
    shipping: { cost: '5.00', date: null, method: 'ground' },
    totalDiscount: '0',
  };
  return must(house, () => createLease(house, { merchant, customerId, order, frequency: 'weekly' }));
}

/** Every rule of the audit is kept; a breach fails the test with the rule and its examples. */
export async function booksAreRight(house: House): Promise<void> {
  const { checks } = await must(house, () => audit(house));
  assert.deepEqual(
    checks.filter(({ breaches }) => breaches > 0),
    [],
  );
}
