import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { pricedLines } from '../server/leases/quote-lease.ts';
import { type Cart, checkOrder, type Difference, type SignedTransaction, sayDifference } from './check-order.ts';

const cart: Cart = {
  transactionId: 'MF-10001',
  items: [
    { sku: 'HL-204', cost: 100, quantity: 1, shipping: { cost: 5 } },
    { sku: 'LC-50', cost: '49.95', quantity: 2, shipping: { cost: 0 } },
  ],
};

const signed: SignedTransaction = {
  id: 'MF-10001',
  lease: { status: 'signed' },
  shippingCost: '5.00',
  purchaseTotal: 204_90,
  items: [
    { sku: 'HL-204', cost: '100.00', quantity: 1 },
    { sku: 'LC-50', cost: '49.95', quantity: 2 },
  ],
};
const [lamp, cushion] = signed.items as [SignedTransaction['items'][0], SignedTransaction['items'][0]];

test('a lease signed for exactly the cart has no difference', () => {
  assert.deepEqual(checkOrder(cart, signed), []);
  const numbers = {
    ...signed,
    shippingCost: 5,
    items: [
      { ...lamp, cost: 100 },
      { ...cushion, cost: 49.95 },
    ],
  };
  assert.deepEqual(checkOrder(cart, numbers), [], 'also as plain JSON');
});

test('shipping may stand on top or at the items', () => {
  const bare = cart.items.map(({ shipping: _, ...item }) => item);
  for (const one of [
    { ...cart, items: bare, shipping: { cost: '5.00' } },
    {
      ...cart,
      items: [
        { ...bare[0]!, shipping: { cost: 2 } },
        { ...bare[1]!, shipping: { cost: '3' } },
      ],
    },
    { ...cart, shipping: { cost: 5 } },
  ])
    assert.deepEqual(checkOrder(one, signed), []);
  assert.deepEqual(checkOrder({ ...cart, items: bare }, signed), [
    { path: 'shippingCost', expected: 0, actual: 5_00 },
    { path: 'purchaseTotal', expected: 199_90, actual: 204_90 },
  ]);
});

test('every difference is named with what was expected and what is, in cents', () => {
  const lies: [Partial<SignedTransaction>, string, string | number, string | number][] = [
    [{ id: 'MF-10002' }, 'id', 'MF-10001', 'MF-10002'],
    [{ lease: { status: 'pending' } }, 'lease.status', 'signed', 'pending'],
    [{ lease: {} }, 'lease.status', 'signed', 'none'],
    [{ items: [lamp] }, 'items[LC-50].quantity', 2, 0],
    [{ items: [lamp, { ...cushion, quantity: 1 }] }, 'items[LC-50].quantity', 2, 1],
    [{ items: [{ ...lamp, cost: '1.00' }, cushion] }, 'items[HL-204].cost', 100_00, 1_00],
    [{ items: [{ ...lamp, cost: '99.9999' }, cushion] }, 'items[HL-204].cost', 100_00, 99_99.99],
    [{ items: [lamp, cushion, { sku: 'PB-19', cost: '1900.00', quantity: 1 }] }, 'items[PB-19].quantity', 0, 1],
    [{ shippingCost: '0.00' }, 'shippingCost', 5_00, 0],
    [{ purchaseTotal: 204_89 }, 'purchaseTotal', 204_90, 204_89],
  ];
  for (const [lie, path, expected, actual] of lies)
    assert.deepEqual(checkOrder(cart, { ...signed, ...lie }).map(plain), [{ path, expected, actual }]);
  assert.equal(sayDifference({ path: 'shippingCost', expected: 500, actual: 0 }), 'shippingCost is 0, not 500.');
});

