import { mkdir, readFile, rename, writeFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import type { StoreCart, StoreOrder } from './store-order.ts';

/** What the shop remembers. Carts are kept until they become orders or are too many. */
export type Book = { lastNumber: number; carts: StoreCart[]; orders: StoreOrder[] };

export type OrderBook = ReturnType<typeof orderBook>;

/**
 * The shop's carts and orders in one JSON file. Changes are made one after the other, and the file is replaced as a whole,
 * so a crash leaves the book as it was before or after a change, never between.
 */
export function orderBook(file: string) {
  let turn: Promise<unknown> = Promise.resolve();
  let remembered: Book | undefined;

  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const done = turn.then(work, work);
    turn = done.catch(() => undefined);
    return done;
  };
  const open = async (): Promise<Book> => {
    remembered ??= await read(file);
    return remembered;
  };

  return {
    /** The book as it is. */
    read: (): Promise<Book> => inTurn(open),
    /** Replaces the book by what `change` makes of it, and answers with the new one once it is on disk. */
    change: (change: (book: Book) => Book | Promise<Book>): Promise<Book> =>
      inTurn(async () => {
        const next = await change(await open());
        const carts = next.carts.slice(-cartsMax);
        await write(file, { ...next, carts });
        remembered = { ...next, carts };
        return remembered;
      }),
  };
}

const cartsMax = 500;

async function read(file: string): Promise<Book> {
  const text = await readFile(file, 'utf8').catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return null;
    throw error;
  });
  return text === null ? { lastNumber: 10_000, carts: [], orders: [] } : (JSON.parse(text) as Book);
}

async function write(file: string, book: Book): Promise<void> {
  await mkdir(dirname(file), { recursive: true });
  const aside = `${file}.new`;
  await writeFile(aside, JSON.stringify(book, null, 1), { mode: 0o600, flush: true });
  await rename(aside, file);
}
