import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, before, test } from 'node:test';
import { type TestHouse, testHouse } from '#server/test-house.ts';
import { approvedShopper } from '#server/test-shopper.ts';
import { keysNeeded } from './keys-needed.ts';

let built: TestHouse;
before(async () => {
  built = await testHouse();
  await keysNeeded(built.house.db, built.house.secrets);
  await approvedShopper(built.house);
});
after(() => built.close());

const newKey = (id: string) => ({ id, key: randomBytes(32) });

test('a house opens with the keys that its rows were written under, and with newer ones before them', async () => {
  const { db, secrets } = built.house;
  await keysNeeded(db, secrets);
  await keysNeeded(db, {
    ...secrets,
    keks: [newKey('newer'), ...secrets.keks],
    indexKeys: [newKey('newer'), ...secrets.indexKeys],
  });
});

for (const [kind, of, variable] of [
  ['keks', 'customer_identity.ssn_sealed', 'FLEXPAY_KEK'],
  ['indexKeys', 'customer_identity.ssn_index', 'FLEXPAY_INDEX_KEY'],
] as const) {
  test(`without a key of its ${kind} that rows still need no house opens, and it says which and where`, async () => {
    const lost = { ...built.house.secrets, [kind]: [newKey('another')] };
    await assert.rejects(keysNeeded(built.house.db, lost), {
      name: 'CannotStart',
      message: new RegExp(`^Rows in ${of} still need the key test, and ${variable} .* names only another`),
    });
    // What was refused is not remembered either.
    await keysNeeded(built.house.db, built.house.secrets);
  });

  test(`another key under the name of one of its ${kind} is noticed before it writes`, async () => {
    const false_ = { ...built.house.secrets, [kind]: [newKey('test')] };
    await assert.rejects(keysNeeded(built.house.db, false_), {
      name: 'CannotStart',
      message: /^The key test of .* is another than the one/,
    });
  });
}
