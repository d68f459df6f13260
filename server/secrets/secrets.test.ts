import assert from 'node:assert/strict';
import { randomBytes } from 'node:crypto';
import { after, before, test } from 'node:test';
import type { House, KeyRing } from '#server/house.ts';
import { type TestHouse, testHouse } from '#server/test-house.ts';
import { approvedShopper, offerFor } from '#server/test-shopper.ts';
import { blindIndex, blindIndexes } from './blind-index.ts';
import { open, openAll, rewrap, seal } from './envelope.ts';
import { indexedColumns } from './indexed-columns.ts';
import { sealedColumns } from './sealed-columns.ts';

let built: TestHouse;
let house: House;
before(async () => {
  built = await testHouse();
  ({ house } = built);
});
after(() => built.close());

const place = { table: 'bank_account', column: 'account_sealed', rowId: 'a1', tenant: 'c1' };
const newKey = (id: string) => ({ id, key: randomBytes(32) });
const withKeys = (change: { keks?: KeyRing; indexKeys?: KeyRing }): House => ({
  ...house,
  secrets: { ...house.secrets, ...change },
});

test('what is sealed opens in its own place and shows nothing of itself', async () => {
  const envelope = seal(house, place, '4400001234');
  assert.equal(await open(house, 'first-payment', place, envelope), '4400001234');
  assert.ok(!JSON.stringify(envelope).includes(Buffer.from('4400001234').toString('base64')));
  assert.notDeepEqual(seal(house, place, '4400001234'), envelope);
});

for (const change of [{ table: 'x' }, { column: 'x' }, { rowId: 'a2' }, { tenant: 'c2' }]) {
  test(`moved to another ${Object.keys(change)[0]} it does not open, nor is it wrapped anew`, async () => {
    const envelope = seal(house, place, '4400001234');
    await assert.rejects(open(house, 'first-payment', { ...place, ...change }, envelope));
    assert.equal(rewrap(house, { ...place, ...change }, envelope), null);
  });
}

for (const part of ['wrapped_dek', 'nonce', 'ct', 'tag'] as const) {
  test(`with another ${part} it does not open`, async () => {
    const envelope = seal(house, place, '4400001234');
    const bytes = Buffer.from(envelope[part], 'base64');
    bytes[0] = (bytes[0] ?? 0) ^ 1;
    await assert.rejects(open(house, 'first-payment', place, { ...envelope, [part]: bytes.toString('base64') }));
  });
}

test('under a newer key an older envelope opens, and wrapped anew only its data key is another', async () => {
  const envelope = seal(house, place, '4400001234');
  const both = withKeys({ keks: [newKey('2027'), ...house.secrets.keks] });
  assert.equal(await open(both, 'first-payment', place, envelope), '4400001234');
  const anew = rewrap(both, place, envelope)!;
  const { kek_id, wrapped_dek, ...content } = anew;
  const { kek_id: olderId, wrapped_dek: olderKey, ...sameContent } = envelope;
  assert.deepEqual([kek_id, olderId], ['2027', 'test']);
  assert.notEqual(wrapped_dek, olderKey);
  assert.deepEqual(content, sameContent);
  const newest = withKeys({ keks: [both.secrets.keks[0]] });
  assert.equal(await open(newest, 'first-payment', place, anew), '4400001234');
  await assert.rejects(open(newest, 'first-payment', place, envelope), /No key test/);
});

test('an index finds the same value again, in its own domain alone, and needs the key', () => {
  assert.equal(blindIndex(house, 'ssn', '123456780'), blindIndex(house, 'ssn', '123456780'));
  assert.notEqual(blindIndex(house, 'ssn', '123456780'), blindIndex(house, 'bank', '123456780'));
  const other = withKeys({ indexKeys: [newKey('test')] });
  assert.notEqual(blindIndex(house, 'ssn', '123456780'), blindIndex(other, 'ssn', '123456780'));
  assert.match(blindIndex(house, 'ssn', '123456780'), /^test\.[0-9a-f]{32}$/);
});

test('while two index keys are in use, what is written has the newer name and what is looked for has both', () => {
  const both = withKeys({ indexKeys: [newKey('2027'), ...house.secrets.indexKeys] });
  const [newer, older] = blindIndexes(both, 'ssn', '123456780');
  assert.equal(blindIndex(both, 'ssn', '123456780'), newer);
  assert.equal(blindIndex(house, 'ssn', '123456780'), older);
});

test('an envelope leaves its trace before it is opened, also one that does not open, and none that says what is in it', async () => {
  const mine = { ...place, tenant: 'c-traced' };
  const envelope = seal(house, mine, '4400005678');
  await assert.rejects(open({ ...house, requestId: 'r-1' }, 'first-payment', { ...mine, rowId: 'a9' }, envelope));
  assert.deepEqual(await openAll(house, 'index-rotation', [{ place: mine, envelope }]), ['4400005678']);
  const { rows } = await house.db.pool.query(
    `select purpose, table_name, column_name, row_id, request_id from opening where owner = 'c-traced' order by row_id desc`,
  );
  assert.deepEqual(rows, [
    {
      purpose: 'first-payment',
      table_name: 'bank_account',
      column_name: 'account_sealed',
      row_id: 'a9',
      request_id: 'r-1',
    },
    {
      purpose: 'index-rotation',
      table_name: 'bank_account',
      column_name: 'account_sealed',
      row_id: 'a1',
      request_id: null,
    },
  ]);
  const all = await house.db.pool.query('select opening::text as line from opening');
  assert.ok(all.rows.every(({ line }) => !line.includes('4400005678')));
});

test('where no trace can be left nothing is opened', async () => {
  const mine = { ...place, tenant: 'c-untraced' };
  const envelope = seal(house, mine, '4400005678');
  await assert.rejects(open({ ...house, requestId: '\0' }, 'first-payment', mine, envelope), /0x00/);
});

test('the house itself can neither change nor remove a trace', async () => {
  for (const sql of [`update opening set purpose = 'decision'`, 'delete from opening', 'truncate opening']) {
    await assert.rejects(house.db.pool.query(sql), /permission denied/);
  }
});

test('a lease is offered without opening anything', async () => {
  const shopper = await approvedShopper(house);
  const count = async () => (await house.db.pool.query('select count(*)::int as n from opening')).rows[0].n;
  const before = await count();
  assert.ok(before > 0);
  await offerFor(house, shopper, 'SOFA-1', 600);
  assert.equal(await count(), before);
});

test('every column that holds envelopes or blind indexes is in the list that a change of keys goes through', async () => {
  const columns = async (which: string) =>
    (
      await house.db.pool.query<{ name: string }>(
        `select table_name || '.' || column_name as name from information_schema.columns
         where table_schema = 'public' and ${which} order by 1`,
      )
    ).rows.map(({ name }) => name);
  // `lease.agreement_sealed` is the signed copy, bytes and no envelope.
  assert.deepEqual(
    await columns(`column_name like '%sealed%' and data_type = 'jsonb'`),
    Object.keys(sealedColumns).sort(),
  );
  assert.deepEqual(await columns(`column_name like '%_index'`), Object.keys(indexedColumns).sort());
});
