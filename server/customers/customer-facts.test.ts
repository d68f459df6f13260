import assert from 'node:assert/strict';
import { test } from 'node:test';
import { customerFacts } from '#server/customers/customer-facts.ts';
import { testHouse } from '#server/test-house.ts';
import { approvedShopper } from '#server/test-shopper.ts';

test('customers who are asked about at the same moment are each told apart, and nobody is nobody', async () => {
  const { house, close } = await testHouse();
  try {
    const [ada, ben] = [await approvedShopper(house, { limit: 1500 }), await approvedShopper(house, { limit: 900 })];
    const asked = [ada.customerId, ben.customerId, 'nobody', ada.customerId, ben.customerId];
    const facts = await Promise.all(asked.map((id) => customerFacts(house, id)));
    assert.deepEqual(
      facts.map((one) => one?.customerId ?? 'nobody'),
      asked,
    );
    assert.deepEqual(
      facts.map((one) => one?.approvedLimit),
      [1500_00, 900_00, undefined, 1500_00, 900_00],
    );
  } finally {
    await close();
  }
});
