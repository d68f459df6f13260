import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { carryOut } from '#server/carry-out.ts';
import { createLease } from '#server/leases/create-lease.ts';
import { leaseByTransaction } from '#server/leases/find-lease.ts';
import type { LeaseOrder } from '#server/leases/order.ts';
import { type TestHouse, testHouse } from '#server/test-house.ts';
import { approvedShopper, booksAreRight } from '#server/test-shopper.ts';

let town: TestHouse;
before(async () => {
  town = await testHouse();
});
after(() => town.close());

const lamp = {
  sku: 'LAMP-1',
  description: 'Desk lamp',
  brand: 'Halden',
  condition: 'new',
  cost: '120.34',
  quantity: 1,
  productId: null,
  mpn: null,
  gtin: null,
  image: null,
} as const;

function orderOf(transactionId: string): LeaseOrder {
  const shipping = { cost: '10.33', date: null, method: 'ground' };
  return { transactionId, orderId: null, items: [lamp], shipping, totalDiscount: '0' };
}

test('of two hundred carts at once each transaction id gets one lease, the other carts are told that it is taken', async () => {
  const { house } = town;
  const { merchant, customerId } = await approvedShopper(house);
  const ids = Array.from({ length: 200 }, (_, number) => `RUSH-${number % 150}`);
  const outcomes = await Promise.all(
    ids.map((id) =>
      carryOut(house, () => createLease(house, { merchant, customerId, order: orderOf(id), frequency: 'weekly' })),
    ),
  );
  const leaseOf = new Map<string, string>();
  outcomes.forEach((outcome, number) => {
    if ('refused' in outcome) assert.equal(outcome.refused, 'InvalidTransactionId');
    else {
      assert.ok(!leaseOf.has(ids[number]!), `${ids[number]} has two leases`);
      leaseOf.set(ids[number]!, outcome.answer.leaseId);
    }
  });
  assert.equal(leaseOf.size, 150);
  for (const [id, leaseId] of leaseOf) {
    const found = await leaseByTransaction(house.db, merchant.merchantId, id);
    assert.equal(found?.leaseId, leaseId);
    assert.equal(found?.goods.length, 2);
  }
  await booksAreRight(house);
});

test('an article that is not leased is named with its place in the order; a discount and the shipping never are', async () => {
  const { house } = town;
  const { merchant, customerId } = await approvedShopper(house);
  const rugs = { kind: { en: 'rugs', es: 'alfombras' }, skuPrefixes: ['RUG-'], words: ['rug'], unless: [] };
  const own = { ...house, goods: [...house.goods, rugs] };
  const create = (transactionId: string, items: LeaseOrder['items'], method = 'ground') => {
    const order = { ...orderOf(transactionId), items, shipping: { cost: '10.33', date: null, method } };
    return carryOut(own, () => createLease(own, { merchant, customerId, order, frequency: 'weekly' }));
  };
  const card = { ...lamp, sku: 'C-50', description: 'Gift card, $50' };
  const rug = { ...lamp, sku: 'rug-7', description: 'Seven feet' };
  const refused = await create('GOODS-1', [lamp, card, rug]);
  assert.deepEqual(refused, {
    refused: 'ValidationError',
    message: 'What can’t be leased: “Gift card, $50”, “Seven feet”. Take it out of the cart and try again.',
    data: {
      fields: [
        { path: 'items[1].description', message: 'is of a kind that is not leased: gift cards and prepaid cards' },
        { path: 'items[2].sku', message: 'is of a kind that is not leased: rugs' },
      ],
    },
  });
  const off = { ...lamp, sku: 'DISCOUNT-RUG', description: 'Gift card off, rug off', cost: '-5.00' };
  assert.ok('answer' in (await create('GOODS-1', [lamp, off], 'rug')), 'a refusal takes no transaction id');
  const taken = await create('GOODS-1', [card]);
  assert.ok('refused' in taken && taken.refused === 'InvalidTransactionId', 'the id comes first');
});

test('a new lease is plain inserts alone, its first events among them, so that leases of one moment share a statement', async () => {
  const { house } = town;
  const { merchant, customerId } = await approvedShopper(house);
  const request = { merchant, customerId, order: orderOf('PLAIN-1'), frequency: 'weekly' } as const;
  const offered = await createLease(house, request);
  assert.ok('writes' in offered);
  const tables = offered.writes.map(({ rows }) => rows?.into.split(' ')[0]);
  assert.ok(tables.includes('signature_event') && !tables.includes(undefined), tables.join());
});
