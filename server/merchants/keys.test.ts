import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { checkoutPages } from '#server/checkout/pages.ts';
import { testPages } from '#server/checkout/test-pages.ts';
import { createUser } from '#server/customers/create-user.ts';
import { signCustomerToken } from '#server/http/customer-token.ts';
import { must } from '#server/test-house.ts';
import { openOperator, type TestOperator } from './test-operator.ts';

const hourMs = 3_600_000;
/** The door believes what it knows of a key for so long. */
const believedMs = 5_000;

let at: TestOperator;
const pages = testPages();

before(async () => {
  at = await openOperator((door, house) => checkoutPages(door, house, pages.dist));
});
after(async () => {
  await at.close();
  pages.remove();
});

const settings = (key: string) => at.call(key, 'GET', '/v3/settings/lease');
const keysOf = async (merchantId: string) => (await at.operate('GET', `/merchants/${merchantId}/keys`)).data.keys;

test('a store has several keys, each with a name, scopes, a life and its last use, and none is ever told again', async () => {
  const { merchantId, apiKey, authKey } = await at.store();
  const expiresAt = new Date(at.built.house.clock.now() + hourMs).toISOString();
  const made = await at.operate('POST', `/merchants/${merchantId}/keys`, {
    name: 'Reports',
    scopes: ['read'],
    expiresAt,
  });
  assert.equal(made.status, 200);
  const { key, ...told } = made.data;
  assert.match(key, /^sk_sandbox_[\w-]{32}$/);
  assert.equal((await settings(key)).status, 200);
  await kept();
  const listed = await keysOf(merchantId);
  assert.deepEqual(
    listed.map(({ name, kind, scopes, state }: Record<string, unknown>) => [name, kind, scopes, state]),
    [
      ['First API key', 'secret', ['read', 'write', 'partner'], 'active'],
      ['First auth key', 'public', [], 'active'],
      ['Reports', 'secret', ['read'], 'active'],
    ],
  );
  const now = new Date(at.built.house.clock.now()).toISOString();
  assert.deepEqual(listed[2], { ...told, lastUsedAt: now });
  assert.deepEqual([told.lastFour, told.expiresAt, told.lastUsedAt], [key.slice(-4), expiresAt, null]);
  assert.equal(listed[0].lastUsedAt, null);

  const text = (await at.operate('GET', `/merchants/${merchantId}/keys`)).text;
  for (const secret of [apiKey, authKey, key]) assert.ok(!text.includes(secret));
  at.built.advance(hourMs);
  assert.equal((await settings(key)).status, 401);
  assert.equal((await keysOf(merchantId))[2].state, 'expired');
});

test('a key that reads may not write, and is told what it lacks', async () => {
  const { merchantId } = await at.store();
  const make = async (scopes: string[]) =>
    (await at.operate('POST', `/merchants/${merchantId}/keys`, { name: scopes.join(), scopes })).data.key;
  const reads = await make(['read']);
  const writes = await make(['write']);
  assert.equal((await settings(reads)).status, 200);
  const refused = await at.call(reads, 'POST', '/v3/transactions/T-1/finalize');
  assert.deepEqual([refused.status, refused.error.code, refused.error.data], [403, 'Forbidden', { scope: 'write' }]);
  assert.match(refused.error.message, /lacks the scope write/);
  assert.equal((await at.call(writes, 'POST', '/v3/transactions/T-1/finalize')).error.code, 'TransactionNotFound');
  assert.equal((await settings(writes)).error.data.scope, 'read');
  const partner = await at.call(writes, 'GET', '/v3/users/somebody/authorize');
  assert.deepEqual([partner.status, partner.error.data], [403, { scope: 'partner' }]);
  assert.equal((await at.call(await make(['partner']), 'GET', '/v3/users/somebody/authorize')).status, 404);
});

