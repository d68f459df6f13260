import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type StartedHouse, startHouse } from '../start-house.ts';
import { lampOrder, openStreet } from './street.ts';

let house: StartedHouse;

before(async () => {
  house = await startHouse();
});
after(() => house?.stop());

test('a call that names a later moment finds everything done that fell due until then', async () => {
  const street = openStreet(house);
  const shopper = await street.shopper('Vera');
  const { leaseId } = await shopper.lease('HEADER-1', lampOrder);
  await shopper.sign(leaseId);
  const now = Date.parse((await call({})).json.data.createdAt);
  const inFourDays = new Date(now + 4 * 86_400_000).toISOString();
  // Three days without a finalize void the lease; many calls at once move the clock once.
  const answers = await Promise.all([1, 2, 3].map(() => call({ 'x-sandbox-clock': inFourDays })));
  for (const { status, json } of answers) assert.deepEqual([status, json.data.lease.status], [200, 'pending']);
  const { now: moved } = await street.store.get<{ now: string }>('/sandbox/clock');
  assert.ok(Date.parse(moved) - Date.parse(inFourDays) < 3_600_000, moved);
  // Past by now: nothing moves, the call is answered.
  assert.equal((await call({ 'x-sandbox-clock': '2020-01-01T00:00:00Z' })).status, 200);
  await street.auditIsGreen();
});

test('a moment that is none is named, and who is not known moves nothing', async () => {
  const malformed = await call({ 'x-sandbox-clock': 'tomorrow' });
  assert.equal(malformed.status, 400);
  assert.equal(malformed.json.error.data.fields[0].path, 'X-Sandbox-Clock');
  const before = await (await fetch(`${house.baseUrl}/sandbox/clock`)).json();
  const stranger = await call({ authorization: 'sk_nobody', 'x-sandbox-clock': '2030-01-01T00:00:00Z' });
  assert.equal(stranger.status, 401);
  const after = await (await fetch(`${house.baseUrl}/sandbox/clock`)).json();
  assert.equal(after.data.now.slice(0, 4), before.data.now.slice(0, 4));
});

async function call(headers: Record<string, string>) {
  const response = await fetch(`${house.baseUrl}/v3/transactions/HEADER-1`, {
    headers: { authorization: house.apiKey, ...headers },
  });
  return { status: response.status, json: await response.json() };
}
