import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { createUser } from '#server/customers/create-user.ts';
import { linkCustomer } from '#server/customers/link-customer.ts';
import { routes as customerRoutes } from '#server/customers/routes.ts';
import { buildServer } from '#server/http/server.ts';
import { createMerchant } from '#server/merchants/create-merchant.ts';
import { done } from '#server/outcome.ts';
import { must, type TestHouse, testHouse } from '#server/test-house.ts';
import { queriesOf } from '#server/test-queries.ts';
import { approvedShopper, offerFor } from '#server/test-shopper.ts';
import { getMe } from './get-me.ts';
import { listUsers } from './list-users.ts';
import { routes } from './routes.ts';

let built: TestHouse;
let server: ReturnType<typeof buildServer>;

before(async () => {
  built = await testHouse();
  server = buildServer(built.house, [...customerRoutes, ...routes]);
});
after(async () => {
  await server.close();
  await built.close();
});

test('a merchant lists the customers it made, newest first, in pages of ten', async () => {
  const shop = await merchant('Sofas');
  for (let number = 1; number <= 12; number += 1) {
    await user(shop.merchantId, `sofa${number}@example.com`);
    built.advance(1000);
  }
  await user((await merchant('Beds')).merchantId, 'bed@example.com');
  const first = await ask('/v3/users', shop.apiKey);
  assert.deepEqual(first.meta, { count: 12, totalPages: 2, page: 1, limit: 10 });
  assert.deepEqual(
    first.users.map(({ email }: { email: string }) => email),
    [12, 11, 10, 9, 8, 7, 6, 5, 4, 3].map((number) => `sofa${number}@example.com`),
  );
  const second = await ask('/user?page=2&limit=5', shop.apiKey);
  assert.deepEqual([second.users.length, second.meta.totalPages, second.users[0].email], [5, 3, 'sofa7@example.com']);
  const beyond = await ask('/v3/users/?page=9', shop.apiKey);
  assert.deepEqual(beyond, { users: [], meta: { count: 12, totalPages: 2, page: 9, limit: 10 } });
});

test('somebody else’s customer is listed once an order stands, and not for a login alone', async () => {
  const { house } = built;
  const shopper = await approvedShopper(house);
  const shop = await merchant('Lamps');
  await must(house, async () => done(null, linkCustomer(house, { ...shop, customerId: shopper.customerId })));
  assert.equal((await ask('/v3/users', shop.apiKey)).meta.count, 0);
  await offerFor(house, { ...shopper, merchant: { ...shopper.merchant, merchantId: shop.merchantId } }, 'T-1', 200);
  const { users } = await ask('/v3/users', shop.apiKey);
  assert.deepEqual(
    users.map(({ userId, transactions }: { userId: string; transactions: { id: string }[] }) => [
      userId,
      transactions.map(({ id }) => id),
    ]),
    [[shopper.customerId, ['T-1']]],
  );
});

test('a line of the list is what the customer’s own view says, orders at other stores left out', async () => {
  const { house } = built;
  const shopper = await approvedShopper(house);
  const viewer = { ...shopper.merchant, deniedAs: 'denied' } as const;
  for (const id of ['A-1', 'A-2']) {
    await offerFor(house, shopper, id, 200);
    built.advance(1000);
  }
  const { users } = await must(house, () => listUsers(house, viewer, {}));
  const me = await must(house, () => getMe(house, { ...viewer, customerId: shopper.customerId }));
  assert.deepEqual(users, [me]);
  assert.deepEqual(
    me.transactions.map(({ id, lease }) => [id, lease.status]),
    [
      ['A-2', 'pending'],
      ['A-1', 'pending'],
    ],
  );
  assert.equal(me.decision?.status, 'approved');
});

test('a page costs two queries, however many are on it', async () => {
  const shop = await merchant('Clocks');
  const queriesFor = () =>
    queriesOf(() => listUsers(built.house, { ...shop, leaseFactor: '2.00', deniedAs: 'denied' }, { limit: 100 }));
  await user(shop.merchantId, 'clock0@example.com');
  assert.equal(await queriesFor(), 2);
  for (let number = 1; number <= 20; number += 1) await user(shop.merchantId, `clock${number}@example.com`);
  assert.equal(await queriesFor(), 2);
});

for (const query of ['page=0', 'page=1001', 'limit=0', 'limit=1001', 'limit=ten']) {
  test(`a list of customers with ${query} is refused by name`, async () => {
    const { apiKey } = await merchant('Rugs');
    const answer = await get(`/v3/users?${query}`, apiKey);
    assert.deepEqual(
      [answer.statusCode, answer.json().error.code, answer.json().error.data.fields[0].path],
      [400, 'ValidationError', query.split('=')[0]],
    );
  });
}

test('without a key nobody is listed', async () => {
  assert.equal((await server.inject({ url: '/v3/users' })).statusCode, 401);
});

const merchant = (name: string) => must(built.house, () => createMerchant(built.house, { name }));

const user = (merchantId: string, email: string) =>
  must(built.house, () =>
    createUser(built.house, { merchantId, email, firstName: 'Ada', lastName: 'Byron', resetPassword: false }),
  );

const get = (url: string, key: string) => server.inject({ url, headers: { authorization: key } });

async function ask(url: string, key: string) {
  const answer = await get(url, key);
  assert.equal(answer.statusCode, 200, answer.body);
  return answer.json().data;
}
