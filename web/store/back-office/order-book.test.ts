import assert from 'node:assert/strict';
import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { orderBook } from './order-book.ts';

test('changes made at the same moment are all kept, and are still there after a restart', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'marlow-'));
  try {
    const file = join(folder, 'shop', 'orders.json');
    const book = orderBook(file);
    const next = () => book.change((before) => ({ ...before, lastNumber: before.lastNumber + 1 }));
    await Promise.all(Array.from({ length: 20 }, next));
    assert.equal((await orderBook(file).read()).lastNumber, 10_020);
    assert.deepEqual(await readdir(join(folder, 'shop')), ['orders.json']);
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('a change that fails leaves the book as it was and does not stop the next one', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'marlow-'));
  try {
    const book = orderBook(join(folder, 'orders.json'));
    await assert.rejects(book.change(() => Promise.reject(new Error('no number'))));
    await book.change((before) => ({ ...before, lastNumber: 10_001 }));
    assert.equal((await book.read()).lastNumber, 10_001);
  } finally {
    await rm(folder, { recursive: true });
  }
});
