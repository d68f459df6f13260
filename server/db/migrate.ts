import { readdirSync, readFileSync } from 'node:fs';
import { Kysely, PostgresDialect, sql } from 'kysely';
import { type Migration, Migrator } from 'kysely/migration';
import pg from 'pg';

const folder = new URL('./migrations/', import.meta.url);

/**
 * Brings the database to the newest schema, under a lock, so that two nodes may start at once.
 * `url` needs the owner's rights; the house then works in the application's role. Throws with the failed file's name.
 */
export async function migrate(url: string): Promise<{ applied: string[] }> {
  const pool = new pg.Pool({ connectionString: url, max: 2 });
  pool.on('error', () => undefined);
  const db = new Kysely<unknown>({ dialect: new PostgresDialect({ pool }) });
  try {
    const migrator = new Migrator({
      db,
      provider: { getMigrations: async () => migrationFiles() },
      migrationTableName: 'schema_migration',
      migrationLockTableName: 'schema_migration_lock',
      // Made at the same time by several people, one may arrive after another with a higher number; each stands by itself.
      allowUnorderedMigrations: true,
    });
    const { error, results = [] } = await migrator.migrateToLatest();
    if (error) {
      const failed = results.find((one) => one.status === 'Error');
      throw new Error(`migration ${failed?.migrationName ?? ''} failed: ${(error as Error).message}`, { cause: error });
    }
    await sql`grant select on schema_migration to flexpay_app`.execute(db);
    return { applied: results.map((one) => one.migrationName) };
  } finally {
    await db.destroy();
  }
}

/** The newest schema's name, for readiness. */
export function newestMigration(): string {
  return Object.keys(migrationFiles()).sort().at(-1) ?? '';
}

function migrationFiles(): Record<string, Migration> {
  const files = readdirSync(folder).filter((name) => name.endsWith('.sql'));
  return Object.fromEntries(
    files.map((name) => [
      name.replace(/\.sql$/, ''),
      {
        up: async (db: Kysely<unknown>) =>
          void (await sql.raw(readFileSync(new URL(name, folder), 'utf8')).execute(db)),
      },
    ]),
  );
}
