import assert from 'node:assert/strict';
import { test } from 'node:test';
import pino from 'pino';
import { testDatabase } from '#server/db/test-database.ts';
import { loggable } from './loggable.ts';

test('a log tells which error of the database it was, and nothing of the row that it met', async () => {
  const lines: string[] = [];
  const log = pino({ serializers: { err: loggable } }, { write: (line: string) => void lines.push(line) });
  const database = await testDatabase();
  try {
    const { pool } = database.db;
    await pool.query('create temporary table person (email text primary key)').catch(() => undefined);
    const twice = `with a as (select 'ada@example.com'::text as email) insert into pg_temp.person select email from a, generate_series(1, 2)`;
    const error = await pool.query(twice).catch((caught: unknown) => caught);
    assert.match(JSON.stringify(error), /ada@example\.com/, 'the database does name the row');
    log.error({ err: error, job: 'a job' }, 'job failed');
  } finally {
    await database.close();
  }
  assert.match(lines[0]!, /"code":"23505"/);
  assert.match(lines[0]!, /duplicate key value/);
  assert.doesNotMatch(lines[0]!, /ada@example/);
  assert.deepEqual(loggable('a text with 666-01-1500'), { message: 'string' });
});
