import { Kysely, PostgresDialect } from 'kysely';
import pg from 'pg';
import type { DB as Tables } from '#server/db/tables.gen.ts';

/** The database as the house knows it: a typed reader, and the pool that `commit` writes through. */
export type Db = {
  readonly read: Kysely<Tables>;
  readonly pool: pg.Pool;
  close(): Promise<void>;
};

/** The role that serves requests: it may not update or delete the ledger (rulings 1). Made by the first migration. */
export const applicationRole = 'flexpay_app';

/** A database that does not answer by then is away, and callers are told so. */
const connectTimeoutMs = 5_000;

/** Opens a pool in the application's role. `connections` counts per node; PostgreSQL's own limit is the operator's. */
export function connect(url: string, { connections = 16 } = {}): Db {
  const pool = new pg.Pool({
    connectionString: url,
    max: connections,
    connectionTimeoutMillis: connectTimeoutMs,
    options: `-c role=${applicationRole} -c timezone=UTC -c statement_timeout=20000`,
    types: wireTypes,
  });
  // Without a listener a lost server would end the process.
  pool.on('error', () => undefined);
  pool.on('connect', (client) => client.on('error', () => undefined));
  const read = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  return { read, pool, close: () => pool.end() };
}

/** Days stay text, instants become ISO text in UTC, 64-bit integers become safe integers or throw. */
const wireTypes: pg.CustomTypesConfig = {
  getTypeParser(oid: number, format?: unknown) {
    if (oid === pg.types.builtins.DATE) return (text: string) => text;
    if (oid === pg.types.builtins.TIMESTAMPTZ) return (text: string) => new Date(text).toISOString();
    if (oid === pg.types.builtins.INT8 || oid === pg.types.builtins.NUMERIC) return safeInteger;
    return pg.types.getTypeParser(oid, format as 'text');
  },
};

function safeInteger(text: string): number {
  const value = Number(text);
  if (!Number.isSafeInteger(value)) throw new RangeError(`not a safe integer: ${text}`);
  return value;
}
