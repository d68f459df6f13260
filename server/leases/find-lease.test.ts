import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { testDatabase } from '#server/db/test-database.ts';

/** The signed copy is read by itself, where somebody asks for it. */
const readElsewhere = ['agreement_sealed'];

test('a lease is read with every column it has', async () => {
  const database = await testDatabase();
  const { rows } = await database.db.pool.query(
    `select column_name from information_schema.columns where table_schema = 'public' and table_name = 'lease'`,
  );
  await database.close();
  assert.ok(rows.length > 0);
  const said = readFileSync(new URL('./find-lease.ts', import.meta.url), 'utf8');
  const columns = rows.map((row): string => row.column_name).filter((name) => !readElsewhere.includes(name));
  const missing = columns.filter((name) => !new RegExp(`\\bl\\.${name}\\b`).test(said));
  assert.deepEqual(missing, [], 'add them to the columns in find-lease.ts');
});