test('the scope partner is worth nothing while the store is no trusted partner', async () => {
  const { merchantId, apiKey } = await at.store();
  await at.operate('POST', `/merchants/${merchantId}`, { trustedPartner: false });
  assert.equal((await at.call(apiKey, 'GET', '/v3/users/somebody/authorize')).error.data.scope, 'partner');
  const made = await at.operate('POST', `/merchants/${merchantId}/keys`, { name: 'x', scopes: ['partner'] });
  assert.deepEqual([made.status, made.error.data.fields[0].path], [400, 'scopes']);
});

test('after a rotation both keys work for the chosen time, then only the new one; old tokens stay with the old key', async () => {
  const { house } = at.built;
  const { merchantId, apiKey } = await at.store();
  const [{ keyId }] = await keysOf(merchantId);
  const bo = { firstName: 'Bo', lastName: 'Diddley', email: 'bo@rotation.example', merchantId };
  const { userId } = await must(house, () => createUser(house, bo));
  const token = () => signCustomerToken(house, { userId, merchantId, keyId });
  const rotated = await at.operate('POST', `/merchants/${merchantId}/keys/${keyId}/rotate`, { overlapHours: 48 });
  const { key, replaces, name, scopes, oldKeyWorksUntil } = rotated.data;
  assert.deepEqual([replaces, name, scopes], [keyId, 'First API key', ['read', 'write', 'partner']]);
  assert.equal(Date.parse(oldKeyWorksUntil) - house.clock.now(), 48 * hourMs);

  at.built.advance(48 * hourMs - 1);
  for (const works of [apiKey, key]) assert.equal((await settings(works)).status, 200);
  const me = (as: string) => at.call(as, 'GET', '/v3/users/me', { headers: { 'customer-token': token() } });
  assert.equal((await me(apiKey)).status, 200);
  assert.equal((await me(key)).error.code, 'CustomerTokenMismatch');
  at.built.advance(1);
  assert.equal((await settings(apiKey)).status, 401);
  assert.equal((await settings(key)).status, 200);
  const [old, , young] = await keysOf(merchantId);
  assert.deepEqual([old.state, old.replacedBy, young.state], ['expired', young.keyId, 'active']);
});

test('the overlap is a day unless somebody says otherwise, thirty at most, and never lengthens a life', async () => {
  const { merchantId } = await at.store();
  const keys = `/merchants/${merchantId}/keys`;
  const [{ keyId }] = await keysOf(merchantId);
  for (const overlapHours of [721, -1, 'soon']) {
    const refused = await at.operate('POST', `${keys}/${keyId}/rotate`, { overlapHours });
    assert.deepEqual([refused.status, refused.error.data.fields[0].path], [400, 'overlapHours']);
  }
  const now = at.built.house.clock.now();
  const byDefault = (await at.operate('POST', `${keys}/${keyId}/rotate`)).data;
  assert.equal(Date.parse(byDefault.oldKeyWorksUntil) - now, 24 * hourMs);
  const expiresAt = new Date(now + hourMs).toISOString();
  const short = (await at.operate('POST', keys, { name: 'Short', expiresAt })).data;
  const rotated = (await at.operate('POST', `${keys}/${short.keyId}/rotate`, { overlapHours: 720 })).data;
  assert.deepEqual([rotated.oldKeyWorksUntil, rotated.expiresAt], [expiresAt, null]);
  const atOnce = (await at.operate('POST', `${keys}/${rotated.keyId}/rotate`, { overlapHours: 0 })).data;
  assert.equal((await settings(rotated.key)).status, 401);
  assert.equal((await settings(atOnce.key)).status, 200);
});

test('fifty rotations of one key in one moment make one successor, and everybody else is told which', async () => {
  const { merchantId } = await at.store();
  const [{ keyId }] = await keysOf(merchantId);
  const answers = await Promise.all(
    Array.from({ length: 50 }, () => at.operate('POST', `/merchants/${merchantId}/keys/${keyId}/rotate`)),
  );
  const [won, ...more] = answers.filter(({ status }) => status === 200);
  assert.equal(more.length, 0);
  for (const lost of answers.filter((one) => one !== won)) {
    assert.deepEqual([lost.status, lost.error.code], [409, 'KeyNotActive']);
    assert.equal(lost.error.data.replacedBy, won?.data.keyId);
  }
  assert.equal((await keysOf(merchantId)).length, 3);
});

