import pg from 'pg';
import { CannotStart } from '#doorstep/cannot-start.mjs';

const oldestMajor = 15;
const patienceMs = 10_000;

/**
 * Asks the PostgreSQL of DATABASE_URL whether it lets us in and is new enough (15 or newer). Throws `CannotStart` with
 * one sentence that names host and database but never the password.
 */
export async function databaseAnswers(url: string): Promise<void> {
  const { host, pathname } = new URL(url);
  const client = new pg.Client({ connectionString: url, connectionTimeoutMillis: patienceMs });
  client.on('error', () => undefined); // a server that goes away between two answers is told by the next one
  try {
    await client.connect();
    const { rows } = await client.query<{ number: string }>("select current_setting('server_version_num') as number");
    const major = Math.floor(Number(rows[0]!.number) / 10_000);
    if (major < oldestMajor) {
      throw new CannotStart(`DATABASE_URL is a PostgreSQL ${major}. FlexPay needs ${oldestMajor} or newer.`);
    }
  } catch (error) {
    if (error instanceof CannotStart) throw error;
    throw new CannotStart(`DATABASE_URL (${host}${pathname}) ${complaint(error as NodeJS.ErrnoException)}`);
  } finally {
    await client.end().catch(() => undefined);
  }
}

function complaint(error: NodeJS.ErrnoException): string {
  switch (error.code) {
    case 'ECONNREFUSED':
    case 'ENOTFOUND':
    case 'EAI_AGAIN':
    case 'EHOSTUNREACH':
    case 'ETIMEDOUT':
      return `cannot be reached (${error.code}). Is the server running, and are host and port right?`;
    case '28P01': // invalid_password
    case '28000': // invalid_authorization_specification
      return 'does not let this user in. Check user and password.';
    case '3D000': // invalid_catalog_name
      return 'has no such database. Create it first.';
    default:
      return `does not answer as PostgreSQL does: ${error.message}`;
  }
}
