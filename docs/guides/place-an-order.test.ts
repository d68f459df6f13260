import assert from 'node:assert/strict';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, describe, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { freePort } from '#doorstep/free-port.ts';
import { openStreet, type Street } from '../../tests/journeys/street.ts';
import { cleanEnvironment, type Program, run } from '../../tests/launcher/program.ts';
import { openWire, type Wire } from '../../tests/open-wire.ts';
import { type StartedHouse, startHouse } from '../../tests/start-house.ts';

const file = (name: string) => fileURLToPath(new URL(name, import.meta.url));

/** The guides' servers, and how they write an address: `v3` keeps the base's path, `plain` loses it (api-v3 1.7). */
const guides = [
  {
    language: 'Node',
    command: (_port: number) => [process.execPath, file('merchant-server-node.mjs')],
    plain: '/transaction/',
  },
  {
    language: 'PHP',
    command: (port: number) => ['/usr/bin/php', '-S', `127.0.0.1:${port}`, file('merchant-server-php.php')],
    plain: '/transactions/',
  },
  {
    language: 'Python',
    command: (_port: number) => ['/usr/bin/python3', file('merchant-server-python.py')],
    plain: '/transaction/',
  },
];

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

for (const { language, command, plain } of guides) {
  for (const addresses of ['v3', 'plain']) {
    describe(`the server in ${language}, with addresses like ${addresses === 'v3' ? '/v3/transactions/' : plain}`, () => {
      const name = `${language}-${addresses}`;
      let shop: Shop;

      before(async () => {
        const port = await freePort();
        shop = await openShop(command(port), { FLEXPAY_ADDRESSES: addresses, PORT: `${port}` });
      });
      after(() => shop?.close());

      test('places an order, ships it and takes one back', () => placesAnOrder(shop, `${name}-1`));
      test('cancels before it ships', () => cancels(shop, `${name}-2`));
      test('refuses what was not signed for at its prices', () => refusesOthers(shop, `${name}-3`));
      test('keeps no order while FlexPay does not answer', () => waitsForFlexpay(shop, `${name}-4`));

      test('asks FlexPay where it means to', async () => {
        const prefix = addresses === 'v3' ? '/v3/transactions/' : plain;
        const asked = wire.asked.filter((address) => address.includes(name));
        assert.ok(asked.length > 10);
        for (const address of asked) assert.ok(address.split(' ')[1]!.startsWith(prefix), address);
        await street.auditIsGreen();
      });
    });
  }
}

async function placesAnOrder({ post }: Shop, id: string): Promise<void> {
  const shopper = await street.shopper(nameOf(id));
  const order = await post('/carts', { transactionId: id, lines: [{ sku: 'LAMP-1', quantity: 2 }] });
  assert.equal(order.status, 200, JSON.stringify(order));

  const { leaseId } = await shopper.lease(order.body.transactionId, order.body.items);
  const early = await post('/on-sign', { transactionId: id });
  assert.deepEqual(early, { status: 400, body: { valid: false, errors: ['The lease is not signed.'] } });

  await shopper.sign(leaseId);
  const placed = await post('/on-sign', { transactionId: id });
  assert.deepEqual([placed.status, placed.body.valid, placed.body.order?.transactionId], [200, true, id]);
  assert.equal(placed.body.order.leaseNumber, (await shopper.view(leaseId)).leaseNumber);
  assert.deepEqual(await post('/on-sign', { transactionId: id }), placed, 'the same news twice is one order');

  const shipped = await post(`/orders/${id}/ship`, { carrier: 'UPS', trackingNumber: '1Z999' });
  assert.equal(shipped.status, 200, JSON.stringify(shipped.body));
  assert.equal((await post(`/orders/${id}/delivered`)).status, 200);
  assert.deepEqual(await unitsOf(id), { ordered: 2, delivered: 2 });

  const wish = { number: `${id}-R1`, items: [{ sku: 'LAMP-1', quantity: 1 }] };
  const returned = await post(`/orders/${id}/return`, wish);
  assert.deepEqual(returned, { status: 200, body: { returned: [{ sku: 'LAMP-1', quantity: 1 }], failed: [] } });
  assert.deepEqual(await post(`/orders/${id}/return`, wish), returned, 'one number is one return');
  assert.deepEqual(await unitsOf(id), { ordered: 2, delivered: 1, returned: 1 });
}