test('fifty rotations under one Idempotency-Key are one, and everybody gets the key', async () => {
  const { merchantId } = await at.store();
  const [{ keyId }] = await keysOf(merchantId);
  const url = `/v3/operator/merchants/${merchantId}/keys/${keyId}/rotate`;
  const headers = { 'idempotency-key': 'rotate-once' };
  const ask = () => at.call(at.built.house.secrets.operatorKey, 'POST', url, { headers });
  const answers = await Promise.all(Array.from({ length: 50 }, ask));
  assert.equal(new Set(answers.map(({ status, text }) => `${status} ${text}`)).size, 1);
  assert.equal(answers[0]?.status, 200);
  assert.equal((await settings(answers[0]?.data.key)).status, 200);
  const rows = await at.built.house.db.read.selectFrom('idempotency').select('body').execute();
  assert.ok(rows.every(({ body }) => !body.includes(answers[0]?.data.key)));
});

test('a revoked key stops working and stays revoked', async () => {
  const { merchantId, apiKey } = await at.store();
  const [{ keyId }] = await keysOf(merchantId);
  assert.equal((await settings(apiKey)).status, 200);
  const url = `/merchants/${merchantId}/keys/${keyId}`;
  await kept();
  const first = await at.operate('POST', `${url}/revoke`);
  assert.equal(first.data.state, 'revoked');
  at.built.advance(believedMs);
  assert.equal((await settings(apiKey)).status, 401);
  assert.deepEqual((await at.operate('POST', `${url}/revoke`)).data, {
    ...first.data,
    lastUsedAt: first.data.lastUsedAt,
  });
  assert.equal((await at.operate('POST', `${url}/rotate`)).error.code, 'KeyNotActive');
});

test('the button of a revoked auth key does not load, not even from a memory', async () => {
  const { merchantId, authKey } = await at.store();
  const [, { keyId }] = await keysOf(merchantId);
  const load = (headers: Record<string, string> = {}) => at.call('', 'GET', `/sdk/js?authKey=${authKey}`, { headers });
  const script = await load();
  assert.deepEqual([script.status, script.headers.get('cache-control')], [200, 'no-cache']);
  await at.operate('POST', `/merchants/${merchantId}/keys/${keyId}/revoke`);
  for (const again of [await load(), await load({ 'if-none-match': script.headers.get('etag') ?? '' })]) {
    assert.deepEqual([again.status, again.headers.get('cache-control')], [401, 'no-store']);
  }
  assert.equal((await at.call('', 'GET', `/modal?authKey=${authKey}`)).status, 401);
});

test('the frame stands in the pages that the operator has registered, from then on and no longer', async () => {
  const { merchantId, authKey } = await at.store();
  const ancestors = async () => {
    const { headers } = await at.call('', 'GET', `/modal?authKey=${authKey}`);
    return /frame-ancestors ([^;]*)/.exec(headers.get('content-security-policy') ?? '')?.[1];
  };
  assert.equal(await ancestors(), '*');
  const origins = `/merchants/${merchantId}/origins`;
  for (const origin of ['https://shop.example', 'https://www.shop.example'])
    await at.operate('POST', origins, { origin });
  assert.equal(await ancestors(), 'https://shop.example https://www.shop.example');
  await at.operate('POST', `${origins}/remove`, { origin: 'https://shop.example' });
  assert.equal(await ancestors(), 'https://www.shop.example');
});

test('an auth key is rotated like any other, and the pages have the overlap to move', async () => {
  const { merchantId, authKey } = await at.store();
  const [, { keyId }] = await keysOf(merchantId);
  const { key } = (await at.operate('POST', `/merchants/${merchantId}/keys/${keyId}/rotate`)).data;
  assert.match(key, /^pk_sandbox_/);
  const load = async (one: string) => (await at.call('', 'GET', `/sdk/js?authKey=${one}`)).status;
  assert.deepEqual([await load(authKey), await load(key)], [200, 200]);
  at.built.advance(24 * hourMs);
  assert.deepEqual([await load(authKey), await load(key)], [401, 200]);
});

