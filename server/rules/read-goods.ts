import { readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { type NotLeased, readNotLeased } from '#core/states/goods.ts';

const shippedGoods = fileURLToPath(new URL('../../rules/goods/default.json', import.meta.url));

/**
 * What is not leased: what no law of leases knows as goods, and beside it what the operator's own list names.
 * @throws Error when the operator's list cannot be read whole: the message names the row and what is wrong with it.
 */
export function readGoods(own: string | null): NotLeased[] {
  return [shippedGoods, ...(own === null ? [] : [own])].flatMap((file) => readNotLeased(parsed(file)));
}

function parsed(file: string): unknown {
  const said = readFileSync(file, 'utf8');
  try {
    return JSON.parse(said);
  } catch (error) {
    throw new Error(`it is not JSON: ${(error as Error).message}`);
  }
}
