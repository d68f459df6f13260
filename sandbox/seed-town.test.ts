import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { askDatabase } from '../tests/ask-database.ts';
import { type StartedHouse, startHouse } from '../tests/start-house.ts';
import { seedTown, TownUnreadable } from './seed-town.ts';

let house: StartedHouse;

before(async () => {
  house = await startHouse();
});
after(() => house.stop());

const town = {
  merchants: [{ name: 'Kiln & Clay' }, { name: 'Paper Moon' }],
  customers: [
    {
      email: 'Noor@example.com',
      password: 'sandbox-Noor-1',
      firstName: 'Noor',
      lastName: 'Haddad',
      phone: '(512) 555-0142',
      decision: 'approved',
      spendingLimit: 700,
    },
  ],
  transactions: ['Kiln & Clay', 'Paper Moon'].map((merchant) => ({
    merchant,
    customer: 'noor@example.com',
    transactionId: 'KC-1',
    state: 'delivered',
    items: [{ sku: 'VASE', description: 'Vase', brand: 'Kiln', cost: '88.1250', quantity: 2 }],
  })),
};

test('a lost answer is asked for again and makes nothing twice', async () => {
  const count = async () => {
    const sql = `select (select count(*) from merchant)::int as merchants, (select count(*) from lease)::int as leases,
      (select count(*) from payment_attempt)::int as payments, (select count(*) from shipment)::int as shipments`;
    return (await askDatabase(house.databaseUrl, sql))[0] as Record<string, number>;
  };
  const before = await count();
  const heard = new Set<string>();
  /** The wire breaks after the call has had its effect, once for each call. */
  const losing: typeof fetch = async (address, call) => {
    const response = await fetch(address, call);
    const name = new Headers(call?.headers).get('idempotency-key');
    if (name === null || heard.has(name)) return response;
    heard.add(name);
    await response.text();
    throw new TypeError('fetch failed', { cause: { code: 'ECONNRESET' } });
  };
  const { baseUrl, operatorKey } = house;
  const made = await seedTown({ baseUrl, operatorKey, run: 'a run of a test', fetch: losing }, town);
  assert.ok(heard.size > 10);
  assert.equal(new Set(made.transactions.map(({ leaseId }) => leaseId)).size, 2);
  const now = await count();
  const more = Object.fromEntries(Object.entries(now).map(([name, n]) => [name, n - before[name]!]));
  assert.deepEqual(more, { merchants: 2, leases: 2, payments: 2, shipments: 2 });
});

test('a town with a fault in it is refused before a single call', async () => {
  const world = { baseUrl: 'http://127.0.0.1:1', operatorKey: '', run: 'none' };
  await assert.rejects(seedTown(world, { ...town, merchants: [] }), (error: unknown) => {
    assert.ok(error instanceof TownUnreadable);
    assert.match(error.message, /^merchants must have one: .*\.\ntransactions\[0\]\.merchant names no merchant/);
    return true;
  });
});
