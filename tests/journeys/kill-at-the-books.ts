import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import type { StartedHouse } from '../start-house.ts';

/**
 * Kills the house after the bank took a payment and before it is in the books: while somebody reads them as they stand, what
 * `pays` asks for stops where it would be written into them.
 */
export async function killAtTheBooks(house: StartedHouse, pays: () => Promise<unknown>): Promise<void> {
  const books = new pg.Client({ connectionString: house.databaseUrl });
  await books.connect();
  try {
    await books.query('begin; lock table posting in share mode');
    await pays();
    while (!(await isWaiting(books))) await sleep(20);
    await house.kill();
    await books.query(`select pg_terminate_backend(pid) from pg_stat_activity
      where datname = current_database() and pid <> pg_backend_pid()`);
    await books.query('rollback');
  } finally {
    await books.end();
  }
}

/** Whether a statement waits for what another one holds. */
async function isWaiting(books: pg.Client): Promise<boolean> {
  const waiting = "select 1 from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'";
  return (await books.query(waiting)).rowCount !== 0;
}
