import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { openStreet, type Street } from '../../tests/journeys/street.ts';
import { cleanEnvironment, type Program, run } from '../../tests/launcher/program.ts';
import { type StartedHouse, startHouse } from '../../tests/start-house.ts';

let house: StartedHouse;
let street: Street;
let program: Program;
let storeUrl: string;

before(async () => {
  house = await startHouse();
  street = openStreet(house);
  program = run(process.execPath, [fileURLToPath(new URL('merchant-server-node.mjs', import.meta.url))], {
    env: cleanEnvironment({ FLEXPAY_URL: house.baseUrl, FLEXPAY_API_KEY: house.apiKey, PORT: '0' }),
  });
  storeUrl = (await program.says(/^Store server on /)).replace('Store server on ', '');
});
after(async () => {
  program?.child.kill('SIGTERM');
  await program?.ended();
  await house.stop();
});

test("a guide's server places an order", async () => {
  const shopper = await street.shopper('Freya');
  const cart = { transactionId: 'GUIDE-1', lines: [{ sku: 'LAMP-1', quantity: 2 }] };
  const order = await post('/carts', cart);
  assert.equal(order.status, 200);

  const { leaseId } = await shopper.lease(order.body.transactionId, order.body.items);
  const early = await post('/on-sign', { transactionId: 'GUIDE-1' });
  assert.deepEqual(early, { status: 400, body: { valid: false, errors: ['The lease is not signed.'] } });

  await shopper.sign(leaseId);
  const placed = await post('/on-sign', { transactionId: 'GUIDE-1' });
  assert.equal(placed.status, 200);
  assert.deepEqual([placed.body.valid, placed.body.order.transactionId], [true, 'GUIDE-1']);
  assert.equal(placed.body.order.leaseNumber, (await shopper.view(leaseId)).leaseNumber);
  assert.deepEqual(await post('/on-sign', { transactionId: 'GUIDE-1' }), placed, 'the same news twice is one order');

  const shipped = await post('/orders/GUIDE-1/ship', { carrier: 'UPS', trackingNumber: '1Z999' });
  assert.equal(shipped.status, 200, JSON.stringify(shipped.body));
  assert.equal((await post('/orders/GUIDE-1/delivered')).status, 200);
  const transaction = await street.transaction('GUIDE-1');
  assert.deepEqual(transaction.items[0]?.quantityByStatus, { ordered: 2, delivered: 2 });
  await street.auditIsGreen();
});

test("a guide's server refuses what was not signed for at its prices", async () => {
  const shopper = await street.shopper('Gerda');
  const order = await post('/carts', { transactionId: 'GUIDE-2', lines: [{ sku: 'SOFA-2', quantity: 1 }] });
  const [sofa] = order.body.items;
  const { leaseId } = await shopper.lease('GUIDE-2', [{ ...sofa, cost: 89.9 }]);
  await shopper.sign(leaseId);
  const answer = await post('/on-sign', { transactionId: 'GUIDE-2' });
  assert.deepEqual(answer, { status: 400, body: { valid: false, errors: ['SOFA-2: the price differs.'] } });
  assert.equal((await post('/on-sign', { transactionId: 'GUIDE-3' })).status, 400);
  await street.auditIsGreen();
});

// biome-ignore lint/suspicious/noExplicitAny: the answers of a store's server, of several shapes.
async function post(path: string, body?: object): Promise<{ status: number; body: any }> {
  const response = await fetch(new URL(path, storeUrl), { method: 'POST', body: body ? JSON.stringify(body) : null });
  return { status: response.status, body: await response.json() };
}
