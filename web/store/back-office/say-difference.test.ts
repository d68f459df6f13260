import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkOrder, type SignedTransaction } from '#client/check-order.ts';
import { flexpayOrder } from './flexpay-order.ts';
import { sayDifference } from './say-difference.ts';
import type { StoreCart } from './store-order.ts';

const cart: StoreCart = {
  transactionId: 'MF-10001',
  lines: [
    {
      sku: 'HL-204',
      slug: 'halden-desk-lamp',
      name: 'Halden desk lamp',
      brand: 'Halden',
      quantity: 1,
      unitPrice: 100_00,
    },
    { sku: 'LC-50', slug: 'linen-cushion', name: 'Linen cushion', brand: 'Loma', quantity: 2, unitPrice: 49_95 },
  ],
  shipping: { method: 'ground', name: 'Delivery', cost: 5_00, arrivesOn: '2026-11-25' },
  total: 204_90,
};

const signed: SignedTransaction = {
  id: 'MF-10001',
  lease: { status: 'signed' },
  shippingCost: 5,
  purchaseTotal: 204_90,
  items: [
    { sku: 'HL-204', cost: 100, quantity: 1 },
    { sku: 'LC-50', cost: 49.95, quantity: 2 },
  ],
};

test('a lease signed for exactly what the shop offered is an order', () => {
  assert.deepEqual(checkOrder(flexpayOrder(cart), signed), []);
});

test('any difference between lease and cart is said in words that a shopper knows', () => {
  const [lamp, cushion] = signed.items as [SignedTransaction['items'][0], SignedTransaction['items'][0]];
  const differences: [Partial<SignedTransaction>, RegExp][] = [
    [{ id: 'MF-10002' }, /order MF-10002/],
    [{ lease: { status: 'pending' } }, /not signed/],
    [{ lease: {} }, /not signed/],
    [{ items: [lamp] }, /Linen cushion: 0 leased, 2 ordered/],
    [{ items: [lamp, { ...cushion, quantity: 1 }] }, /1 leased, 2 ordered/],
    [{ items: [{ ...lamp, cost: 1 }, cushion] }, /price is not \$100\.00/],
    [{ items: [lamp, cushion, { sku: 'PB-19', cost: 1900, quantity: 1 }] }, /PB-19 is not part/],
    [{ shippingCost: 0 }, /Shipping is not \$5\.00/],
    [{ purchaseTotal: 204_89 }, /total is \$204\.89, not \$204\.90/],
  ];
  for (const [difference, said] of differences) {
    const errors = checkOrder(flexpayOrder(cart), { ...signed, ...difference }).map((one) => sayDifference(one, cart));
    assert.equal(errors.length, 1, String(said));
    assert.match(errors[0] ?? '', said);
  }
});
