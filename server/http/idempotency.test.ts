import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import * as Type from 'typebox';
import { Label, Money, Secret } from '#contract/v3/values.ts';
import { connect } from '#server/db/connect.ts';
import { type TestDatabase, testDatabase } from '#server/db/test-database.ts';
import { insert } from '#server/db/write.ts';
import { signCustomerToken } from '#server/http/customer-token.ts';
import type { Route } from '#server/http/route.ts';
import {
  addMerchants,
  merchantKey,
  openDoor,
  operatorKey,
  otherMerchantKey,
  type TestDoor,
} from '#server/http/test-door.ts';
import { newId } from '#server/ids.ts';
import { forgetOldAnswers } from '#server/jobs/forget-old-answers.ts';
import { now } from '#server/moment.ts';
import { done, refuse } from '#server/outcome.ts';

const body = Type.Object({ transactionId: Label(256), total: Type.Optional(Money) });

/** A verb in small: the routing table makes a transaction id unique, as it does for leases. */
const reserve: Route = {
  operation: 'reserve',
  methods: ['POST'],
  paths: ['/v3/leases'],
  who: 'merchant',
  body,
  verb: async (house, { merchant, body: { transactionId } }) => {
    await gate();
    const taken = await house.db.read
      .selectFrom('transaction_route')
      .select('lease_id')
      .where('merchant_id', '=', merchant.merchantId)
      .where('transaction_id', '=', transactionId)
      .executeTakeFirst();
    if (taken !== undefined) return refuse('InvalidTransactionId', 'You have used this id.');
    const leaseId = newId(house);
    const route = {
      merchant_id: merchant.merchantId,
      transaction_id: transactionId,
      customer_id: 'c1',
      lease_id: leaseId,
    };
    return done({ leaseId }, insert('transaction_route', { ...route, created_at: now(house) }));
  },
};
const forCustomer: Route = {
  operation: 'forCustomer',
  methods: ['POST'],
  paths: ['/v3/leases/{leaseId}/sign'],
  who: 'merchant and customer',
  verb: async (house, { customerId }) => {
    await gate();
    return done({ customerId, once: newId(house) });
  },
};
const forOperator: Route = {
  operation: 'forOperator',
  methods: ['POST'],
  paths: ['/v3/operator/merchants'],
  who: 'operator',
  response: Type.Object({ apiKey: Secret }),
  verb: async (house) => done({ apiKey: `sk_${newId(house)}` }),
};

/** Holds the first calls of a verb until `twins` of them are inside: none has seen what another is about to write. */
let gate = openGate(0);
function openGate(twins: number): () => Promise<void> {
  let inside = 0;
  const { promise, resolve } = Promise.withResolvers<void>();
  return async () => {
    inside += 1;
    if (inside >= twins) resolve();
    await promise;
  };
}

let database: TestDatabase;
let door: TestDoor;
before(async () => {
  database = await testDatabase();
  await addMerchants(database.db);
  door = await openDoor([reserve, forCustomer, forOperator], { db: database.db });
});
after(async () => {
  await door.close();
  await database.close();
});

const dayMs = 86_400_000;
const tokenOf = (userId: string) => signCustomerToken(door.house, { userId, merchantId: 'm1', keyId: 'k1' });
const post = (path: string, key: string | null, said: unknown, headers: Record<string, string> = {}) =>
  door.ask('POST', path, {
    body: said,
    headers: { authorization: merchantKey, ...(key === null ? {} : { 'idempotency-key': key }), ...headers },
  });

test('without a key a used transaction id is refused, with one the first answer is given again', async () => {
  const first = await post('/v3/leases', 'key-1', { transactionId: 'T1', total: 120.34 });
  assert.equal(first.status, 200);
  assert.equal(first.headers['idempotency-replayed'], undefined);
  for (const said of ['{"transactionId":"T1","total":120.34}', '{ "total": "120.34", "transactionId": "T1" }']) {
    const again = await post('/lease/', 'key-1', said);
    assert.equal(again.status, 200);
    assert.equal(again.text, first.text);
    assert.equal(again.headers['idempotency-replayed'], 'true');
  }
  assert.equal((await post('/v3/leases', null, { transactionId: 'T1' })).json.error.code, 'InvalidTransactionId');
});

test('the same key with another body is a conflict', async () => {
  assert.equal((await post('/v3/leases', 'key-2', { transactionId: 'T2', total: '1.00' })).status, 200);
  const other = await post('/v3/leases', 'key-2', { transactionId: 'T2', total: '2.00' });
  assert.equal(other.status, 409);
  assert.equal(other.json.error.code, 'IdempotencyMismatch');
});

test('a refusal is not remembered: the same key may try again', async () => {
  assert.equal((await post('/v3/leases', 'key-3', { total: 'x' })).status, 400);
  const rows = await database.db.read.selectFrom('idempotency').select('body').where('key', '=', 'key-3').execute();
  assert.deepEqual(rows, []);
  assert.equal((await post('/v3/leases', 'key-3', { transactionId: 'T2' })).json.error.code, 'InvalidTransactionId');
  assert.equal((await post('/v3/leases', 'key-3', { transactionId: 'T3' })).status, 200);
});

