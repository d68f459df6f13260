import assert from 'node:assert/strict';
import { createServer, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, describe, test } from 'node:test';
// @ts-expect-error: express brings no types
import express from 'express';
import fastify from 'fastify';
import { askHouse } from '../sandbox/ask-house.ts';
import { openStreet, type Street } from '../tests/journeys/street.ts';
import { openWire, type Wire } from '../tests/open-wire.ts';
import { type StartedHouse, startHouse } from '../tests/start-house.ts';
import type { Cart } from './check-order.ts';
import { flexpayClient } from './client.ts';
import * as forExpress from './express.ts';
import * as forFastify from './fastify.ts';
import type { OnSign } from './on-sign.ts';

/** The server of a store in each framework; all of them are the three lines of the README around this store. */
const frameworks: Record<string, (store: OnSign<unknown>) => Promise<Listening>> = {
  'Express, which parses the body': async (store) => {
    const app = quiet(express());
    app.post('/on-sign', express.json(), forExpress.flexpayOnSign(store));
    return listen(app);
  },
  'Express, which does not': async (store) => {
    const app = quiet(express());
    app.post('/on-sign', forExpress.flexpayOnSign(store));
    return listen(app);
  },
  Fastify: async (store) => {
    const app = fastify();
    app.post('/on-sign', forFastify.flexpayOnSign(store));
    return { url: await app.listen({ host: '127.0.0.1', port: 0 }), close: () => app.close() };
  },
};

const lamp = { sku: 'LAMP-1', description: 'Desk lamp', brand: 'Halden', cost: 100, quantity: 2 };
const sofa = { sku: 'SOFA-2', description: 'Sofa', brand: 'Tilda', cost: 499, quantity: 1 };
const offer = { items: [lamp], shipping: { cost: 5 } };

let house: StartedHouse;
let street: Street;
let wire: Wire;

before(async () => {
  house = await startHouse();
  street = openStreet(house);
  wire = await openWire(house.baseUrl);
});
after(async () => {
  wire?.close();
  await house.stop();
});

for (const [framework, open] of Object.entries(frameworks)) {
  describe(framework, () => {
    const name = framework.replace(/\W/g, '');
    let store: TestStore;

    before(async () => {
      store = await openStore(open);
    });
    after(() => store?.close());

    test('a signed lease for what was offered is finalized and kept, once', async () => {
      const id = await signed(store, `${name}-good`);
      const told = { transactionId: id, leaseNumber: 'whatever', price: 1 };
      const answers = await Promise.all(Array.from({ length: 5 }, () => store.post(told)));
      const { leaseNumber } = await street.store.post<{ leaseNumber: string }>(`/v3/transactions/${id}/finalize`);
      const placed = { status: 200, body: { valid: true, order: { transactionId: id, leaseNumber } } };
      for (const answer of [...answers, await store.post(told)]) assert.deepEqual(answer, placed);
      assert.deepEqual(store.kept, [id]);
      assert.equal(asked(id, 'finalize').length, 1, 'asked of FlexPay once');
    });

    test('whatever a page claims, nothing else is finalized', async () => {
      const bigger = { ...offer, items: [{ ...lamp, quantity: 3 }] };
      const lies: [string, object, RegExp[]][] = [
        ['price', { ...offer, items: [{ ...lamp, cost: 50 }] }, [/LAMP-1\]\.cost is 5000, not 10000/, /purchaseTotal/]],
        ['item', { ...offer, items: [sofa] }, [/LAMP-1\]\.quantity/, /SOFA-2\]\.quantity/, /purchaseTotal/]],
        ['missing', bigger, [/LAMP-1\]\.quantity is 3, not 2/, /purchaseTotal/]],
        ['shipping', { ...offer, shipping: { cost: 0 } }, [/shippingCost is 0, not 500/, /purchaseTotal/]],
      ];
      for (const [lie, order, errors] of lies) {
        const id = await signed(store, `${name}-${lie}`, order);
        await isRefused(store, id, errors);
      }
      await isRefused(store, await offered(store, `${name}-unsigned`), [/lease\.status is pending, not signed/]);
    });

    test('another store’s transaction is not ours', async () => {
      const { apiKey } = await askHouse<{ apiKey: string }>(house, {
        ...{ method: 'POST', path: '/v3/operator/merchants', about: 'make a merchant', key: house.operatorKey },
        body: { name: `Other ${name}` },
      });
      const id = await signed(store, `${name}-theirs`, offer, openStreet({ ...house, apiKey }));
      await isRefused(store, id, [/./]);
    });

    test('what was never offered, or is no transaction id, does not reach FlexPay', async () => {
      const before = wire.asked.length;
      for (const said of [{ transactionId: 'never' }, {}, { transactionId: ['A'] }, { transactionId: '' }, [], '{"a":'])
        assert.equal((await store.post(said)).status, 400, JSON.stringify(said));
      assert.equal(wire.asked.length, before);
    });

    test('while nobody can say, it says 503 and keeps nothing; told again, it is an order', async () => {
      const id = await signed(store, `${name}-down`);
      wire.cut = true;
      assert.equal((await store.post({ transactionId: id })).status, 503);
      wire.cut = false;
      assert.ok(!store.kept.includes(id));
      store.broken = true;
      assert.equal((await store.post({ transactionId: id })).status, 503, 'the store could not keep it');
      store.broken = false;
      assert.equal((await store.post({ transactionId: id })).status, 200);
      assert.deepEqual(
        store.kept.filter((one) => one === id),
        [id],
      );
      await street.auditIsGreen();
    });

    test('a store with a wrong key is told, and its shopper is not sent away', async () => {
      const wrong = await openStore(open, 'sk_wrong');
      const id = await offered(wrong, `${name}-key`);
      assert.equal((await wrong.post({ transactionId: id })).status, 503);
      assert.deepEqual(
        wrong.problems.map((problem) => (problem as { code: string }).code),
        ['Unauthorized'],
      );
      await wrong.close();
    });
  });
}

