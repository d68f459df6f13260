import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type TestHouse, testHouse } from '#server/test-house.ts';
import { approvedShopper } from '#server/test-shopper.ts';
import { sameKeys } from './same-keys.ts';

let built: TestHouse;
before(async () => {
  built = await testHouse();
  await approvedShopper(built.house);
});
after(() => built.close());

test('a house opens with the key its numbers were sealed with', async () => {
  await sameKeys(built.house.db, built.house.secrets);
});

test('a house whose key file was lost does not open on data that another key sealed', async () => {
  const lost = { ...built.house.secrets, kek: { id: 'another', key: built.house.secrets.kek.key } };
  await assert.rejects(
    sameKeys(built.house.db, lost),
    /sealed with key test, and ours is another\. Bring back the key file/,
  );
});
