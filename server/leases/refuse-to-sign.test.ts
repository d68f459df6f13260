import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { routes as applicationRoutes } from '#server/applications/routes.ts';
import { routes as customerRoutes } from '#server/customers/routes.ts';
import { routes as evidenceRoutes } from '#server/evidence/routes.ts';
import { booksAreRight } from '#server/test-shopper.ts';
import { openWire, type TestWire } from '#server/test-wire.ts';
import { routes as transactionRoutes } from '#server/transactions/routes.ts';
import { routes } from './routes.ts';

let wire: TestWire;
let key: string;

before(async () => {
  wire = await openWire([...customerRoutes, ...applicationRoutes, ...routes, ...transactionRoutes, ...evidenceRoutes]);
  key = (await wire.merchant('Sofas')).apiKey;
});
after(() => wire.close());

test('who does not want to sign is kept as one no, and may still sign', async () => {
  const { token, leaseId } = await offer('NO-1');
  const timestamp = new Date(wire.house.clock.now()).toISOString();
  for (const _ of [1, 2, 3]) assert.equal((await say(token, leaseId, { signed: false, timestamp })).status, 200);
  assert.deepEqual(await kinds(leaseId), ['generated', 'presented', 'refused']);
  const view = await wire.ask('GET', `/v3/leases/${leaseId}`, { key, token });
  assert.deepEqual([view.data.leaseStatus, view.data.isExpired], ['unsigned', false]);
  await booksAreRight(wire.house);

  assert.equal((await say(token, leaseId, { signed: true })).status, 200);
  const { data: file } = await wire.ask('GET', `/v3/leases/${leaseId}/evidence`, { key, token });
  const no = file.events.find(({ kind }: { kind: string }) => kind === 'refused');
  assert.deepEqual(no.facts, {
    channel: 'api',
    saidBy: 'store',
    ipAddress: '203.0.113.7',
    userAgent: 'node',
    refusedByMerchantAt: timestamp,
  });
  await booksAreRight(wire.house);

  assert.equal((await say(token, leaseId, { signed: false })).status, 200);
  assert.deepEqual(await kinds(leaseId), ['generated', 'presented', 'refused', 'consented', 'signed', 'sealed']);
});

test('many who say no at once are one no', async () => {
  const { token, leaseId } = await offer('NO-2');
  const answers = await Promise.all(Array.from({ length: 20 }, () => say(token, leaseId, { signed: false })));
  assert.deepEqual([...new Set(answers.map(({ status }) => status))], [200]);
  assert.deepEqual(await kinds(leaseId), ['generated', 'presented', 'refused']);
});

test('of an offer that is over nothing is refused, and of another store’s lease nothing is known', async () => {
  const { token, leaseId, userId } = await offer('NO-3');
  // The customer shops at both stores.
  const other = await wire.merchant('Beds');
  await wire.house.db.pool.query(
    'insert into merchant_customer (merchant_id, customer_id, created_at) values ($1, $2, now())',
    [other.merchantId, userId],
  );
  const there = (await wire.ask('GET', `/v3/users/${userId}/authorize`, { key: other.apiKey })).data.token;
  assert.equal((await say(there, leaseId, { signed: false }, other.apiKey)).error.code, 'LeaseNotFound');
  assert.deepEqual(await kinds(leaseId), ['generated', 'presented']);
  await wire.ask('POST', '/v3/transactions/NO-3/cancel', { key });
  assert.equal((await say(token, leaseId, { signed: false })).status, 200);
  assert.deepEqual(await kinds(leaseId), ['generated', 'presented', 'voided']);
  assert.equal((await say(token, 'nobodys', { signed: false })).error.code, 'LeaseNotFound');
});

async function offer(transactionId: string): Promise<{ userId: string; token: string; leaseId: string }> {
  const ada = { firstName: 'Ada', lastName: 'Byron', email: `${transactionId.toLowerCase()}@example.com` };
  const { userId, token } = (await wire.ask('POST', '/v3/users', { key, body: ada })).data;
  const application = {
    ...{ street1: '12 Oak Street', city: 'Austin', regionAbbr: 'TX', postalCode: '78701', country: 'US' },
    ...{ mobilePhone: '5125550142', dateOfBirth: '1990-10-10', ssn: '666011500' },
    employmentInformation: { monthlyIncome: 4000, payFrequency: 'biweekly' },
    bankAccount: { routing: '110000000', account: '12340001', type: 'checking' },
  };
  await wire.ask('POST', '/v3/users/me/apply', { key, token, body: application });
  const items = [{ sku: 'LAMP-1', description: 'Oak lamp', brand: 'Oak', cost: 120.34, quantity: 1 }];
  const { data } = await wire.ask('POST', '/v3/leases', { key, token, body: { transactionId, items } });
  return { userId, token, leaseId: data.leaseId };
}

function say(token: string, leaseId: string, said: object, by = key) {
  const body = { ipAddress: '203.0.113.7', ...said };
  return wire.ask('POST', `/v3/leases/${leaseId}/sign`, { key: by, token, body });
}

async function kinds(leaseId: string): Promise<string[]> {
  const { rows } = await wire.house.db.pool.query<{ kind: string }>(
    'select kind from signature_event where lease_id = $1 order by number',
    [leaseId],
  );
  return rows.map(({ kind }) => kind);
}
