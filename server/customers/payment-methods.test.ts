import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openPaymentMethod } from '#server/customers/open-payment-method.ts';
import { buildServer } from '#server/http/server.ts';
import { leaseById } from '#server/leases/find-lease.ts';
import { signLease } from '#server/leases/sign-lease.ts';
import { sandboxRoutes } from '#server/sandbox/routes.ts';
import { must, type TestHouse, testHouse } from '#server/test-house.ts';
import { approvedShopper, booksAreRight, offerFor } from '#server/test-shopper.ts';
import { routes } from './routes.ts';

let built: TestHouse;
let server: ReturnType<typeof buildServer>;
before(async () => {
  built = await testHouse();
  const clock = { now: () => built.house.clock.now(), advance: async () => undefined };
  const isTestCard = (token: string) => token.startsWith('tok_');
  const sandbox = sandboxRoutes({ clock, keys: () => undefined as never, magic: [], isTestCard });
  server = buildServer(built.house, [...routes, ...sandbox]);
});
after(async () => {
  await server.close();
  await built.close();
});

const card = { cardType: 'visa', lastFour: '4242', firstSix: '424242', billingZip: '78701', expirationDate: '2030-09' };

test('an account and a card are put on file, masked, and the one that was asked for is primary', async () => {
  const shopper = await customer();
  const added = await shopper.add({ primary: true, label: 'CreditCardTest', token: { ...card, token: 'tok_ok' } });
  assert.match(added.data.id, /^[0-9a-f]{24}$/);
  built.advance(60_000);
  const savings = { routing: '110000000', account: '7700000001', accountType: 'savings' };
  const { data } = await shopper.add({ ach: savings, label: 'Savings' });
  const list = await shopper.ask('GET', '/v3/customers/me/payment-methods');
  assert.deepEqual(list.data, [
    {
      id: added.data.id,
      type: 'card',
      cardBrand: 'Visa',
      lastFour: '4242',
      firstSix: '424242',
      label: 'CreditCardTest',
      primary: true,
    },
    { id: data.id, type: 'ach', lastFour: '0001', label: 'Savings', primary: false },
    { id: list.data[2].id, type: 'ach', lastFour: '0001', primary: false },
  ]);
  assert.equal((await shopper.add({ token: { ...card, token: 'tok_ok' } })).data.id, added.data.id, 'the same card');
  assert.equal((await shopper.add({ ach: savings })).data.id, data.id, 'the same account');
});

test('a list is answered bare where somebody asks for it, and else in its envelope', async () => {
  const shopper = await customer();
  const path = '/v3/customers/me/payment-methods';
  assert.equal((await shopper.ask('GET', path)).data.length, 1);
  assert.equal((await shopper.ask('GET', `${path}?envelope=false`)).length, 1);
  const accept = { accept: 'application/json; envelope=none' };
  assert.equal((await shopper.ask('GET', path, undefined, accept)).length, 1);
  assert.equal((await shopper.ask('GET', `${path}?envelope=true`, undefined, accept)).data.length, 1);
});

const cardNumbers = ['4242424242424242', '4242 4242 4242 4242', '1234567890123', '4000-0000-0000-0000-123'];

const refused: readonly { what: string; body: object; code: string | number; path?: string }[] = [
  { what: 'nothing', body: {}, code: 'ValidationError', path: 'ach' },
  {
    what: 'both at once',
    body: { ach: { routing: '110000000', account: '7700000001' }, token: { ...card, token: 'tok_ok' } },
    code: 'ValidationError',
    path: 'ach',
  },
  ...cardNumbers.flatMap((pan) => [
    { what: `${pan} as a token`, body: { token: { ...card, token: pan } }, code: 'ValidationError' },
    {
      what: `${pan} as a gateway's token`,
      body: { token: { ...card, token: [{ name: 'clover', token: pan }] } },
      code: 'ValidationError',
    },
    {
      what: `${pan} as a label`,
      body: { label: pan, token: { ...card, token: 'tok_ok' } },
      code: 'ValidationError',
      path: 'label',
    },
  ]),
  {
    what: 'a gateway nobody knows',
    body: { token: { ...card, token: [{ name: 'acme', token: 'tok_ok' }] } },
    code: 'ValidationError',
  },
  {
    what: 'a card without a kind',
    body: { token: { ...card, cardType: undefined, token: 'tok_ok' } },
    code: 'ValidationError',
    path: 'token.cardType',
  },
  {
    what: 'a thirteenth month',
    body: { token: { ...card, expirationDate: '2030-13', token: 'tok_ok' } },
    code: 'ValidationError',
    path: 'token.expirationDate',
  },
  {
    what: 'a routing number that does not add up',
    body: { ach: { routing: '110000001', account: '7700000001' } },
    code: 'ValidationError',
    path: 'ach.routing',
  },
  {
    what: 'an expired card as primary',
    body: { primary: true, token: { ...card, expirationDate: '2026-10', token: 'tok_ok' } },
    code: 11503,
  },
  {
    what: 'an account that its bank does not know',
    body: { ach: { routing: '110000000', account: '7700000300' } },
    code: 11505,
  },
];

