import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { jwtVerify, SignJWT } from 'jose';
import { commit } from '#server/db/commit.ts';
import { type TestDatabase, testDatabase } from '#server/db/test-database.ts';
import { write } from '#server/db/write.ts';
import { readCustomerToken, signCustomerToken } from '#server/http/customer-token.ts';
import type { Route } from '#server/http/route.ts';
import {
  addMerchants,
  merchantKey,
  openDoor,
  otherMerchantKey,
  publicKey,
  revokedKey,
  type TestDoor,
} from '#server/http/test-door.ts';
import { done } from '#server/outcome.ts';

const routes: Route[] = [
  {
    operation: 'who',
    methods: ['GET'],
    paths: ['/v3/who'],
    who: 'merchant',
    verb: async (_house, { merchant, customerId }) => done({ merchantId: merchant.merchantId, customerId }),
  },
  {
    operation: 'whose',
    methods: ['GET'],
    paths: ['/v3/whose'],
    who: 'merchant and customer',
    verb: async (_house, { merchant, customerId }) => done({ merchantId: merchant.merchantId, customerId }),
  },
  {
    operation: 'change',
    methods: ['POST', 'GET'],
    paths: ['/v3/change'],
    who: 'merchant',
    verb: async () => done({}),
  },
  {
    operation: 'partnersOnly',
    methods: ['GET'],
    paths: ['/v3/partners-only'],
    who: 'merchant',
    scope: 'partner',
    verb: async () => done({}),
  },
];

let database: TestDatabase;
let door: TestDoor;
before(async () => {
  database = await testDatabase();
  await addMerchants(database.db);
  door = await openDoor(routes, { db: database.db });
});
after(async () => {
  await door.close();
  await database.close();
});

const ask = (path: string, headers: Record<string, string>) => door.ask('GET', path, { headers });
const at = '2026-11-21T12:00:00.000Z';
const customer = { userId: 'c1', merchantId: 'm1', keyId: 'k1' };

test('the key is taken raw and with Bearer', async () => {
  for (const authorization of [merchantKey, `Bearer ${merchantKey}`, `bearer ${merchantKey}`]) {
    assert.equal((await ask('/v3/who', { authorization })).json.data.merchantId, 'm1');
  }
});

test('a missing or wrong key is told in the words of the gateway and in our envelope', async () => {
  const missing = 'No API key found in request';
  const wrong = 'Invalid authentication credentials';
  const table: [Record<string, string>, string][] = [
    [{}, missing],
    [{ authorization: ' ' }, missing],
    [{ authorization: 'sk_unknown' }, wrong],
    [{ authorization: publicKey }, wrong],
    [{ authorization: revokedKey }, wrong],
  ];
  for (const [headers, message] of table) {
    const answer = await ask('/v3/who', headers);
    assert.equal(answer.status, 401);
    const { requestId, docs, ...error } = answer.json.error;
    assert.deepEqual(
      { ...answer.json, error },
      {
        message,
        error: { statusCode: 401, code: 'Unauthorized', message, data: {} },
      },
    );
    assert.equal(requestId, answer.headers['x-request-id']);
    assert.equal(docs, 'http://flexpay.test/docs/errors#Unauthorized');
  }
});

test('who has no right key all the time is told to wait', async () => {
  const live = await openDoor(routes, { db: database.db, mode: 'production' });
  try {
    const call = (authorization: string) => live.ask('GET', '/v3/who', { headers: { authorization } });
    for (let guess = 1; guess <= 60; guess += 1) assert.equal((await call(`sk_guess_${guess}`)).status, 401);
    const over = await call('sk_guess_61');
    assert.deepEqual([over.status, over.json.error.code], [429, 'TooManyRequests']);
    assert.ok(Number(over.headers['retry-after']) > 0);
    assert.equal((await call(merchantKey)).status, 200, 'a right key from the same address is not meant');
    live.advance(120_000);
    assert.equal((await call('sk_guess_62')).status, 401);
  } finally {
    await live.close();
  }
});

test('a revoked key stops working within seconds', async () => {
  assert.equal((await ask('/v3/who', { authorization: merchantKey })).status, 200);
  await commit(database.db, [write`update merchant_key set revoked_at = ${at} where key_id = ${'k1'}`]);
  door.advance(5_000);
  assert.equal((await ask('/v3/who', { authorization: merchantKey })).status, 401);
  await commit(database.db, [write`update merchant_key set revoked_at = null where key_id = ${'k1'}`]);
});

test('a key does what its scopes say and is told which one it lacks', async () => {
  const can = async (scopes: string) => {
    await commit(database.db, [write`update merchant_key set scopes = ${scopes} where key_id = ${'k2'}`]);
    door.advance(5_000);
    const headers = { authorization: otherMerchantKey };
    const calls = [
      ['GET', '/v3/who'],
      ['POST', '/v3/change'],
      ['GET', '/v3/partners-only'],
    ] as const;
    const answers = await Promise.all(calls.map(([method, path]) => door.ask(method, path, { headers })));
    return answers.map(({ status, json }) => (status === 200 ? 'yes' : `${json.error.code} ${json.error.data.scope}`));
  };
  assert.deepEqual(await can('read write partner'), ['yes', 'yes', 'yes']);
  assert.deepEqual(await can('read'), ['yes', 'Forbidden write', 'Forbidden partner']);
  assert.deepEqual(await can('write'), ['Forbidden read', 'yes', 'Forbidden partner']);
  await commit(database.db, [write`update merchant set trusted_partner = false where merchant_id = ${'m2'}`]);
  assert.deepEqual(await can('read write partner'), ['yes', 'yes', 'Forbidden partner']);
});

