import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { databaseShelf } from '#server/db/shelf.ts';
import { type TestDatabase, testDatabase } from '#server/db/test-database.ts';

let database: TestDatabase;
before(async () => {
  database = await testDatabase();
});
after(() => database.close());

test('of many who lay something on the same place at once, all are told of the first', async () => {
  const shelf = databaseShelf(database.db, 'test');
  assert.equal(await shelf.get('place'), undefined);
  const told = await Promise.all(Array.from({ length: 8 }, (_, by) => shelf.keep('place', { by })));
  assert.equal(new Set(told.map((value) => JSON.stringify(value))).size, 1);
  assert.deepEqual(await shelf.get('place'), told[0]);
  assert.deepEqual(await shelf.keep('place', { by: 'late' }), told[0]);
  assert.equal(await databaseShelf(database.db, 'other').get('place'), undefined);
});
