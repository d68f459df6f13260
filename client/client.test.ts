import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import { instruments } from '../cli/instruments.ts';
import { checkEvidence } from '../core/evidence/check-evidence.ts';
import type { EvidenceFile } from '../core/evidence/evidence-file.ts';
import { publishedRoutes } from '../server/http/openapi/published-routes.ts';
import { lampOrder, openStreet, type Street } from '../tests/journeys/street.ts';
import { openWire, type Wire } from '../tests/open-wire.ts';
import { type StartedHouse, startHouse } from '../tests/start-house.ts';
import { centsOf, checkOrder, type FlexPay, flexpayClient } from './client.ts';

let house: StartedHouse;
let street: Street;
let wire: Wire;
let flexpay: FlexPay;

before(async () => {
  house = await startHouse();
  street = openStreet(house);
  wire = await openWire(house.baseUrl);
  flexpay = flexpayClient({ url: `${wire.url}/v3`, apiKey: house.apiKey, world: { sleep: async () => undefined } });
});
after(async () => {
  wire?.close();
  await house.stop();
});

test('every operation of a merchant has a method', async () => {
  const source = readFileSync(new URL('client.ts', import.meta.url), 'utf8');
  const routes = (await publishedRoutes()).filter(({ who, sandboxOnly }) => who !== 'operator' && !sandboxOnly);
  const missing = routes.map(({ operation }) => operation).filter((name) => !source.includes(`'${name}'`));
  assert.deepEqual(missing, [], 'give them one in client/client.ts');
});

test('an order goes its whole way through the client', async () => {
  const email = 'rosa@client.example';
  assert.equal((await flexpay.users.exists(email)).exists, false);
  const { userId } = await flexpay.users.create({ firstName: 'Rosa', lastName: 'Lind', email });
  await assert.rejects(flexpay.users.create({ firstName: 'Rosa', lastName: 'Lind', email }), {
    code: 'UserAlreadyExists',
    statusCode: 409,
  });
  const { token } = await flexpay.users.authorize(userId);
  const customer = flexpay.customer(token);
  const { decision } = await customer.apply({
    ...{ street1: '1904 Guadalupe Street', city: 'Austin', regionAbbr: 'TX', postalCode: '78705', country: 'US' },
    ...{ mobilePhone: '651-444-7773', dateOfBirth: '1991-02-28', ssn: '666-01-1500' },
    employmentInformation: { monthlyIncome: '3800.50', payFrequency: 'biweekly' },
    bankAccount: { routing: '110000000', account: '770001', type: 'checking' },
  });
  assert.deepEqual([decision?.status, decision?.availableBalance], ['approved', '1500.00']);

  const order = { transactionId: 'C-1', items: lampOrder };
  const lease = await customer.leases.create(order);
  assert.deepEqual([lease.cashPrice, lease.payment, lease.term], ['130.67', '5.03', 52]);
  assert.deepEqual(checkOrder(order, await flexpay.transactions.get('C-1')), [
    { path: 'lease.status', expected: 'signed', actual: 'pending' },
  ]);
  await customer.leases.sign(lease.leaseId, { ipAddress: '203.0.113.9', signed: true });
  const transaction = await flexpay.transactions.get('C-1');
  assert.deepEqual(checkOrder(order, transaction), []);
  assert.deepEqual([transaction.items[0]?.cost, centsOf(transaction.shippingCost)], ['120.34', 10_33]);

  const { publicKey } = await flexpay.evidenceKey();
  const evidence = (await customer.leases.evidence(lease.leaseId)) as EvidenceFile;
  assert.deepEqual(
    checkEvidence(evidence, publicKey, instruments).flatMap(({ fault }) => fault ?? []),
    [],
    'what the client gives can be kept as it is',
  );

  const { leaseNumber } = await flexpay.transactions.finalize('C-1');
  assert.equal(leaseNumber, (await customer.leases.get(lease.leaseId)).leaseNumber);
  await flexpay.transactions.confirmShipment('C-1');
  await flexpay.transactions.confirmReceipt('C-1');
  const returned = await flexpay.transactions.returnItems('C-1', { items: [{ sku: 'LAMP-1' }] });
  assert.deepEqual(returned, { returned: [{ sku: 'LAMP-1', quantity: 1 }], failed: [] });
  assert.equal((await flexpay.settings.lease()).minimumOrderValue, '49.95');
  await street.auditIsGreen();
});

test('a lost answer is asked for again and has happened once', async () => {
  const shopper = await street.shopper('Sten');
  const { leaseId } = await shopper.lease('C-2', [{ ...lampOrder[0], quantity: 3 }]);
  await shopper.sign(leaseId);
  await flexpay.transactions.finalize('C-2');
  wire.loses = 2;
  const one = { items: [{ sku: 'LAMP-1', quantity: 1 }] };
  assert.deepEqual((await flexpay.transactions.cancel('C-2', one)).canceled, [{ sku: 'LAMP-1', quantity: 1 }]);
  assert.equal(wire.asked.filter((asked) => asked === 'POST /v3/transactions/C-2/cancel').length, 3);
  assert.deepEqual((await flexpay.transactions.get('C-2')).items[0]?.quantityByStatus, { ordered: 3, canceled: 1 });
  await street.auditIsGreen();
});

test('a list is read over all its pages', async () => {
  const shopper = await street.shopper('Tove');
  const ids = Array.from({ length: 5 }, (_, index) => `LIST-${index}`);
  for (const id of ids) await shopper.lease(id, lampOrder);
  const found: string[] = [];
  for await (const { id } of flexpay.transactions.list({ limit: 2, leaseStatus: 'pending' })) found.push(id);
  assert.deepEqual(
    found.filter((id) => id.startsWith('LIST')),
    ids.toReversed(),
  );
  assert.equal((await flexpay.transactions.list({ limit: 2 }).page(1)).transactions.length, 2);
});

test('any operation is called by its name, an operator’s too', async () => {
  const operator = flexpayClient({ url: house.baseUrl, apiKey: house.operatorKey });
  assert.equal((await operator.call('audit', {})).passed, true);
});
