import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { carryOut } from '#server/carry-out.ts';
import { routes as messageRoutes } from '#server/messages/routes.ts';
import { queriesOf } from '#server/test-queries.ts';
import { openWire, type TestWire } from '#server/test-wire.ts';
import { passcodeLogin } from './passcode-login.ts';
import { hashPassword, isPassword } from './password.ts';
import { routes } from './routes.ts';
import { sendPasscode } from './send-passcode.ts';

let wire: TestWire;
let key: string;
let merchantId: string;

const minute = 60_000;

before(async () => {
  wire = await openWire([...routes, ...messageRoutes]);
  ({ apiKey: key, merchantId } = await wire.merchant('Sofas'));
});
after(() => wire.close());

test('a code that begins with zeros may come as the number it is in JSON, once', async () => {
  const { userId } = await customer();
  // The sandbox's numbers +1 555 555 01NN are always sent 0000NN.
  await wire.house.db.pool.query('update customer set mobile_phone = $1 where customer_id = $2', [
    '+15555550142',
    userId,
  ]);
  await wire.ask('POST', `/v3/users/${userId}/send-passcode`, { key, body: { transport: 'sms' } });
  const login = () => wire.ask('POST', `/v3/users/${userId}/passcode-login`, { key, body: { passcode: 42 } });
  assert.equal((await login()).status, 200);
  assert.deepEqual([(await login()).status, (await login()).error.code], [401, 'InvalidPasscode']);
});

test('after three codes in a quarter of an hour there is none for half an hour', async () => {
  const { userId } = await customer();
  const send = () =>
    carryOut(wire.house, () =>
      sendPasscode(wire.house, { customerId: userId, transport: 'email', ipAddress: '203.0.113.7' }),
    );
  for (const _ of [1, 2, 3]) {
    assert.ok('answer' in (await send()));
    wire.advance(minute);
  }
  const refused = await send();
  assert.ok('refused' in refused && refused.refused === 'TooManyRequests');
  assert.equal(refused.data?.retryAfterSeconds, 29 * 60);
  wire.advance(29 * minute - 1);
  assert.ok('refused' in (await send()));
  wire.advance(1);
  assert.ok('answer' in (await send()));
});

test('after five wrong tries at a code there is none for half an hour', async () => {
  const { userId } = await customer();
  const ipAddress = '203.0.113.7';
  const send = () =>
    carryOut(wire.house, () => sendPasscode(wire.house, { customerId: userId, transport: 'email', ipAddress }));
  const tryCode = () => wire.ask('POST', `/v3/users/${userId}/passcode-login`, { key, body: { passcode: 'wrong!' } });
  assert.ok('answer' in (await send()));
  wire.advance(minute);
  assert.ok('answer' in (await send()), 'a code that another took the place of locks nothing');
  for (const _ of [1, 2, 3, 4]) await tryCode();
  wire.advance(16 * minute);
  assert.ok('answer' in (await send()), 'four tries are not five');
  for (const _ of [1, 2, 3, 4, 5]) await tryCode();
  const refused = await send();
  assert.ok('refused' in refused && refused.refused === 'TooManyRequests');
  assert.deepEqual([refused.data?.retryAfterSeconds, /wrong codes/.test(refused.message)], [35 * 60, true]);
  wire.advance(35 * minute - 1);
  assert.ok('refused' in (await send()));
  wire.advance(1);
  assert.ok('answer' in (await send()));
});

test('from the sandbox’s own machine codes are not counted; from anywhere in production they are', async () => {
  const { userId } = await customer();
  const path = `/v3/users/${userId}/send-passcode`;
  for (const _ of [1, 2, 3, 4])
    assert.equal((await wire.ask('POST', path, { key, body: { transport: 'email' } })).status, 200);
  const strict = await openWire(routes, { settings: { mode: 'production' } });
  try {
    const shop = (await strict.merchant('Beds')).apiKey;
    const { data } = await strict.ask('POST', '/v3/users', { key: shop, body: person() });
    const send = () =>
      strict.ask('POST', `/v3/users/${data.userId}/send-passcode`, { key: shop, body: { transport: 'all' } });
    // The code to choose a password with was the first.
    await send();
    await send();
    const { status, error, headers } = await send();
    assert.deepEqual([status, error.code, headers.get('retry-after')], [429, 'TooManyRequests', '1800']);
  } finally {
    await strict.close();
  }
});

