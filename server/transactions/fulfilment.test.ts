import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { addDays } from '#core/calendar/day.ts';
import { buildServer } from '#server/http/server.ts';
import { createLease } from '#server/leases/create-lease.ts';
import { routes as leaseRoutes } from '#server/leases/routes.ts';
import { signLease } from '#server/leases/sign-lease.ts';
import { now } from '#server/moment.ts';
import { must, type TestHouse, testHouse } from '#server/test-house.ts';
import { approvedShopper, booksAreRight } from '#server/test-shopper.ts';
import { finalize } from '#server/transactions/finalize.ts';
import { routes } from '#server/transactions/routes.ts';

let built: TestHouse;
let server: ReturnType<typeof buildServer>;
before(async () => {
  built = await testHouse();
  server = buildServer(built.house, [...routes, ...leaseRoutes]);
});
after(async () => {
  await server.close();
  await built.close();
});

// Every order: four chairs of 60.00 and a table of 100.00, in Austin.

test('one article in two parcels is two shipments, each with its own number, and told as two', async () => {
  const order = await finalizedOrder();
  const parcel = (trackingNumber: string, more: object) => ({ carrier: 'UPS', trackingNumber, ...more });
  await order.ship(
    parcel('1Z-1', { sku: 'CHAIR', quantity: 3 }),
    parcel('1Z-2', { sku: 'CHAIR', quantity: 1 }),
    parcel('1Z-2', { sku: 'TABLE' }),
  );
  const rows = await built.house.db.read
    .selectFrom('shipment')
    .select(['shipment_id', 'line', 'quantity', 'tracking_number'])
    .where('customer_id', '=', order.customerId)
    .orderBy('tracking_number')
    .orderBy('line')
    .execute();
  assert.deepEqual(
    rows.map(({ line, quantity, tracking_number }) => [tracking_number, line, quantity]),
    [
      ['1Z-1', 1, 3],
      ['1Z-2', 1, 1],
      ['1Z-2', 2, 1],
    ],
  );
  assert.equal(new Set(rows.map(({ shipment_id }) => shipment_id)).size, 2);
  assert.deepEqual(await order.told('lease.shipped'), [
    [
      { line: 1, quantity: 1 },
      { line: 2, quantity: 1 },
    ],
    [{ line: 1, quantity: 3 }],
  ]);
  assert.deepEqual(await order.letters('shipment_confirmed', /1Z-\d/), ['1Z-1', '1Z-2']);
});

test('what arrived on several days starts the lease with the first of them', async () => {
  const order = await finalizedOrder();
  await order.ship({ sku: 'CHAIR' }, { sku: 'TABLE' });
  built.advance(3 * 86_400_000);
  const [day, dayBefore] = [today(), addDays(today(), -1)];
  const items = [
    { sku: 'TABLE', deliveryDate: day },
    { sku: 'CHAIR', quantity: 1, receiptDate: dayBefore },
    { sku: 'CHAIR', quantity: 3, deliveryDate: day },
  ];
  assert.equal((await order.receive(...items)).statusCode, 200);
  const rows = await built.house.db.read
    .selectFrom('delivery')
    .select(['line', 'quantity', 'delivered_on'])
    .where('customer_id', '=', order.customerId)
    .orderBy('delivered_on')
    .orderBy('line')
    .execute();
  assert.deepEqual(
    rows.map(({ line, quantity, delivered_on }) => [line, quantity, delivered_on]),
    [
      [1, 1, dayBefore],
      [1, 3, day],
      [2, 1, day],
    ],
  );
  const { started_on } = await order.lease();
  assert.equal(started_on, dayBefore);
  assert.equal((await order.told('lease.delivered')).length, 2);
  assert.equal((await order.receive(...items)).statusCode, 200, 'the same call again');
  await booksAreRight(built.house);
});

test('days that together name more than was bought deliver nothing', async () => {
  const order = await finalizedOrder();
  const items = [
    { sku: 'CHAIR', quantity: 4, deliveryDate: today() },
    { sku: 'CHAIR', quantity: 1, deliveryDate: addDays(today(), -1) },
  ];
  built.advance(86_400_000);
  const answer = await order.receive(...items);
  assert.deepEqual([answer.statusCode, answer.json().error.code], [400, 'ValidationError']);
  assert.equal((await order.lease()).started_on, null);
});

test('a store that counts its days in UTC ships and delivers in the evening, on the day of the customer', async () => {
  const order = await finalizedOrder();
  // 00:30 in Greenwich is 18:30 of the day before in Austin.
  built.advance(Date.parse(`${addDays(today(), 1)}T00:30:00Z`) - built.house.clock.now());
  const [inUtc, inAustin] = [today(), addDays(today(), -1)];
  const beyond = await order.ask('POST', 'confirm-shipment', {
    items: [{ sku: 'TABLE', shipDate: addDays(inUtc, 1) }],
  });
  assert.equal(beyond.json().error.data.fields[0].path, 'items[0].shipDate');
  assert.match(beyond.json().error.message, new RegExp(inAustin));
  await order.ship({ sku: 'TABLE', shipDate: inUtc }, { sku: 'CHAIR', shipDate: inUtc });
  assert.equal((await order.receive({ sku: 'TABLE', deliveryDate: inUtc })).statusCode, 200);
  const { shipped_on } = await built.house.db.read
    .selectFrom('shipment')
    .select('shipped_on')
    .where('customer_id', '=', order.customerId)
    .executeTakeFirstOrThrow();
  assert.deepEqual([shipped_on, (await order.lease()).started_on], [inAustin, inAustin]);
  built.advance(12 * 3_600_000);
});