for (const { what, body, code, path } of refused) {
  test(`refused with ${code}: ${what}`, async () => {
    const shopper = await customer();
    const answer = await shopper.add(body);
    assert.deepEqual([answer.error.statusCode, answer.error.code], [400, code]);
    if (path !== undefined) assert.equal(answer.error.data.fields[0].path, path);
    for (const pan of cardNumbers) assert.ok(!JSON.stringify(answer).includes(pan), 'a number is repeated');
    assert.equal((await shopper.ask('GET', '/v3/customers/me/payment-methods')).data.length, 1, 'nothing was added');
  });
}

test('a token lies sealed and opens for the processor alone', async () => {
  const { customerId, add } = await customer();
  const { data } = await add({ token: { ...card, token: [{ name: 'clover', token: 'tok_chargeback_30d' }] } });
  const { rows } = await built.house.db.pool.query(
    'select to_jsonb(p)::text as everything from payment_method p where payment_method_id = $1',
    [data.id],
  );
  assert.ok(!rows[0].everything.includes('tok_'));
  assert.deepEqual(await openPaymentMethod(built.house, { customerId, paymentMethodId: data.id }, 'first-payment'), {
    card: {
      tokens: [{ gateway: 'clover', token: 'tok_chargeback_30d' }],
      brand: 'visa',
      expiresIn: '2030-09',
      billingZip: '78701',
    },
  });
});

test('the first payment comes from the primary card, and a declined one signs nothing', async () => {
  const shopper = await customer();
  const evidence = { ipAddress: '127.0.0.1', userAgent: '', typedName: '', channel: 'api', confirmed: {} } as const;
  const { leaseId } = await offerFor(built.house, shopper, 'BY-CARD', 500);
  const sign = { customerId: shopper.customerId, merchantId: shopper.merchant.merchantId, leaseId, evidence };
  await shopper.add({ primary: true, token: { ...card, token: 'tok_nsf' } });
  await assert.rejects(
    must(built.house, () => signLease(built.house, sign)),
    /PaymentRequired.*insufficient_funds/,
  );
  built.advance(60_000);
  const { data } = await shopper.add({ primary: true, token: { ...card, token: 'tok_ok' } });
  await must(built.house, () => signLease(built.house, sign));
  const attempt = (await leaseById(built.house.db, shopper.customerId, leaseId))!.attempts.at(-1)!;
  assert.deepEqual([attempt.rail, attempt.paymentMethodId, attempt.state], ['card', data.id, 'pending']);
  await booksAreRight(built.house);
});

test('a child key turns one card into a token, once, and lies as a hash', async () => {
  const { ask } = await customer();
  for (const method of ['POST', 'GET'] as const) {
    const { status, childKey, data } = await ask(method, '/v3/paymentMethods/child-transaction-key');
    assert.deepEqual([status, data], ['Success', { childKey }]);
    const { rows } = await built.house.db.pool.query('select to_jsonb(k)::text as everything from tokeniser_key k');
    assert.ok(rows.every(({ everything }) => !everything.includes(childKey)));
    const use = () => ask('POST', '/sandbox/card-tokens', { childKey, card: 'tok_nsf' });
    assert.deepEqual(await use(), { data: { token: 'tok_nsf' } });
    assert.equal((await use()).error.data.fields[0].path, 'childKey');
  }
  const { childKey } = await ask('POST', '/v3/paymentMethods/child-transaction-key');
  built.advance(15 * 60_000);
  const late = await ask('POST', '/sandbox/card-tokens', { childKey, card: 'tok_nsf' });
  assert.equal(late.error.data.fields[0].path, 'childKey');
});

test('the public key of a card form is the same every time', async () => {
  const { ask } = await customer();
  const { data } = await ask('POST', '/v3/paymentMethods/clover-pkms-key');
  assert.match(data.pkmsKey, /^[0-9a-f]{32}$/);
  assert.deepEqual((await ask('GET', '/paymentMethods/clover-pkms-key')).data, data);
});

/** An approved customer with one account, asking over HTTP with a token of the store's key. */
async function customer() {
  const shopper = await approvedShopper(built.house);
  const { customerId, apiKey: authorization } = shopper;
  const allowed = await server.inject({ url: `/v3/users/${customerId}/authorize`, headers: { authorization } });
  const who = { authorization, 'customer-token': allowed.json().data.token };
  const ask = async (method: 'GET' | 'POST', url: string, body?: object, headers: Record<string, string> = {}) => {
    return (
      await server.inject({ method, url, headers: { ...who, ...headers }, ...(body && { payload: body }) })
    ).json();
  };
  return { ...shopper, ask, add: (body: object) => ask('POST', '/v3/paymentMethods/add', body) };
}