test('a key of another store is not found, and a store that is not there neither', async () => {
  const mine = await at.store();
  const theirs = await at.store('Beds');
  const [{ keyId }] = await keysOf(theirs.merchantId);
  for (const verb of ['rotate', 'revoke']) {
    const foreign = await at.operate('POST', `/merchants/${mine.merchantId}/keys/${keyId}/${verb}`);
    assert.deepEqual([foreign.status, foreign.error.code], [404, 'KeyNotFound']);
    const nowhere = await at.operate('POST', `/merchants/nowhere/keys/${keyId}/${verb}`);
    assert.deepEqual([nowhere.status, nowhere.error.data], [404, { merchantId: 'nowhere' }]);
  }
  assert.equal((await settings(theirs.apiKey)).status, 200);
});

test('a store’s own key opens nothing of the operator’s', async () => {
  const { merchantId, apiKey } = await at.store();
  for (const path of ['/merchants', `/merchants/${merchantId}/keys`, '/security-events']) {
    assert.equal((await at.call(apiKey, 'GET', `/v3/operator${path}`)).status, 401);
  }
});

test('what is done with keys is told to the operator, without a key in it', async () => {
  const { merchantId } = await at.store();
  const keys = `/merchants/${merchantId}/keys`;
  const made = (await at.operate('POST', keys, { name: 'One' })).data;
  const next = (await at.operate('POST', `${keys}/${made.keyId}/rotate`)).data;
  await at.operate('POST', `${keys}/${next.keyId}/revoke`);
  const told = await at.operate('GET', `/security-events?merchantId=${merchantId}`);
  assert.deepEqual(
    told.data.events
      .map(({ kind, detail }: { kind: string; detail: { keyId: string } }) => [kind, detail.keyId])
      .sort(),
    [
      ['key_created', made.keyId],
      ['key_revoked', next.keyId],
      ['key_rotated', made.keyId],
    ],
  );
  for (const { key } of [made, next]) assert.ok(!told.text.includes(key));
  const one = await at.operate('GET', `/security-events?merchantId=${merchantId}&kind=key_rotated&limit=1`);
  assert.deepEqual(one.data.meta, { count: 1, totalPages: 1, page: 1, limit: 1 });
});

test('a key that calls all day is written down once in a minute', async () => {
  const { merchantId, apiKey } = await at.store();
  const used = async () => (await keysOf(merchantId))[0].lastUsedAt;
  await settings(apiKey);
  await kept();
  const first = await used();
  at.built.advance(59_000);
  await settings(apiKey);
  await kept();
  assert.equal(await used(), first);
  at.built.advance(1_000 + believedMs);
  await settings(apiKey);
  await kept();
  assert.equal(await used(), new Date(at.built.house.clock.now()).toISOString());
});

test('what lies in the database of a key is its hash', async () => {
  const { merchantId, apiKey, authKey } = await at.store();
  const made = (await at.operate('POST', `/merchants/${merchantId}/keys`, { name: 'One' })).data.key;
  const { rows } = await at.built.house.db.pool.query(
    `select k::text as row from merchant_key k union all select e::text from security_event e
     union all select i::text from idempotency i`,
  );
  const everything = rows.map(({ row }) => row).join('\n');
  for (const key of [apiKey, authKey, made]) assert.ok(!everything.includes(key.slice(11)), key.slice(0, 3));
});

/** The last use is written beside the request: wait until it has arrived, however long it takes. */
async function kept(): Promise<void> {
  const busy = () =>
    at.built.house.db.pool.waitingCount + at.built.house.db.pool.totalCount - at.built.house.db.pool.idleCount;
  while (busy() > 0) await new Promise((resolve) => setImmediate(resolve));
}