test('a login takes the same work whether the customer exists, has a code, or neither', async () => {
  const { userId } = await customer();
  const { userId: waiting } = await customer();
  await wire.ask('POST', `/v3/users/${waiting}/send-passcode`, { key, body: { transport: 'email' } });
  const work = (customerId: string) =>
    queriesOf(() =>
      carryOut(wire.house, () => passcodeLogin(wire.house, { merchantId, customerId, passcode: '000000' })),
    );
  assert.deepEqual([await work(userId), await work(waiting), await work('0123456789abcdef01234567')], [2, 2, 2]);
});

test('sending a code reads the same for everybody: the one thing more is to write the code and its message down', async () => {
  const { userId } = await customer();
  const work = (customerId: string) =>
    queriesOf(() =>
      carryOut(wire.house, () =>
        sendPasscode(wire.house, { customerId, transport: 'email', ipAddress: '203.0.113.9' }),
      ),
    );
  assert.deepEqual([await work(userId), await work('0123456789abcdef01234567')], [3, 2]);
});

test('a password is hashed whether there is one to compare with or none', async () => {
  const kept = await hashPassword('correct horse');
  assert.equal(await isPassword('correct horse', kept), true);
  assert.equal(await isPassword('wrong horse', kept), false);
  // The hash of nobody's password stands in for the one that is missing, and never matches.
  assert.equal(await isPassword('nobody has this password', null), false);
});

test('making customers, sending and trying codes are limited per key and per address', async () => {
  const few = { calls: 2, seconds: 60 };
  const limits = { ...wire.house.settings.limits, createUser: few, sendPasscode: few, passcodeLogin: few };
  const strict = await openWire(routes, { settings: { mode: 'production', limits } });
  try {
    const [one, other] = [await strict.merchant('Sofas'), await strict.merchant('Beds')];
    for (const path of [
      '/v3/users',
      '/v3/users/0123456789abcdef01234567/send-passcode',
      '/user/0123456789abcdef01234567/passcode-login',
    ]) {
      const ask = (apiKey: string) => strict.ask('POST', path, { key: apiKey, body: {} });
      assert.deepEqual([(await ask(one.apiKey)).status, (await ask(one.apiKey)).status], [400, 400], path);
      for (const { apiKey } of [one, other]) {
        const { status, error, headers } = await ask(apiKey);
        assert.deepEqual([status, error.statusCode, error.code], [429, 429, 'TooManyRequests'], path);
        assert.ok(Number(headers.get('retry-after')) >= 1);
      }
    }
  } finally {
    await strict.close();
  }
});

test('neither a code nor a password is logged or lies in the open', async () => {
  const { userId, email } = await customer();
  await wire.ask('POST', `/v3/users/${userId}/send-passcode`, { key, body: { transport: 'email' } });
  const { data } = await wire.ask('GET', `/sandbox/inbox?to=${email}`);
  const code = /\d{6}/.exec(data.messages[0].body)?.[0] ?? '';
  assert.match(code, /^\d{6}$/);
  await wire.ask('POST', `/v3/users/${userId}/passcode-login`, { key, body: { passcode: code } });
  const { rows } = await wire.house.db.pool.query(
    `select to_jsonb(p)::text as kept from passcode p where customer_id = $1
     union all select to_jsonb(o)::text from outbox o union all select to_jsonb(c)::text from customer c`,
    [userId],
  );
  const hashes = /"(code_hash|passcode_id|customer_id|password_hash|phone_index)": ?"[^"]*"/g;
  const everything = [...wire.logged, ...rows.map(({ kept }) => kept.replace(hashes, ''))].join('\n');
  assert.ok(!everything.includes(`"${code}"`) && !everything.includes('correct horse'));
  assert.ok(!wire.logged.some((line) => line.includes(code)));
});

let people = 0;
const person = () => ({ firstName: 'Ada', lastName: 'Byron', email: `code${++people}@example.com` });

async function customer(): Promise<{ userId: string; email: string }> {
  const body = { ...person(), password: 'correct horse' };
  const { data } = await wire.ask('POST', '/v3/users', { key, body });
  return { userId: data.userId, email: body.email };
}