test('keys of two merchants, two paths and two customers never meet', async () => {
  const mine = await post('/v3/leases', 'shared', { transactionId: 'T4' });
  const theirs = await post('/v3/leases', 'shared', { transactionId: 'T4' }, { authorization: otherMerchantKey });
  assert.equal(theirs.status, 200);
  assert.notEqual(theirs.text, mine.text);
  const token = tokenOf;
  const a = await post('/v3/leases/L1/sign', 'shared', undefined, { 'customer-token': token('c1') });
  const b = await post('/v3/leases/L2/sign', 'shared', undefined, { 'customer-token': token('c1') });
  assert.notEqual(a.json.data.once, b.json.data.once);
  const stranger = await post('/v3/leases/L1/sign', 'shared', undefined, { 'customer-token': token('c2') });
  assert.equal(stranger.json.error.code, 'IdempotencyMismatch');
  const renewed = await post('/v3/leases/L1/sign', 'shared', undefined, { 'customer-token': token('c1') });
  assert.equal(renewed.text, a.text);
  const operator = await post('/v3/operator/merchants', 'shared', undefined, { authorization: operatorKey });
  assert.equal(operator.status, 200);
  assert.equal(
    (await post('/v3/operator/merchants', 'shared', undefined, { authorization: operatorKey })).text,
    operator.text,
  );
});

test('two hundred calls at once have one effect and one answer', async () => {
  const token = signCustomerToken(door.house, { userId: 'c1', merchantId: 'm1', keyId: 'k1' });
  const calls = [
    () => post('/v3/leases', 'at-once', { transactionId: 'T5' }),
    // The effect has no key of its own: the twins meet at the remembered answer alone.
    () => post('/v3/leases/L5/sign', 'at-once', undefined, { 'customer-token': token }),
  ];
  for (const call of calls) {
    gate = openGate(200);
    const answers = await Promise.all(Array.from({ length: 200 }, call));
    assert.deepEqual([...new Set(answers.map(({ status, text }) => `${status} ${text}`))], [`200 ${answers[0]?.text}`]);
    assert.equal(answers.filter(({ headers }) => headers['idempotency-replayed'] === undefined).length, 1);
  }
  gate = openGate(0);
});

test('two nodes over one database are one memory: of two hundred calls to both, one has an effect', async () => {
  const second = connect(database.url, { connections: 8 });
  const node = await openDoor([reserve, forCustomer, forOperator], { db: second });
  gate = openGate(200);
  const doors = [door, node];
  const answers = await Promise.all(
    Array.from({ length: 200 }, (_, number) =>
      doors[number % 2]!.ask('POST', '/v3/leases', {
        body: { transactionId: 'T9' },
        headers: { authorization: merchantKey, 'idempotency-key': 'two-nodes' },
      }),
    ),
  );
  gate = openGate(0);
  await node.close();
  await second.close();
  assert.deepEqual([...new Set(answers.map(({ status, text }) => `${status} ${text}`))], [`200 ${answers[0]?.text}`]);
  assert.equal(answers.filter(({ headers }) => headers['idempotency-replayed'] === undefined).length, 1);
});

test('an answer is remembered for thirty days, then the key is free again', async () => {
  const first = await post('/v3/leases/L9/sign', 'month', undefined, { 'customer-token': tokenOf('c1') });
  door.advance(30 * dayMs - 1);
  await forgetOldAnswers(door.house);
  const kept = await post('/v3/leases/L9/sign', 'month', undefined, { 'customer-token': tokenOf('c1') });
  assert.equal(kept.text, first.text);
  door.advance(2);
  await forgetOldAnswers(door.house);
  const anew = await post('/v3/leases/L9/sign', 'month', undefined, { 'customer-token': tokenOf('c1') });
  assert.equal(anew.headers['idempotency-replayed'], undefined);
  assert.notEqual(anew.text, first.text);
});

test('a call that was overtaken by its twin gets the answer of the twin, not a refusal', async () => {
  const arrived = Promise.withResolvers<void>();
  const held = Promise.withResolvers<void>();
  gate = () => {
    gate = openGate(0);
    arrived.resolve();
    return held.promise;
  };
  const slow = post('/v3/leases', 'overtaken', { transactionId: 'T8' });
  await arrived.promise;
  const fast = await post('/v3/leases', 'overtaken', { transactionId: 'T8' });
  held.resolve();
  assert.equal((await slow).text, fast.text);
  assert.equal((await slow).headers['idempotency-replayed'], 'true');
});

test('a key has a limit', async () => {
  assert.equal((await post('/v3/leases', 'k'.repeat(255), { transactionId: 'T6' })).status, 200);
  for (const key of ['k'.repeat(256), 'kéy', ' ']) {
    const answer = await post('/v3/leases', key, { transactionId: 'T7' });
    assert.equal(answer.status, 400, key);
    assert.equal(answer.json.error.data.fields[0].path, 'Idempotency-Key');
  }
});

test('a remembered answer that carries a key is not readable in the database', async () => {
  const path = '/v3/operator/merchants';
  const headers = { authorization: operatorKey };
  const first = await post(path, 'secret', undefined, headers);
  const rows = await database.db.read
    .selectFrom('idempotency')
    .select(['body', 'body_sealed'])
    .where('key', '=', 'secret')
    .execute();
  assert.equal(rows.length, 1);
  assert.ok(first.text.includes('sk_'));
  assert.equal(rows[0]?.body, '');
  assert.ok(!JSON.stringify(rows).includes('sk_'));
  assert.equal((await post(path, 'secret', undefined, headers)).text, first.text);
});