const flexpay = (apiKey = house.apiKey) =>
  flexpayClient({ url: wire.url, apiKey, attemptsMax: 2, world: { sleep: async () => undefined } });

const asked = (id: string, verb: string) => wire.asked.filter((one) => one === `POST /v3/transactions/${id}/${verb}`);

async function isRefused(store: TestStore, id: string, errors: RegExp[]): Promise<void> {
  const { status, body } = await store.post({ transactionId: id });
  assert.deepEqual([status, body.valid, body.errors.length], [400, false, errors.length], JSON.stringify(body));
  for (const [index, error] of errors.entries()) assert.match(body.errors[index], error);
  assert.deepEqual([asked(id, 'finalize'), store.kept.includes(id)], [[], false]);
}

/** The store offers its cart; the shopper makes a lease of what `order` says instead. */
async function offered(store: TestStore, id: string, order: object = offer, where = street): Promise<string> {
  return (await offeredTo(store, id, order, where)).id;
}

async function signed(store: TestStore, id: string, order: object = offer, where = street): Promise<string> {
  const { shopper, leaseId } = await offeredTo(store, id, order, where);
  await shopper.sign(leaseId);
  return id;
}

async function offeredTo(store: TestStore, id: string, order: object, where: Street) {
  store.carts.set(id, offer);
  const shopper = await where.shopper(id);
  const { items, shipping } = order as { items: object[]; shipping: { cost: number } };
  const shipped = items.map((item, index) => ({ ...item, shipping: { cost: index === 0 ? shipping.cost : 0 } }));
  const { leaseId } = await shopper.lease(id, shipped);
  return { id, shopper, leaseId };
}

type TestStore = Listening & {
  readonly carts: Map<string, Cart>;
  readonly kept: string[];
  readonly problems: unknown[];
  broken: boolean;
  // biome-ignore lint/suspicious/noExplicitAny: what a page is told, of several shapes.
  post(said: unknown): Promise<{ status: number; body: any }>;
};

async function openStore(open: (store: OnSign<unknown>) => Promise<Listening>, apiKey?: string): Promise<TestStore> {
  const orders = new Map<string, object>();
  const problems: unknown[] = [];
  const store = { carts: new Map<string, Cart>(), kept: [] as string[], problems, broken: false };
  const server = await open({
    flexpay: flexpay(apiKey),
    findCart: (id) => store.carts.get(id),
    findOrder: (id) => orders.get(id),
    keepOrder: ({ transactionId, leaseNumber }) => {
      if (store.broken) throw new Error('The disk is full.');
      store.kept.push(transactionId);
      orders.set(transactionId, { transactionId, leaseNumber });
      return orders.get(transactionId);
    },
    onProblem: (problem) => problems.push(problem),
  });
  const post = async (said: unknown) => {
    const response = await fetch(`${server.url}/on-sign`, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: typeof said === 'string' ? said : JSON.stringify(said),
    });
    const text = await response.text();
    return { status: response.status, body: text.startsWith('{') ? JSON.parse(text) : text };
  };
  return Object.assign(store, server, { post });
}

function quiet<App extends { set(name: string, value: string): void }>(app: App): App {
  app.set('env', 'test');
  return app;
}

type Listening = { readonly url: string; close(): Promise<unknown> };

async function listen(app: RequestListener): Promise<Listening> {
  const server = createServer(app);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { url: `http://127.0.0.1:${port}`, close: async () => server.close() };
}
