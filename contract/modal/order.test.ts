import assert from 'node:assert/strict';
import { test } from 'node:test';
import { readOrder } from './order.ts';

test('an order as the documents write it is read exactly', () => {
  assert.deepEqual(readOrder({ ...documented, items: [{ ...sofa, cost: 120.34, quantity: 1 }] }), {
    order: {
      transactionId: 'ABC-129384',
      orderId: null,
      items: [
        {
          sku: 'SOFA-1',
          description: 'Sofa',
          brand: 'n/a',
          condition: 'new',
          cost: '120.34',
          quantity: 1,
          productId: null,
          mpn: null,
          gtin: null,
          image: 'https://shop.example/sofa.jpg',
        },
      ],
      shipping: { cost: '10.3300', date: '2026-11-20', method: 'UPS' },
      totalDiscount: '0',
    },
  });
});

test('texts, empty images, capitals and whole amounts on the first line are how real pages write', () => {
  const read = readOrder({
    transactionId: 1234,
    items: [
      {
        sku: 'A',
        cost: '100.5',
        quantity: '1.0000',
        condition: 'NEW',
        images: ['', null],
        shipping: { cost: '5', date: '' },
      },
      {
        sku: 'B',
        description: 'Free cushion',
        cost: 0,
        quantity: 2,
        images: '',
        shipping: { cost: 0.5, method: 'ground' },
      },
      { sku: 'DISCOUNT-10', description: 'Coupon', cost: '-10', quantity: 1 },
    ],
  });
  assert.ok('order' in read);
  const { items, shipping, transactionId } = read.order;
  assert.equal(transactionId, '1234');
  assert.deepEqual(
    items.map(({ description, cost, quantity, image }) => [description, cost, quantity, image]),
    [
      ['A', '100.5', 1, null],
      ['Free cushion', '0', 2, null],
      ['Coupon', '-10', 1, null],
    ],
  );
  assert.deepEqual(shipping, { cost: '5.5000', date: null, method: 'ground' });
});

for (const [why, order, path] of [
  ['nothing at all', null, 'transactionId'],
  ['no items', { ...documentedWith(), items: [] }, 'items'],
  ['too long an id', { ...documentedWith(), transactionId: 'x'.repeat(257) }, 'transactionId'],
  ['five decimals', documentedWith({ cost: '1.00001' }), 'items[0].cost'],
  ['half a sofa', documentedWith({ quantity: '0.5' }), 'items[0].quantity'],
  ['a negative price that is no discount', documentedWith({ cost: -1 }), 'items[0].cost'],
  ['a cart worth nothing', documentedWith({ cost: 0, shipping: undefined }), 'items'],
] as const) {
  test(`${why} is refused by the name of the field`, () => {
    const read = readOrder(order);
    assert.ok('faults' in read);
    assert.equal(read.faults[0]?.path, path);
  });
}

const sofa = {
  description: 'Sofa',
  sku: 'SOFA-1',
  brand: 'n/a',
  condition: 'new',
  images: ['https://shop.example/sofa.jpg'],
  shipping: { cost: 10.33, date: 'Fri Nov 20 2026 12:20:07 GMT+0000 (Coordinated Universal Time)', method: 'UPS' },
};

const documented = { cost: 120.34, transactionId: 'ABC-129384' };

function documentedWith(item: object = {}) {
  return {
    cost: 1,
    transactionId: 'T-1',
    items: [{ sku: 'S', cost: 100, quantity: 1, shipping: { cost: 0 }, ...item }],
  };
}
