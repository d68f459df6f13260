import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { routes as applicationRoutes } from '#server/applications/routes.ts';
import { buildServer } from '#server/http/server.ts';
import { createMerchant } from '#server/merchants/create-merchant.ts';
import { routes as merchantRoutes } from '#server/merchants/routes.ts';
import { routes as messageRoutes } from '#server/messages/routes.ts';
import { sendMessages } from '#server/messages/send-messages.ts';
import { must, type TestHouse, testHouse } from '#server/test-house.ts';
import { routes } from './routes.ts';

let built: TestHouse;
let server: ReturnType<typeof buildServer>;
let key: string;

before(async () => {
  built = await testHouse();
  server = buildServer(built.house, [...merchantRoutes, ...routes, ...applicationRoutes, ...messageRoutes]);
  key = await merchantKey('Sofas');
});
after(async () => {
  await server.close();
  await built.close();
});

test('a merchant makes a customer once, whatever the capitals of the address', async () => {
  const made = await ask('POST', '/v3/users', { body: { ...bo, email: ' Bo@Example.com ' } });
  assert.equal(made.statusCode, 200);
  const { userId, token } = made.json().data;
  assert.match(userId, /^[0-9a-f]{24}$/);
  const me = (await ask('GET', '/v3/users/me', { token })).json().data;
  assert.deepEqual(
    [me.userId, me.email, me.decision, me.verificationStatus, me.transactions],
    [userId, 'bo@example.com', null, 'pending', []],
  );
  const again = await ask('POST', '/v3/users', { body: { ...bo, email: 'bo@example.com' } });
  assert.equal(again.statusCode, 409);
  assert.deepEqual(
    [again.json().error.code, again.json().error.data],
    ['UserAlreadyExists', { email: 'bo@example.com' }],
  );
  const exists = await ask('GET', '/v3/user-exists?email=BO%40example.com');
  assert.deepEqual(exists.json(), { data: { userId, exists: true } });
  assert.deepEqual((await ask('GET', '/v3/user-exists?email=no@example.com')).json(), { data: { exists: false } });
});

test('a customer without a password is sent a code to choose one', async () => {
  await ask('POST', '/v3/users', { body: { firstName: 'No', lastName: 'Word', email: 'noword@example.com' } });
  const { messages } = (await ask('GET', '/sandbox/inbox?to=noword@example.com')).json().data;
  assert.equal(messages[0].kind, 'password_reset');
});

test('names, addresses and passwords that are none are refused, all of them by name', async () => {
  const body = { firstName: 'R2D2', lastName: ' ', email: 'a@b.c', password: 'short' };
  const { error } = (await ask('POST', '/v3/users', { body })).json();
  assert.deepEqual(
    error.data.fields.map(({ path }: { path: string }) => path),
    ['email', 'firstName', 'lastName', 'password'],
  );
});

test('a passcode lets a customer in once, at a merchant that did not know them', async () => {
  const { userId } = await customer('cy@example.com');
  const other = await merchantKey('Beds');
  assert.equal((await ask('GET', `/v3/users/${userId}/authorize`, { as: other })).json().error.code, 'UserNotFound');
  const sent = await ask('POST', `/v3/users/${userId}/send-passcode`, { as: other, body: { transport: 'email' } });
  assert.deepEqual(sent.json(), { status: 200, data: {} });
  const passcode = await codeSentTo('cy@example.com');
  const login = await ask('POST', `/v3/users/${userId}/passcode-login`, { as: other, body: { passcode } });
  assert.equal(login.statusCode, 200);
  const me = await ask('GET', '/v3/users/me', { as: other, token: login.json().data.token });
  assert.equal(me.json().data.userId, userId);
  const twice = await ask('POST', `/v3/users/${userId}/passcode-login`, { as: other, body: { passcode } });
  assert.deepEqual([twice.statusCode, twice.json().error.code], [401, 'InvalidPasscode']);
  assert.equal((await ask('GET', `/v3/users/${userId}/authorize`, { as: other })).statusCode, 200);
});

test('five wrong guesses, also all at once, and the right code is worth nothing', async () => {
  const { userId } = await customer('dee@example.com');
  await ask('POST', `/v3/users/${userId}/send-passcode`, { body: { transport: 'email' } });
  const right = await codeSentTo('dee@example.com');
  const wrong = right === '000000' ? '000001' : '000000';
  const guess = (passcode: string) => ask('POST', `/v3/users/${userId}/passcode-login`, { body: { passcode } });
  await Promise.all([1, 2, 3, 4, 5].map(() => guess(wrong)));
  assert.equal((await guess(right)).statusCode, 401);
});

