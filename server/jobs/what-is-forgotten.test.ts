import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openIdentity } from '#server/customers/identity.ts';
import { setHold } from '#server/retention/holds.ts';
import { dayMs, must, type TestHouse, testHouse } from '#server/test-house.ts';
import { approvedShopper, type Shopper } from '#server/test-shopper.ts';
import { runTimetable } from './timetable.ts';

let built: TestHouse;
let shopper: Shopper;
before(async () => {
  built = await testHouse();
  shopper = await approvedShopper(built.house);
  const { house } = built;
  const hold = { userId: shopper.customerId, by: 'Jane Doe', reason: 'There is a number to open for two years' };
  await must(house, () => setHold(house, hold));
});
after(() => built.close());

const count = async (sql: string): Promise<number> =>
  (await built.house.db.pool.query(`select count(*)::int as n from ${sql}`)).rows[0].n;

test('openings, security events and logins are kept two years and then forgotten, whatever is asked', async () => {
  const { house } = built;
  await house.db.pool.query(
    `insert into customer_login (customer_id, login_id, device, started_at) values ($1, 'l-1', 'a browser', $2)`,
    [shopper.customerId, new Date(house.clock.now()).toISOString()],
  );
  await house.db.pool.query(
    `insert into security_event (event_id, merchant_id, kind, detail, recorded_at) values ('e-1', $1, 'key_created', '{}', $2)`,
    [shopper.merchant.merchantId, new Date(house.clock.now()).toISOString()],
  );
  const openings = await count('opening');
  assert.ok(openings > 0);

  built.advance(729 * dayMs);
  await runTimetable(house);
  assert.equal((await count('opening')) >= openings, true);
  assert.equal(await count(`security_event where event_id = 'e-1'`), 1);
  assert.equal(await count('customer_login'), 1);
  await assert.rejects(house.db.pool.query('delete from security_event'), /permission denied/);
  await house.db.pool.query(`select forget_access_logs('2100-01-01', 1000)`);
  assert.equal(await count(`security_event where event_id = 'e-1'`), 1);

  built.advance(40 * dayMs);
  await openIdentity(house, shopper.customerId, 'decision');
  await house.db.pool.query(
    `insert into security_event (event_id, merchant_id, kind, detail, recorded_at) values ('e-2', $1, 'key_created', '{}', $2)`,
    [shopper.merchant.merchantId, new Date(house.clock.now()).toISOString()],
  );
  await runTimetable(house);
  assert.equal(await count(`opening where opened_at < '2026-12-01'`), 0);
  assert.equal(await count(`security_event where event_id = 'e-1'`), 0);
  assert.equal(await count(`security_event where event_id = 'e-2'`), 1);
  assert.equal(await count('customer_login'), 0);
  await runTimetable(house);
  assert.equal(await count(`security_event where event_id = 'e-2'`), 1);
});

test('what somebody was asked about themselves is erased after ninety days; that it was, and how it ended, stays', async () => {
  const { house } = built;
  const { rows } = await house.db.pool.query('select application_id from application limit 1');
  await house.db.pool.query(
    `insert into knowledge_session (customer_id, session_id, application_id, merchant_id, ssn_index, question_ids,
       questions_sealed, right_hashes, seconds_allowed, created_at, result)
     values ($1, 's-1', $2, $3, 'test.0', '["q1"]', '{"v": 1, "kek_id": "test"}', '{"1": "hash"}', 300, $4, 'passed')`,
    [
      shopper.customerId,
      rows[0].application_id,
      shopper.merchant.merchantId,
      new Date(house.clock.now()).toISOString(),
    ],
  );
  built.advance(89 * dayMs);
  await runTimetable(house);
  assert.equal(await count('knowledge_session where questions_sealed is not null'), 1);
  built.advance(3 * dayMs);
  await house.db.pool.query(
    `insert into retention_hold (customer_id, hold_id, by_name, reason, set_at) values ($1, 'h-1', 'Jane Doe', 'A dispute', now())`,
    [shopper.customerId],
  );
  await runTimetable(house);
  assert.equal(await count('knowledge_session where questions_sealed is not null'), 1, 'a hold keeps them');
  await house.db.pool.query(
    `update retention_hold set lifted_by = 'Jane Doe', lifted_because = 'Settled', lifted_at = now()`,
  );
  await runTimetable(house);
  const { rows: left } = await house.db.pool.query(
    'select questions_sealed, right_hashes, question_ids, result from knowledge_session',
  );
  assert.deepEqual(left, [{ questions_sealed: null, right_hashes: {}, question_ids: [], result: 'passed' }]);
});