test('what can no longer be cancelled is told as failed, also when all of it is meant', async () => {
  const order = await finalizedOrder();
  await order.ship();
  const failed = [
    { sku: 'CHAIR', quantity: 4 },
    { sku: 'TABLE', quantity: 1 },
  ];
  for (const body of [undefined, { items: [] }, { items: [{ sku: 'CHAIR' }, { sku: 'TABLE' }] }]) {
    assert.deepEqual((await order.ask('POST', 'cancel', body)).json().data, { canceled: [], failed });
  }
});

test('of an unsigned order, parts that can not be taken are told as they were ordered', async () => {
  const order = await offeredOrder();
  const failed = [{ sku: 'CHAIR', quantity: 4 }];
  const body = { items: [{ sku: 'CHAIR' }] };
  assert.deepEqual((await order.ask('POST', 'cancel', body)).json().data, { canceled: [], failed });
  assert.deepEqual((await order.ask('POST', 'return', body)).json().data, { returned: [], failed });
});

test('a partial shipment by GET under an Idempotency-Key happens once, whichever way it is repeated', async () => {
  const order = await finalizedOrder();
  const body = { items: [{ sku: 'CHAIR', quantity: 1 }] };
  for (const method of ['GET', 'POST', 'GET'] as const) {
    const answer = await order.ask(method, 'confirm-shipment', body, { 'idempotency-key': `once-${order.leaseId}` });
    assert.equal(answer.statusCode, 200);
  }
  assert.deepEqual(await order.told('lease.shipped'), [[{ line: 1, quantity: 1 }]]);
});

test('a list is bounded by days as a whole, and by moments to the millisecond', async () => {
  const order = await offeredOrder();
  const { created_at: at } = await order.lease();
  const day = at.slice(0, 10);
  const later = new Date(Date.parse(at) + 1).toISOString();
  const counted = async (query: string) => (await order.list(query)).json().data.meta.count;
  assert.equal(await counted(`fromDate=${day}&toDate=${day}`), 1);
  assert.equal(await counted(`fromDate=${at}&toDate=${at}`), 1);
  assert.equal(await counted(`fromDate=${later}`), 0);
  assert.equal(await counted(`toDate=${new Date(Date.parse(at) - 1).toISOString()}`), 0);
  assert.equal((await order.list('fromDate=yesterday')).statusCode, 400);
});

let orders = 0;

async function offeredOrder() {
  const { house } = built;
  const { merchant, customerId, apiKey } = await approvedShopper(house);
  const { merchantId } = merchant;
  const transactionId = `FULFIL-${orders++}`;
  const item = (sku: string, cost: string, quantity: number) => ({
    ...({ sku, description: sku, brand: 'Tilda', condition: 'new', cost, quantity } as const),
    ...{ productId: null, mpn: null, gtin: null, image: null },
  });
  const order = {
    ...{ transactionId, orderId: null, totalDiscount: '0' },
    items: [item('CHAIR', '60', 4), item('TABLE', '100', 1)],
    shipping: { cost: '0', date: null, method: null },
  };
  const { leaseId } = await must(house, () => createLease(house, { merchant, customerId, order, frequency: 'weekly' }));
  const call = (method: 'GET' | 'POST', url: string, body?: object, headers: Record<string, string> = {}) =>
    server.inject({
      ...{ method, url, headers: { authorization: apiKey, ...headers } },
      ...(body === undefined ? {} : { payload: JSON.stringify(body) }),
    });
  const ask = (method: 'GET' | 'POST', verb: string, body?: object, headers?: Record<string, string>) =>
    call(method, `/v3/transactions/${transactionId}/${verb}`, body, headers);
  return {
    ...{ merchantId, customerId, transactionId, leaseId, ask },
    list: (query: string) => call('GET', `/v3/transactions?${query}`),
    ship: async (...items: object[]) => {
      const answer = await ask('POST', 'confirm-shipment', { items });
      assert.equal(answer.statusCode, 200, answer.body);
    },
    receive: (...items: object[]) => ask('POST', 'confirm-receipt', { items }),
    lease: () =>
      house.db.read
        .selectFrom('lease')
        .select(['started_on', 'created_at'])
        .where('customer_id', '=', customerId)
        .executeTakeFirstOrThrow(),
    told: async (type: string) => {
      const events = house.db.read.selectFrom('outbox').select('payload').where('type', '=', type);
      const rows = await events.where('customer_id', '=', customerId).execute();
      const units = rows.map(({ payload }) => (payload as { units?: object[] }).units);
      return units.sort((a, b) => JSON.stringify(a).localeCompare(JSON.stringify(b)));
    },
    letters: async (kind: string, about: RegExp) => {
      const letters = house.db.read.selectFrom('message').select('body').where('kind', '=', kind);
      const rows = await letters.where('customer_id', '=', customerId).execute();
      return rows.map(({ body }) => about.exec(body)?.[0]).sort();
    },
  };
}

async function finalizedOrder() {
  const { house } = built;
  const order = await offeredOrder();
  const { merchantId, customerId, leaseId, transactionId } = order;
  const evidence = {
    ...{ ipAddress: '127.0.0.1', userAgent: 'a test', typedName: 'Ada Lovelace' },
    ...({ channel: 'api', confirmed: {} } as const),
  };
  await must(house, () => signLease(house, { merchantId, customerId, leaseId, evidence }));
  await must(house, () => finalize(house, merchantId, transactionId));
  return order;
}

function today(): string {
  return now(built.house).slice(0, 10);
}
