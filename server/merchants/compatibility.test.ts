import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { commit } from '#server/db/commit.ts';
import { write } from '#server/db/write.ts';
import { buildServer } from '#server/http/server.ts';
import { signLease } from '#server/leases/sign-lease.ts';
import { must, type TestHouse, testHouse } from '#server/test-house.ts';
import { approvedShopper, booksAreRight, offerFor } from '#server/test-shopper.ts';
import { routes as transactionRoutes } from '#server/transactions/routes.ts';

/** The door believes what it knows of a key for so long. */
const believedMs = 5_000;

let built: TestHouse;
let server: ReturnType<typeof buildServer>;

before(async () => {
  built = await testHouse();
  server = buildServer(built.house, transactionRoutes);
});
after(async () => {
  await server.close();
  await built.close();
});

test('a merchant that demands POST ships nothing by GET', async () => {
  const shop = await signed('DEMANDS-POST');
  const at = '/v3/transactions/DEMANDS-POST/confirm-shipment';
  assert.deepEqual((await shop.ask('GET', at)).json().error.code, 'TransactionNotFinalized');
  await commit(built.house.db, [
    write`update merchant set shipment_needs_post = true where merchant_id = ${shop.merchantId}`,
  ]);
  built.advance(believedMs);
  const refused = await shop.ask('GET', at);
  assert.deepEqual([refused.statusCode, refused.headers.allow], [405, 'POST']);
  assert.equal(refused.json().error.code, 'MethodNotAllowed');
  assert.equal((await shop.ask('POST', at)).json().error.code, 'TransactionNotFinalized');
});

test('with automatic finalizing a shipment finalizes what is only signed, once', async () => {
  const shop = await signed('SHIPS-AT-ONCE');
  await commit(built.house.db, [
    write`update merchant set auto_finalize = true where merchant_id = ${shop.merchantId}`,
  ]);
  const at = '/v3/transactions/SHIPS-AT-ONCE';
  const body = { items: [{ sku: 'SOFA', quantity: 1 }] };
  for (const units of [1, 2]) {
    assert.equal((await shop.ask('POST', `${at}/confirm-shipment`, body)).statusCode, 200);
    const { items } = (await shop.ask('GET', at)).json().data;
    assert.deepEqual(items[0].quantityByStatus, { ordered: 2, shipped: units });
  }
  const events = await built.house.db.read
    .selectFrom('outbox')
    .select('type')
    .where('merchant_id', '=', shop.merchantId)
    .where('type', 'in', ['lease.finalized', 'lease.shipped'])
    .execute();
  assert.deepEqual(events.map(({ type }) => type).sort(), ['lease.finalized', 'lease.shipped', 'lease.shipped']);
  await booksAreRight(built.house);
});

/** A store with a signed transaction, and its calls. */
async function signed(transactionId: string) {
  const shopper = await approvedShopper(built.house);
  const { merchantId } = shopper.merchant;
  const { leaseId } = await offerFor(built.house, shopper, transactionId, 800);
  const evidence = {
    ipAddress: '127.0.0.1',
    userAgent: 'a test',
    typedName: 'Ada Lovelace',
    channel: 'api',
    confirmed: {},
  } as const;
  const { customerId } = shopper;
  await must(built.house, () => signLease(built.house, { merchantId, customerId, leaseId, evidence }));
  const ask = (method: 'GET' | 'POST', url: string, body?: object) => {
    const headers = { authorization: shopper.apiKey };
    return server.inject({ method, url, headers, ...(body === undefined ? {} : { payload: JSON.stringify(body) }) });
  };
  return { merchantId, ask };
}