test('a passcode ends after five minutes, and a new one takes the place of the old', async () => {
  const { userId } = await customer('eve@example.com');
  const send = () => ask('POST', `/v3/users/${userId}/send-passcode`, { body: { transport: 'all' } });
  const login = async (passcode: string) =>
    (await ask('POST', `/v3/users/${userId}/passcode-login`, { body: { passcode } })).statusCode;
  await send();
  const first = await codeSentTo('eve@example.com');
  built.advance(1_000);
  await send();
  const second = await codeSentTo('eve@example.com');
  assert.equal(await login(first), 401);
  built.advance(5 * 60_000);
  assert.equal(await login(second), 401);
});

test('a text can not be sent to a customer without a number, and nothing to nobody', async () => {
  const { userId } = await customer('fay@example.com');
  const sms = await ask('POST', `/v3/users/${userId}/send-passcode`, { body: { transport: 'sms' } });
  assert.deepEqual([sms.statusCode, sms.json().error.code], [400, 'TransportNotAvailable']);
  const nobody = await ask('POST', '/v3/users/0123456789abcdef01234567/send-passcode', {
    body: { transport: 'email' },
  });
  assert.equal(nobody.json().error.code, 'UserNotFound');
});

test('a merchant reads its minimum, and a higher one than the platform’s is its own to set', async () => {
  assert.equal((await ask('GET', '/v3/settings/lease')).json().data.minimumOrderValue, 49.95);
  const operator = built.house.secrets.operatorKey;
  const made = await ask('POST', '/v3/operator/merchants', {
    as: operator,
    body: { name: 'Rings', minimumOrderValue: 500 },
  });
  const settings = await ask('GET', '/v3/settings/lease', { as: made.json().data.apiKey });
  assert.equal(settings.json().data.minimumOrderValue, 500);
  const low = await ask('POST', '/v3/operator/merchants', {
    as: operator,
    body: { name: 'Low', minimumOrderValue: 10 },
  });
  assert.equal(low.json().error.data.fields[0].path, 'minimumOrderValue');
});

test('an API key lies in the database as a hash alone', async () => {
  const { rows } = await built.house.db.pool.query('select to_jsonb(k)::text as key from merchant_key k');
  assert.ok(rows.length > 0 && rows.every((row) => !row.key.includes(key)));
});

test('messages are carried out once, and in production a code is erased when it was sent', async () => {
  await customer('gil@example.com');
  await sendMessages(built.house);
  assert.equal(await sendMessages(built.house), 0);
  const { rows } = await built.house.db.pool.query('select count(*) from message where sent_at is null');
  assert.equal(rows[0].count, 0);
  const { userId } = await customer('hal@example.com');
  await ask('POST', `/v3/users/${userId}/send-passcode`, { body: { transport: 'email' } });
  await sendMessages({ ...built.house, settings: { ...built.house.settings, mode: 'production' } });
  const { rows: sent } = await built.house.db.pool.query(
    "select body from message where recipient = 'hal@example.com'",
  );
  assert.deepEqual(sent, [{ body: '' }]);
});

const bo = { firstName: 'Bo', lastName: "O'Neil-Żak", password: 'correct horse' };

async function customer(email: string): Promise<{ userId: string; token: string }> {
  return (await ask('POST', '/v3/users', { body: { ...bo, email } })).json().data;
}

async function codeSentTo(address: string): Promise<string> {
  const { messages } = (await ask('GET', `/sandbox/inbox?to=${address}`)).json().data;
  return /\d{6}/.exec(messages[0].body)?.[0] ?? '';
}

async function merchantKey(name: string): Promise<string> {
  return (await must(built.house, () => createMerchant(built.house, { name }))).apiKey;
}

function ask(
  method: 'GET' | 'POST',
  url: string,
  { as = key, token, body }: { as?: string; token?: string; body?: object } = {},
) {
  const headers = { authorization: as, ...(token === undefined ? {} : { 'customer-token': token }) };
  return server.inject({ method, url, headers, ...(body === undefined ? {} : { payload: body }) });
}
