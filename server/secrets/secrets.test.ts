import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { test } from 'node:test';
import type { House } from '#server/house.ts';
import { blindIndex } from './blind-index.ts';
import { open, seal } from './envelope.ts';

const house = {
  chance: { bytes: (count: number) => randomBytes(count) },
  secrets: { kek: { id: 'k1', key: randomBytes(32) }, indexKey: randomBytes(32) },
} as unknown as House;

const place = { table: 'bank_account', column: 'account_sealed', rowId: 'a1', tenant: 'c1' };

test('what is sealed opens in its own place and shows nothing of itself', () => {
  const envelope = seal(house, place, '4400001234');
  assert.equal(open(house, place, envelope), '4400001234');
  assert.ok(!JSON.stringify(envelope).includes(Buffer.from('4400001234').toString('base64')));
  assert.notDeepEqual(seal(house, place, '4400001234'), envelope);
});

for (const change of [{ table: 'x' }, { column: 'x' }, { rowId: 'a2' }, { tenant: 'c2' }]) {
  test(`moved to another ${Object.keys(change)[0]} it does not open`, () => {
    const envelope = seal(house, place, '4400001234');
    assert.throws(() => open(house, { ...place, ...change }, envelope));
  });
}

for (const part of ['wrapped_dek', 'nonce', 'ct', 'tag'] as const) {
  test(`with another ${part} it does not open`, () => {
    const envelope = seal(house, place, '4400001234');
    const bytes = Buffer.from(envelope[part], 'base64');
    bytes[0] = (bytes[0] ?? 0) ^ 1;
    assert.throws(() => open(house, place, { ...envelope, [part]: bytes.toString('base64') }));
  });
}

test('an index finds the same value again, in its own domain alone, and needs the key', () => {
  assert.equal(blindIndex(house, 'ssn', '123456780'), blindIndex(house, 'ssn', '123456780'));
  assert.notEqual(blindIndex(house, 'ssn', '123456780'), blindIndex(house, 'bank', '123456780'));
  const other = { ...house, secrets: { ...house.secrets, indexKey: randomBytes(32) } };
  assert.notEqual(blindIndex(house, 'ssn', '123456780'), blindIndex(other, 'ssn', '123456780'));
  assert.match(blindIndex(house, 'ssn', '123456780'), /^[0-9a-f]{32}$/);
});