test('a key works until it expires and not a moment longer', async () => {
  const expires = new Date(door.house.clock.now() + 7_000).toISOString();
  await commit(database.db, [write`update merchant_key set expires_at = ${expires} where key_id = ${'k2'}`]);
  door.advance(6_999);
  assert.equal((await ask('/v3/who', { authorization: otherMerchantKey })).status, 200);
  door.advance(1);
  assert.equal((await ask('/v3/who', { authorization: otherMerchantKey })).status, 401);
  await commit(database.db, [write`update merchant_key set expires_at = null where key_id = ${'k2'}`]);
});

test('x-consumer-custom-id may be left out and must not name another organisation', async () => {
  const headers = { authorization: merchantKey };
  assert.equal((await ask('/v3/who', { ...headers, 'x-consumer-custom-id': 'flexpay:1001' })).status, 200);
  const other = await ask('/v3/who', { ...headers, 'x-consumer-custom-id': 'flexpay:1002' });
  assert.equal(other.status, 403);
  assert.equal(other.json.error.code, 'Forbidden');
});

test('a customer token speaks for its customer, also with the stray quote of the old samples', async () => {
  const token = signCustomerToken(door.house, customer);
  for (const given of [token, `\\"${token}`, `"${token}"`]) {
    const answer = await ask('/v3/whose', { authorization: merchantKey, 'customer-token': given });
    assert.deepEqual(answer.json.data, { merchantId: 'm1', customerId: 'c1' });
  }
});

test('a customer token that is missing, forged or expired is refused', async () => {
  const codeOf = async (token?: string) => {
    const headers = { authorization: merchantKey, ...(token === undefined ? {} : { 'customer-token': token }) };
    const answer = await ask('/v3/whose', headers);
    assert.equal(answer.status, 401);
    return answer.json.error.code;
  };
  const token = signCustomerToken(door.house, customer);
  const [head = '', payload = '', signature = ''] = token.split('.');
  const forged = Buffer.from(JSON.stringify({ ...customer, userId: 'c2', exp: 9e9 })).toString('base64url');
  const none = Buffer.from('{"alg":"none","typ":"JWT"}').toString('base64url');
  assert.equal(await codeOf(), 'CustomerTokenRequired');
  assert.equal(await codeOf(' '), 'CustomerTokenRequired');
  for (const bad of [
    'x',
    'a.b.c',
    `${head}.${forged}.${signature}`,
    `${head}.${payload}.`,
    `${none}.${payload}.`,
    `${token}x`,
  ]) {
    assert.equal(await codeOf(bad), 'InvalidCustomerToken', bad);
  }
  door.advance(60 * 60_000);
  assert.equal(await codeOf(token), 'InvalidCustomerToken');
});

test('a customer token under another key is refused and recorded', async () => {
  const token = signCustomerToken(door.house, customer);
  const answer = await ask('/v3/whose', { authorization: otherMerchantKey, 'customer-token': token });
  assert.equal(answer.status, 401);
  assert.equal(answer.json.error.code, 'CustomerTokenMismatch');
  const events = await database.db.read.selectFrom('security_event').selectAll().execute();
  assert.deepEqual(
    events.map(({ merchant_id, kind, detail }) => ({ merchant_id, kind, detail })),
    [{ merchant_id: 'm2', kind: 'customer_token_mismatch', detail: { keyId: 'k2', madeFor: 'm1' } }],
  );
});

test('a customer token of another key of the same merchant is refused too', async () => {
  const token = signCustomerToken(door.house, { ...customer, keyId: 'k-older' });
  const answer = await ask('/v3/whose', { authorization: merchantKey, 'customer-token': token });
  assert.equal(answer.json.error.code, 'CustomerTokenMismatch');
});

test('our tokens are JWTs as the rest of the world reads and makes them', async () => {
  const secret = door.house.secrets.tokenSecret;
  const currentDate = new Date(door.house.clock.now());
  const { payload, protectedHeader } = await jwtVerify(signCustomerToken(door.house, customer), secret, {
    currentDate,
  });
  assert.equal(protectedHeader.alg, 'HS256');
  assert.deepEqual({ userId: payload.userId, merchantId: payload.merchantId, keyId: payload.keyId }, customer);
  assert.equal((payload.exp ?? 0) - (payload.iat ?? 0), 3_600);
  const theirs = await new SignJWT({ ...customer })
    .setProtectedHeader({ alg: 'HS256', typ: 'JWT' })
    .setExpirationTime(Math.floor(door.house.clock.now() / 1000) + 60)
    .sign(secret);
  assert.equal(readCustomerToken(door.house, theirs)?.userId, 'c1');
});
