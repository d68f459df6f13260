import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { routes as customerRoutes } from '#server/customers/routes.ts';
import { buildServer } from '#server/http/server.ts';
import { runTimetable } from '#server/jobs/timetable.ts';
import { routes as leaseRoutes } from '#server/leases/routes.ts';
import { dayMs, type TestHouse, testHouse } from '#server/test-house.ts';
import { approvedShopper } from '#server/test-shopper.ts';
import { routes } from '#server/transactions/routes.ts';

let built: TestHouse;
let server: ReturnType<typeof buildServer>;
before(async () => {
  built = await testHouse();
  server = buildServer(built.house, [...customerRoutes, ...leaseRoutes, ...routes]);
});
after(async () => {
  await server.close();
  await built.close();
});

test('an event names the request that made it so, a repetition makes none, and what a job finds out names nobody', async () => {
  const { customerId, apiKey: authorization } = await approvedShopper(built.house);
  const { token } = (
    await server.inject({ url: `/v3/users/${customerId}/authorize`, headers: { authorization } })
  ).json().data;
  const ask = async (url: string, payload: object, requestId: string) => {
    const headers = { authorization, 'customer-token': token, 'x-request-id': requestId, 'idempotency-key': url };
    const answer = await server.inject({ method: 'POST', url, headers, payload });
    assert.equal(answer.statusCode, 200, answer.body);
    assert.equal(answer.headers['x-request-id'], requestId);
    return answer.json().data;
  };
  const items = [{ sku: 'LAMP', description: 'Lamp', brand: 'Halden', cost: 120, quantity: 1 }];
  const order = { transactionId: 'TOLD-1', items };
  const { leaseId } = await ask('/v3/leases', order, 'shop-1:create');
  await ask('/v3/leases', order, 'shop-2:create-again');
  await ask(`/v3/leases/${leaseId}/sign`, { signed: true, ipAddress: '203.0.113.7' }, 'shop-3:sign');
  await ask('/v3/transactions/TOLD-1/finalize', {}, 'shop-4:finalize');
  await ask('/v3/transactions/TOLD-1/confirm-receipt', {}, 'shop-5:receipt');
  for (let day = 0; day < 5; day += 1) {
    built.advance(dayMs);
    await runTimetable({ ...built.house, requestId: 'shop-6:clock' });
  }
  const { rows } = await built.house.db.pool.query(
    'select type, request_id from outbox where lease_id = $1 order by recorded_at, event_id',
    [leaseId],
  );
  const of = (type: string) => rows.filter((row) => row.type === type).map((row) => row.request_id);
  assert.deepEqual(of('lease.offered'), ['shop-1:create']);
  assert.deepEqual(of('lease.signed'), ['shop-3:sign']);
  assert.deepEqual(of('lease.finalized'), ['shop-4:finalize']);
  assert.deepEqual(of('lease.delivered'), ['shop-5:receipt']);
  assert.deepEqual(of('payment.settled'), [null]);
  assert.ok(!JSON.stringify(rows).includes('shop-2'), 'the repetition did nothing');
});
