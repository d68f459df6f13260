import assert from 'node:assert/strict';
import { test } from 'node:test';
import { askDatabase } from '../../tests/ask-database.ts';
import { migrate } from './migrate.ts';
import { testDatabase } from './test-database.ts';

test('a schema that arrives after one with a higher number is made all the same, once', async () => {
  const database = await testDatabase();
  try {
    await askDatabase(
      database.url,
      `drop function forget_access_logs; drop index security_event_recorded_at_idx; drop index customer_login_started_at_idx;
       delete from schema_migration where name = '0019-logs-that-end'`,
    );
    assert.deepEqual(await migrate(database.url), { applied: ['0019-logs-that-end'] });
    assert.deepEqual(await migrate(database.url), { applied: [] });
  } finally {
    await database.close();
  }
});
