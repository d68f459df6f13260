import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { must } from '#server/test-house.ts';
import { queriesOf } from '#server/test-queries.ts';
import { openWire, type TestWire } from '#server/test-wire.ts';
import { createUser } from './create-user.ts';
import { deepExists } from './deep-exists.ts';
import { routes } from './routes.ts';
import { userExists } from './user-exists.ts';

let wire: TestWire;
let key: string;

const address = {
  street1: '123 North Main Street',
  street2: 'Apt 4B',
  city: 'St. Paul',
  region: 'MN',
  postalCode: '55101-1234',
  country: 'US',
};

before(async () => {
  wire = await openWire(routes);
  const { house } = wire;
  const { merchantId, apiKey } = await wire.merchant('Sofas');
  key = apiKey;
  const ada = { merchantId, email: 'ada@example.com', firstName: 'Ada', lastName: 'Byron', resetPassword: false };
  const contact = {
    firstName: 'Ada',
    lastName: 'Byron',
    mobilePhone: '+16515550142',
    street1: '123 N Main St #4b',
    street2: null,
    city: 'Saint Paul',
    state: 'MN',
    postalCode: '55101',
    marketingOptIn: false,
  };
  await must(house, () => createUser(house, { ...ada, contact }));
  await must(house, () => createUser(house, { ...ada, email: 'new@example.com' }));
});
after(() => wire.close());

for (const path of ['/v3/users/exists', '/v3/user/exists', '/user/exists', '/users/exists', '//v3/user/exists/']) {
  test(`POST ${path} compares what was given with that customer’s`, async () => {
    const { status, data } = await wire.ask('POST', path, {
      key,
      body: { email: ' Ada@Example.com', phone: '(651) 555-0142', address },
    });
    assert.deepEqual([status, data], [200, { emailExists: true, phoneExists: true, addressExists: true }]);
  });
}

for (const [what, body, answer] of [
  ['the e-mail alone', { email: 'ada@example.com' }, [true, false, false]],
  ['a phone as a number', { email: 'ada@example.com', phone: 6515550142 }, [true, true, false]],
  ['another phone', { email: 'ada@example.com', phone: '6515550143', address }, [true, false, true]],
  ['a phone that is none', { email: 'ada@example.com', phone: '12' }, [true, false, false]],
  ['another door', { email: 'ada@example.com', address: { ...address, street2: 'Apt 5' } }, [true, false, false]],
  [
    'a customer without phone and address',
    { email: 'new@example.com', phone: '6515550142', address },
    [true, false, false],
  ],
  ['nobody', { email: 'nobody@example.com', phone: '6515550142', address }, [false, false, false]],
] as const) {
  test(`${what}: ${answer.join(', ')}`, async () => {
    const { data } = await wire.ask('POST', '/v3/users/exists', { key, body });
    assert.deepEqual([data.emailExists, data.phoneExists, data.addressExists], answer);
  });
}

for (const [what, body, fields] of [
  ['no e-mail', {}, ['email']],
  ['an e-mail that is none', { email: 'ada@' }, ['email']],
  ['an e-mail that only looks like one', { email: 'a@b.c' }, ['email']],
  [
    'half an address',
    { email: 'ada@example.com', address: { street1: '1 Main St' } },
    ['address.city', 'address.region', 'address.postalCode', 'address.country'],
  ],
] as const) {
  test(`${what} is refused by name`, async () => {
    const { status, error } = await wire.ask('POST', '/v3/users/exists', { key, body });
    assert.deepEqual([status, error.statusCode, error.code], [400, 400, 'ValidationError']);
    assert.deepEqual(
      error.data.fields.map(({ path }: { path: string }) => path),
      fields,
    );
  });
}

test('it takes the same work whether or not somebody exists', async () => {
  const { house } = wire;
  const deep = (email: string) => queriesOf(() => deepExists(house, { email, phone: '6515550142', address }));
  const plain = (email: string) => queriesOf(() => userExists(house, { email }));
  for (const email of ['ada@example.com', 'new@example.com', 'nobody@example.com']) {
    assert.deepEqual([await deep(email), await plain(email)], [1, 1], email);
  }
});

test('nobody without a key, and nobody too often', async () => {
  assert.equal((await wire.ask('POST', '/v3/users/exists', { body: {} })).error.code, 'Unauthorized');
  const strict = await openWire(routes, {
    settings: { mode: 'production', limits: { ...wire.house.settings.limits, userExists: { calls: 3, seconds: 60 } } },
  });
  try {
    const [one, other] = [await strict.merchant('Sofas'), await strict.merchant('Beds')];
    const ask = (apiKey: string, path: string) =>
      strict.ask(path.includes('?') ? 'GET' : 'POST', path, {
        key: apiKey,
        ...(path.includes('?') ? {} : { body: { email: 'a@example.com' } }),
      });
    const asked = [];
    // Both questions tell who exists, so they share one limit; another key at the same address does not help.
    for (const path of ['/v3/users/exists', '/v3/user-exists?email=a@example.com', '/user/exists', '/v3/users/exists'])
      asked.push((await ask(one.apiKey, path)).status);
    assert.deepEqual(asked, [200, 200, 200, 429]);
    const refused = await ask(other.apiKey, '/v3/users/exists');
    assert.deepEqual([refused.status, refused.error.code], [429, 'TooManyRequests']);
    assert.ok(Number(refused.headers.get('retry-after')) >= 1);
  } finally {
    await strict.close();
  }
});
