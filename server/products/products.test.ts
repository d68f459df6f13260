import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { openOperator, type TestOperator } from '#server/merchants/test-operator.ts';

let at: TestOperator;
before(async () => {
  at = await openOperator();
});
after(() => at.close());

const send = (key: string, body: object | string, type = 'application/json') =>
  at.call(key, 'POST', '/v3/products/import', { body, headers: { 'content-type': type } });
const list = async (key: string, query = '') => (await at.call(key, 'GET', `/v3/products?${query}`)).data;
const product = (sku: string, name = `Lamp ${sku}`) => ({ sku, name, url: `https://shop.example/${sku}` });

test('products come as JSON or as CSV, in every way a client may send them', async () => {
  const csv = 'sku,name,url\r\nA,"Lamp, ""brass""",https://shop.example/a\r\nB,Lamp B,https://shop.example/B\r\n';
  const wanted = [{ sku: 'A', name: 'Lamp, "brass"', url: 'https://shop.example/a' }, product('B')];
  const table: [string, object | string, string][] = [
    ['an object', { products: wanted }, 'application/json'],
    ['just the list', wanted, 'application/json'],
    ['JSON as text', JSON.stringify(wanted), 'text/plain'],
    ['CSV in JSON', { csv }, 'application/json'],
    ['CSV as it is', csv, 'text/csv'],
    ['CSV as curl sends it', csv, 'application/x-www-form-urlencoded'],
    ['CSV that says it is JSON', csv, 'application/json'],
    ['a byte order mark', `\uFEFF${csv}`, 'text/csv; charset=utf-8'],
    ['semicolons', csv.replaceAll(/,(?! )/g, ';'), 'text/csv'],
    ['tabs', csv.replaceAll(/,(?! )/g, '\t'), 'text/tab-separated-values'],
    [
      'other columns, another order, capitals, empty lines and spaces',
      `URL , Stock,SKU,Name\n\nhttps://shop.example/a,3,A,"Lamp, ""brass"""\n\n https://shop.example/B ,, B , Lamp B \n`,
      'text/csv',
    ],
  ];
  for (const [what, body, type] of table) {
    const { apiKey } = await at.store();
    const answer = await send(apiKey, body, type);
    assert.deepEqual(answer.data, { imported: 2, added: 2, changed: 0, unchanged: 0 }, `${what}: ${answer.text}`);
    assert.deepEqual((await list(apiKey)).products, wanted, what);
  }
});

test('a second import changes what it names by sku and leaves the rest', async () => {
  const { apiKey } = await at.store();
  await send(apiKey, [product('A'), product('B'), product('C')]);
  const again = await send(apiKey, [product('B', 'New name'), product('C'), product('D')]);
  assert.deepEqual(again.data, { imported: 3, added: 1, changed: 1, unchanged: 1 });
  const names = (await list(apiKey)).products.map(({ name }: { name: string }) => name);
  assert.deepEqual(names, ['Lamp A', 'New name', 'Lamp C', 'Lamp D']);
});

test('one wrong row and nothing is imported; every wrong row is named by its line and field', async () => {
  const { apiKey } = await at.store();
  const csv = [
    'sku,name,url',
    'A,Lamp,https://shop.example/a',
    ',No sku,https://shop.example/b',
    'C,,javascript:alert(1)',
    'D',
    'A,Twice,https://shop.example/a2',
    `${'E'.repeat(101)},Long,/relative`,
  ].join('\n');
  const refused = await send(apiKey, csv, 'text/csv');
  assert.deepEqual([refused.status, refused.error.code], [400, 'ValidationError']);
  assert.deepEqual(
    refused.error.data.fields.map(({ path }: { path: string }) => path),
    [
      'line 3: sku',
      'line 4: name',
      'line 4: url',
      'line 5: name',
      'line 5: url',
      'line 6: sku',
      'line 7: sku',
      'line 7: url',
    ],
  );
  assert.match(refused.error.message, /^'line 3: sku' must be .* 8 faults in all; nothing was imported\.$/);
  assert.match(refused.error.data.fields[5].message, /of line 2 already/);
  const asJson = await send(apiKey, { products: [product('A'), product('A'), product('B')] });
  assert.deepEqual(
    asJson.error.data.fields.map(({ path }: { path: string }) => path),
    ['products[1].sku'],
  );
  assert.equal((await list(apiKey)).meta.count, 0);
});

test('forty wrong rows are forty faults', async () => {
  const { apiKey } = await at.store();
  const products = Array.from({ length: 40 }, (_, index) => ({ ...product(`P${index}`), url: 'nowhere' }));
  assert.equal((await send(apiKey, { products })).error.data.fields.length, 40);
  const csv = `sku,name,url\n${products.map(({ sku, name, url }) => `${sku},${name},${url}`).join('\n')}`;
  assert.equal((await send(apiKey, csv)).error.data.fields.length, 40);
});

test('what is no catalogue is refused with a sentence', async () => {
  const { apiKey } = await at.store();
  const table: [object | string, RegExp][] = [
    [{}, /or csv is required/],
    ['', /or csv is required/],
    [{ products: [product('A')], csv: 'sku,name,url' }, /and not both/],
    [[], /or csv is required/],
    ['sku,name\nA,Lamp', /'line 1: url' is a column that the first line must name/],
    ['sku,name,url\n', /has no product in it/],
    ['sku,name,url\nA,"Lamp,https://shop.example/a', /'line 2' is not CSV/],
    ['{"products": [', /is not JSON/],
    ['sku,name,url\nA,Lamp\0,https://shop.example/a', /can not be stored/],
    [`sku,name,url\n${'A,B,https://a.example\n'.repeat(5_001)}`, /has 5001 products/],
    [{ products: Array.from({ length: 5_001 }, () => product('A')) }, /must have at most 5000 entries/],
  ];
  for (const [body, says] of table) {
    const refused = await send(apiKey, body, 'text/csv');
    assert.deepEqual([refused.status, refused.error?.code], [400, 'ValidationError'], refused.text);
    assert.match(refused.error.message, says);
  }
});

test('a full import goes in at once, is listed in pages, and two at a time do not lock each other out', async () => {
  const { apiKey } = await at.store();
  const many = Array.from({ length: 5_000 }, (_, index) => product(`P${String(index).padStart(4, '0')}`, 'L'));
  const both = await Promise.all([send(apiKey, many), send(apiKey, [...many].reverse())]);
  assert.deepEqual(
    both.map(({ status }) => status),
    [200, 200],
  );
  const page = await list(apiKey, 'page=3&limit=2');
  assert.deepEqual(page.products, [many[4], many[5]]);
  assert.deepEqual(page.meta, { count: 5_000, totalPages: 2_500, page: 3, limit: 2 });
  assert.deepEqual((await list(apiKey)).meta, { count: 5_000, totalPages: 250, page: 1, limit: 20 });
});

test('a store sees its own products only', async () => {
  const [mine, theirs] = [await at.store(), await at.store('Beds')];
  await send(mine.apiKey, [product('A')]);
  await send(theirs.apiKey, [product('A', 'Bed')]);
  assert.deepEqual((await list(mine.apiKey)).products, [product('A')]);
  assert.deepEqual((await list(theirs.apiKey)).products, [product('A', 'Bed')]);
});
