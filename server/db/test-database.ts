import { createHash, randomBytes } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import pg from 'pg';
import { connect, type Db } from '#server/db/connect.ts';
import { startTemporary } from '#server/db/embedded/start-temporary.ts';
import { migrate } from '#server/db/migrate.ts';
import { keepRows } from '#server/db/test-traces.ts';

export type TestDatabase = { url: string; db: Db; close(): Promise<void> };

/**
 * A fresh, migrated database of its own for a test file, on the server that DATABASE_URL names, else on an embedded
 * one of this process. Made from a template, which takes milliseconds. No server is a failure, never a skip.
 */
export async function testDatabase(): Promise<TestDatabase> {
  const server = await testServer();
  const name = `test_${randomBytes(6).toString('hex')}`;
  const admin = new pg.Client({ connectionString: server.url });
  await admin.connect();
  const template = await migratedTemplate(admin, server.url);
  await admin.query(`create database ${name} template ${template}`);
  const url = onDatabase(server.url, name);
  const db = connect(url, { connections: 8 });
  return {
    url,
    db,
    async close() {
      await db.close();
      await keepRows(url).catch(() => undefined); // the test may have taken its server away
      await drop(admin, name);
      await admin.end();
      await server.stop();
    },
  };
}

/** The server's own vacuum may be at work there, which nobody but itself may end: a plain drop asks it to, and waits. */
async function drop(admin: pg.Client, name: string): Promise<void> {
  try {
    await admin.query(`drop database ${name} with (force)`);
  } catch (error) {
    if (!(error instanceof pg.DatabaseError) || error.code !== '42501') throw error;
    await admin.query(`drop database ${name}`);
  }
}

async function testServer(): Promise<{ url: string; stop(): Promise<void> }> {
  const given = process.env.DATABASE_URL;
  return given ? { url: given, stop: async () => undefined } : startTemporary();
}

/** The migrated database that the others are copied from; one per state of the migrations, made under a lock. */
async function migratedTemplate(admin: pg.Client, serverUrl: string): Promise<string> {
  const folder = new URL('./migrations/', import.meta.url);
  const hash = createHash('sha256');
  for (const file of readdirSync(folder).sort()) hash.update(readFileSync(new URL(file, folder)));
  const name = `flexpay_template_${hash.digest('hex').slice(0, 12)}`;
  await admin.query('select pg_advisory_lock(4300)');
  try {
    const { rowCount } = await admin.query('select 1 from pg_database where datname = $1', [name]);
    if (rowCount === 0) {
      await admin.query(`create database ${name}_new`);
      await migrate(onDatabase(serverUrl, `${name}_new`));
      await admin.query(`alter database ${name}_new rename to ${name}`);
    }
  } finally {
    await admin.query('select pg_advisory_unlock(4300)');
  }
  return name;
}

function onDatabase(serverUrl: string, name: string): string {
  const url = new URL(serverUrl);
  url.pathname = `/${name}`;
  return url.href;
}