async function cancels({ post }: Shop, id: string): Promise<void> {
  await signedFor(post, id, (items) => items);
  assert.equal((await post(`/orders/${id}/cancel`, { number: `${id}-C1` })).status, 404, 'no order yet');
  assert.equal((await post('/on-sign', { transactionId: id })).status, 200);
  const canceled = [{ sku: 'SOFA-2', quantity: 1 }];
  assert.deepEqual(await post(`/orders/${id}/cancel`, { number: `${id}-C1`, items: [] }), {
    status: 200,
    body: { canceled, failed: [] },
  });
  assert.deepEqual(await unitsOf(id), { ordered: 1, canceled: 1 });
}

async function refusesOthers({ post }: Shop, id: string): Promise<void> {
  const lamp = { sku: 'LAMP-1', description: 'Desk lamp', brand: 'Halden', cost: 100, quantity: 1 };
  const lies: [string, (items: Item[]) => Item[], string[]][] = [
    ['price', ([sofa]) => [{ ...sofa!, cost: 89.9 }], ['SOFA-2: the price differs.', 'The total differs.']],
    [
      'item',
      ([sofa]) => [{ ...lamp, shipping: sofa!.shipping! }],
      ['SOFA-2: the quantity differs.', 'The total differs.'],
    ],
    ['more', (items) => [...items, lamp], ['The number of lines differs.', 'The total differs.']],
    [
      'shipping',
      ([sofa]) => [{ ...sofa!, shipping: { cost: 0 } }],
      ['The shipping cost differs.', 'The total differs.'],
    ],
  ];
  for (const [lie, change, errors] of lies) {
    await signedFor(post, `${id}-${lie}`, change);
    const answer = await post('/on-sign', { transactionId: `${id}-${lie}` });
    assert.deepEqual(answer, { status: 400, body: { valid: false, errors } }, lie);
    assert.equal((await street.transaction(`${id}-${lie}`)).items[0]?.quantityByStatus.ordered, undefined);
  }
  assert.equal((await post('/on-sign', { transactionId: `${id}-never` })).status, 400);
  assert.equal((await post('/carts', { transactionId: id, lines: [{ sku: 'BOAT', quantity: 1 }] })).status, 400);
}

async function waitsForFlexpay({ post }: Shop, id: string): Promise<void> {
  await signedFor(post, id, (items) => items);
  wire.cut = true;
  assert.equal((await post('/on-sign', { transactionId: id })).status, 503);
  wire.cut = false;
  assert.equal((await post(`/orders/${id}/delivered`)).status, 404);
  assert.equal((await post('/on-sign', { transactionId: id })).status, 200);
}

type Item = { cost: number; sku: string; quantity: number; shipping?: object };

/** The store offers a sofa; the shopper signs for what `change` makes of that. */
async function signedFor(post: Shop['post'], id: string, change: (items: Item[]) => Item[]): Promise<void> {
  const shopper = await street.shopper(nameOf(id));
  const order = await post('/carts', { transactionId: id, lines: [{ sku: 'SOFA-2', quantity: 1 }] });
  const { leaseId } = await shopper.lease(id, change(order.body.items));
  await shopper.sign(leaseId);
}

/** A name has no digits. */
const nameOf = (id: string) => id.replace(/\d/g, (digit) => 'abcdefghij'[Number(digit)]!);

const unitsOf = async (id: string) => (await street.transaction(id)).items[0]?.quantityByStatus;

type Shop = {
  // biome-ignore lint/suspicious/noExplicitAny: the answers of a store's server, of several shapes.
  post(path: string, body?: object): Promise<{ status: number; body: any }>;
  close(): Promise<void>;
};

async function openShop([command, ...args]: string[], env: NodeJS.ProcessEnv): Promise<Shop> {
  const data = fs.mkdtempSync(path.join(os.tmpdir(), 'flexpay-shop-'));
  const program: Program = run(command!, args, {
    env: cleanEnvironment({ FLEXPAY_URL: wire.url, FLEXPAY_API_KEY: house.apiKey, STORE_DATA: data, ...env }),
  });
  const line = await program.says(/^Store server on |Development Server .* started$/);
  const storeUrl = /http:\/\/[\d.:]+/.exec(line)![0];
  return {
    post: async (address, body) => {
      const response = await fetch(new URL(address, storeUrl), {
        method: 'POST',
        body: body ? JSON.stringify(body) : null,
      });
      return { status: response.status, body: await response.json() };
    },
    close: async () => {
      program.child.kill('SIGTERM');
      await program.ended();
      fs.rmSync(data, { recursive: true });
    },
  };
}
