import assert from 'node:assert/strict';
import { test } from 'node:test';
import { unitsOf } from './units-of.ts';

test('units are to ship until FlexPay counts them elsewhere', () => {
  const cushion = { sku: 'LC-50', description: 'Linen cushion', brand: 'Loma', cost: '49.95', quantity: 5 };
  const found = (quantityByStatus: Record<string, number>) =>
    unitsOf({ items: [{ ...cushion, quantityByStatus }] }, 'LC-50');
  assert.equal(found({ ordered: 5 })?.toShip, 5);
  assert.deepEqual(found({ ordered: 5, shipped: 1, delivered: 1, canceled: 1, returned: 1 }), {
    toShip: 1,
    onTheWay: 1,
    delivered: 1,
    cancelled: 1,
    returned: 1,
  });
  assert.equal(unitsOf({ items: [] }, 'nothing'), null);
});
