import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type TestDatabase, testDatabase } from '#server/db/test-database.ts';
import { serveHealth } from '#server/http/health.ts';
import type { Route } from '#server/http/route.ts';
import { addMerchants, merchantKey, openDoor, operatorKey, type TestDoor } from '#server/http/test-door.ts';
import { done } from '#server/outcome.ts';

/** What a test lets go when it has seen enough. */
let held = Promise.withResolvers<void>();
const inside: string[] = [];

function holding(operation: string, method: 'GET' | 'POST', who: Route['who'] = 'merchant'): Route {
  return {
    operation,
    methods: [method],
    paths: [who === 'operator' ? `/v3/operator/${operation}` : `/v3/${operation}`],
    who,
    verb: async () => {
      inside.push(operation);
      await held.promise;
      return done({});
    },
  };
}

let database: TestDatabase;
let door: TestDoor;
before(async () => {
  database = await testDatabase();
  await addMerchants(database.db);
  door = await openDoor([holding('list', 'GET'), holding('make', 'POST'), holding('look', 'POST', 'operator')], {
    db: database.db,
    capacity: { read: 2, write: 3 },
    pages: (server, house) => serveHealth(server, house, () => true),
  });
  held.resolve();
  await call('GET', 'list'); // the key is known from here on
});
after(async () => {
  await door.close();
  await database.close();
});

const call = (method: string, operation: string, key = merchantKey) =>
  door.ask(method, `/v3/${operation}`, { headers: { authorization: key } });

/** Starts calls and comes back when all of them are inside. */
async function hold(count: number, start: () => ReturnType<typeof call>) {
  inside.length = 0;
  const calls = Array.from({ length: count }, start);
  while (inside.length < count) await new Promise(setImmediate);
  return calls;
}

test('a full house sends the next away at once and says when to come back; who is inside is answered', async () => {
  held = Promise.withResolvers();
  const writes = await hold(3, () => call('POST', 'make'));
  const refused = await call('POST', 'make');
  assert.equal(refused.status, 503);
  assert.equal(refused.headers['retry-after'], '1');
  assert.equal(refused.json.error.statusCode, 503);
  assert.equal(refused.json.error.code, 'ServiceUnavailable');
  held.resolve();
  assert.deepEqual(
    (await Promise.all(writes)).map(({ status }) => status),
    [200, 200, 200],
  );
  assert.equal((await call('POST', 'make')).status, 200);
});

test('a full lane leaves the other lane, the operator and the health checks alone', async () => {
  held = Promise.withResolvers();
  const writes = await hold(3, () => call('POST', 'make'));
  const reads = await hold(2, () => call('GET', 'list'));
  assert.equal((await call('GET', 'list')).status, 503);
  assert.equal((await door.ask('GET', '/healthz')).status, 200);
  const operator = await hold(5, () => call('POST', 'operator/look', operatorKey));
  held.resolve();
  const answers = await Promise.all([...writes, ...reads, ...operator]);
  assert.deepEqual(new Set(answers.map(({ status }) => status)), new Set([200]));
});

test('a request that fails gives its place back', async () => {
  for (let number = 0; number < 10; number += 1) {
    held = Promise.withResolvers();
    const [failing] = await hold(1, () => call('POST', 'make'));
    held.reject(new Error('a mistake of ours'));
    assert.equal((await failing!).status, 500);
  }
  held = Promise.withResolvers();
  held.resolve();
  assert.equal((await call('POST', 'make')).status, 200);
});
