import assert from 'node:assert/strict';
import { test } from 'node:test';
import { orderState, unitsState } from './order-state.ts';

const none = { toShip: 0, onTheWay: 0, delivered: 0, cancelled: 0, returned: 0 };

test('an order is told by what waits longest', () => {
  const rows: [Partial<typeof none>, string][] = [
    [{ toShip: 2 }, 'Not sent yet'],
    [{ toShip: 1, onTheWay: 1 }, 'Partly shipped'],
    [{ onTheWay: 2 }, 'On the way'],
    [{ onTheWay: 1, delivered: 1 }, 'Partly delivered'],
    [{ delivered: 1, returned: 1 }, 'Delivered'],
    [{ returned: 1, cancelled: 1 }, 'Returned'],
    [{ cancelled: 2 }, 'Cancelled'],
  ];
  for (const [units, word] of rows) assert.equal(unitsState({ ...none, ...units }).word, word);
});

test('an order that FlexPay does not know now says so instead of guessing', () => {
  const line = { sku: 'a', slug: 'a', name: 'a', brand: 'a', quantity: 1, unitPrice: 1 };
  assert.equal(
    orderState({
      lines: [
        { ...line, units: { ...none, toShip: 1 } },
        { ...line, units: null },
      ],
    }).word,
    'Not known now',
  );
});
