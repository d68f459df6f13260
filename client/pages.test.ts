import assert from 'node:assert/strict';
import { test } from 'node:test';
import { pages } from './pages.ts';

type Page = { ids: number[]; meta: { page: number; totalPages: number } };

function listOf(fetchPage: (page: number) => Page) {
  const asked: number[] = [];
  const list = pages(
    async (page) => {
      asked.push(page);
      return fetchPage(page);
    },
    ({ ids }) => ids,
    String,
  );
  return { list, asked };
}

async function all<Item>(list: AsyncIterable<Item>): Promise<Item[]> {
  const found: Item[] = [];
  for await (const one of list) found.push(one);
  return found;
}

test('a list is read to its end, a page at a time and no further than somebody looks', async () => {
  const three = (page: number): Page => ({ ids: [page * 10, page * 10 + 1], meta: { page, totalPages: 3 } });
  const { list, asked } = listOf(three);
  for await (const id of list) if (id === 20) break;
  assert.deepEqual(asked, [1, 2]);
  assert.deepEqual(await all(list), [10, 11, 20, 21, 30, 31]);
  assert.deepEqual((await list.page(3)).ids, [30, 31]);
});

test('what moved to the next page while we read is told once', async () => {
  const moving = (page: number): Page => ({ ids: page === 1 ? [9, 8] : [8, 7], meta: { page, totalPages: 2 } });
  assert.deepEqual(await all(listOf(moving).list), [9, 8, 7]);
});

test('an empty list is one question', async () => {
  const { list, asked } = listOf((page) => ({ ids: [], meta: { page, totalPages: 0 } }));
  assert.deepEqual(await all(list), []);
  assert.deepEqual(asked, [1]);
});

test('a list that is too long for pages says so instead of stopping early', async () => {
  const { list } = listOf((page) => ({ ids: [page], meta: { page, totalPages: 1_001 } }));
  await assert.rejects(all(list), /more than 1000 pages/);
});
