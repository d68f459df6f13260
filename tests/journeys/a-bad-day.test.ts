import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { askDatabase } from '../ask-database.ts';
import { type StartedHouse, startHouse } from '../start-house.ts';

let house: StartedHouse;
before(async () => {
  house = await startHouse();
});
after(() => house?.stop());

test('an answer that is lost after its effect is told by the repetition, and nothing happens twice', async () => {
  for (const [name, day] of [
    ['lost', { status: 503, after: 'commit' }],
    ['dropped', { drop: true, after: 'commit' }],
  ] as const) {
    const first = await create(name, day);
    assert.equal(first?.status, 'drop' in day ? undefined : 503);
    assert.equal(await customers(name), 1, 'it happened');
    const again = await create(name, {});
    assert.deepEqual([again?.status, again?.headers.get('idempotency-replayed')], [200, 'true']);
    assert.equal(await customers(name), 1, 'once');
  }
});

test('without its effect a call did nothing, whatever it is answered', async () => {
  for (const [name, status, code] of [
    ['many', 429, 'TooManyRequests'],
    ['broken', 500, 'InternalServerError'],
    ['busy', 503, 'ServiceUnavailable'],
  ] as const) {
    const answer = await create(name, { status });
    const { error } = await answer!.json();
    assert.deepEqual([answer?.status, error.statusCode, error.code], [status, status, code]);
    assert.equal(await customers(name), 0);
  }
  assert.equal(await create('unheard', { drop: true }), null);
  assert.equal(await customers('unheard'), 0);
  assert.equal((await create('unheard', { delayMs: 20 }))?.status, 200, 'only late');
});

test('a bad day that nobody understands is named, and a call that is refused by itself stays refused', async () => {
  for (const said of [
    'rain',
    '[]',
    'null',
    '{"status":404}',
    '{"status":503,"drop":true}',
    '{"after":"lunch"}',
    '{"delayMs":30001}',
    '{"wind":9}',
  ]) {
    const answer = await create('nobody', said);
    const { error } = await answer!.json();
    assert.deepEqual([answer?.status, error.data.fields[0].path], [400, 'X-FlexPay-Simulate'], said);
  }
  assert.equal(await customers('nobody'), 0);
  await create('twice', {});
  const taken = await create('twice', { status: 503, after: 'commit' }, 'another key');
  assert.equal(taken?.status, 409);
  const stranger = await fetch(`${house.baseUrl}/v3/users`, {
    headers: { authorization: 'sk_nobody', 'x-flexpay-simulate': '{"status":503}' },
  });
  assert.equal(stranger.status, 401);
});

/** A new customer under an Idempotency-Key; null when the connection ended without an answer. */
async function create(name: string, day: object | string, key = name): Promise<Response | null> {
  const said = typeof day === 'string' ? day : JSON.stringify(day);
  try {
    return await fetch(`${house.baseUrl}/v3/users`, {
      method: 'POST',
      headers: { authorization: house.apiKey, 'idempotency-key': `bad-day-${key}`, 'x-flexpay-simulate': said },
      body: JSON.stringify({ firstName: 'Ada', lastName: 'Byron', email: `${name}@bad-day.example` }),
    });
  } catch {
    return null;
  }
}

async function customers(name: string): Promise<number> {
  const rows = await askDatabase(house.databaseUrl, 'select 1 from customer where email = $1', [
    `${name}@bad-day.example`,
  ]);
  return rows.length;
}
