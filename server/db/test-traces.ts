import fs from 'node:fs';
import path from 'node:path';
import pg from 'pg';

/**
 * While a run of tests asks for it by FLEXPAY_TEST_TRACES, what its houses logged and what their databases held at the
 * end is kept in that folder, so that its last test can look for secrets in all of it.
 */
export function keepTrace(name: string, text: string): void {
  const folder = process.env.FLEXPAY_TEST_TRACES;
  if (folder !== undefined) fs.appendFileSync(path.join(folder, name), text);
}

/** Every row of a database as JSON, a line each behind its table's name. */
export async function keepRows(url: string): Promise<void> {
  if (process.env.FLEXPAY_TEST_TRACES === undefined) return;
  const client = new pg.Client({ connectionString: url });
  client.on('error', () => undefined); // a test may take its database away under us
  await client.connect();
  try {
    const { rows: tables } = await client.query("select tablename as name from pg_tables where schemaname = 'public'");
    for (const { name } of tables) {
      const { rows } = await client.query(`select row_to_json(t)::text as row from ${name} t`);
      keepTrace(`${new URL(url).pathname.slice(1)}.rows`, rows.map(({ row }) => `${name} ${row}\n`).join(''));
    }
  } finally {
    await client.end();
  }
}
