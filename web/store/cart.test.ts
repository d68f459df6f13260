import assert from 'node:assert/strict';
import { test } from 'node:test';
import { priceCart } from './cart.ts';
import { products } from './catalogue.ts';

test('a cart costs what the catalogue says, plus its shipping', () => {
  const cart = priceCart({
    lines: [
      { sku: 'HL-204', quantity: 1 },
      { sku: 'LC-50', quantity: 2 },
    ],
    shipping: 'ground',
  });
  assert.equal(cart?.itemsTotal, 199_90);
  assert.equal(cart?.total, 204_90);
});

test('a cart with what the shop does not sell, or not in that number, has no price', () => {
  const line = { sku: 'HL-204', quantity: 1 };
  for (const lines of [
    [],
    [{ ...line, sku: 'nothing' }],
    [line, line],
    ...[0, -1, 1.5, 11, Number.NaN].map((quantity) => [{ ...line, quantity }]),
  ])
    assert.equal(priceCart({ lines, shipping: 'ground' }), null);
  assert.equal(priceCart({ lines: [line], shipping: 'rocket' as 'ground' }), null);
});

test('every product has a name, a number and a page of its own, and costs from 49.95 to 1,900', () => {
  assert.equal(new Set(products.map(({ sku }) => sku)).size, products.length);
  assert.equal(new Set(products.map(({ slug }) => slug)).size, products.length);
  for (const { price } of products) assert.ok(price >= 49_95 && price <= 1_900_00);
});