test('one article on several lines is counted and priced together', () => {
  const twice = { items: [1, 2].map((quantity) => ({ sku: 'LC-50', cost: 49.95, quantity })) };
  const one = { ...signed, id: '', shippingCost: 0, purchaseTotal: 149_85, items: [{ ...cushion, quantity: 3 }] };
  assert.deepEqual(checkOrder(twice, one), []);
  assert.deepEqual(checkOrder(twice, { ...one, items: [{ ...one.items[0]!, cost: '49.90' }] }), [
    { path: 'items[LC-50].total', sku: 'LC-50', expected: 149_85, actual: 149_70 },
  ]);
});

test('whatever discounts and shipping an order has, FlexPay’s own pricing of it has no difference', () => {
  fc.assert(
    fc.property(orders, (order) => {
      const transaction = transactionOf(order);
      assert.deepEqual(checkOrder(order, transaction), []);
      const cheaper = { ...transaction, purchaseTotal: transaction.purchaseTotal! - 1 };
      assert.equal(checkOrder(order, cheaper).length, 1);
      const fewer = transaction.items.map((item, index) =>
        index > 0 ? item : { ...item, quantity: item.quantity + 1 },
      );
      assert.equal(checkOrder(order, { ...transaction, items: fewer })[0]?.path, `items[${fewer[0]!.sku}].quantity`);
    }),
  );
});

test('a price that a discount does not explain is a difference', () => {
  const order = { ...cart, totalDiscount: '20.00' };
  const honest = transactionOf(order);
  assert.deepEqual(
    checkOrder(order, { ...honest, items: [{ ...honest.items[0]!, cost: '80.00' }, honest.items[1]!] }),
    [{ path: 'items[HL-204].total', sku: 'HL-204', expected: 90_00, actual: 80_00 }],
  );
});

test('the discounts of a hosted checkout are one total', () => {
  const value = (amount: string) => ({ items: [{ value: amount }] });
  const hosted = { ...cart, discounts: [value('12.50'), value('7.50'), {}] };
  assert.deepEqual(checkOrder(hosted, transactionOf({ ...cart, totalDiscount: '20.00' })), []);
});

const plain = ({ path, expected, actual }: Difference) => ({ path, expected, actual });

const cost = fc.integer({ min: 0, max: 5_000_000 }).map((tenThousandths) => (tenThousandths / 10_000).toFixed(4));
const money = fc.integer({ min: 0, max: 50_000 }).map((cents) => (cents / 100).toFixed(2));
const orders = fc.record({
  items: fc
    .array(fc.record({ cost, quantity: fc.integer({ min: 1, max: 400 }), atItem: fc.option(money) }), { minLength: 1 })
    .chain((items) =>
      fc.option(money).map((off) => [
        ...items.map(({ atItem, ...item }, index) => ({
          ...{ ...item, sku: `S-${index}` },
          ...(atItem !== null && { shipping: { cost: atItem } }),
        })),
        ...(off === null ? [] : [{ sku: 'DISCOUNT-1', cost: `-${off}`, quantity: 1 }]),
      ]),
    ),
  shipping: fc.option(fc.record({ cost: money }), { nil: undefined }),
  totalDiscount: fc.option(money, { nil: undefined }),
});

/** What the house would say of this order once it is signed. */
function transactionOf(order: Cart): SignedTransaction {
  const atItems = order.items.reduce((sum, { shipping }) => sum + Number(shipping?.cost ?? 0), 0);
  const about = { description: 'x', brand: 'x', condition: null, productId: null, mpn: null, gtin: null, image: null };
  const lines = pricedLines({
    items: order.items.map((item) => ({ ...about, ...item, cost: String(item.cost) })),
    shipping: { cost: String(order.shipping?.cost ?? atItems.toFixed(2)), date: null, method: null },
    totalDiscount: String(order.totalDiscount ?? 0),
  });
  return {
    ...signed,
    id: order.transactionId ?? '',
    items: lines.flatMap(({ item, unitCost, quantity }) => (item ? [{ sku: item.sku, cost: unitCost, quantity }] : [])),
    shippingCost: lines.find(({ kind }) => kind === 'shipping')?.unitCost ?? '0',
    purchaseTotal: lines.reduce((sum, { cash }) => sum + cash, 0),
  };
}
