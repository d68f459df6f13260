import type { FastifyInstance } from 'fastify';
import { sql } from 'kysely';
import { newestMigration } from '#server/db/migrate.ts';
import type { House } from '#server/house.ts';
import { sendJson } from '#server/http/answer.ts';

/**
 * `GET /healthz`: this process answers. `GET /readyz`: it can do its work, or 503 with what is missing: the database,
 * its newest schema, the worker of the jobs.
 */
export function serveHealth(server: FastifyInstance, house: House, isWorkerRunning: () => boolean): void {
  server.get('/healthz', (_request, reply) => sendJson(reply, JSON.stringify({ status: 'ok' })));
  server.get('/readyz', async (_request, reply) => {
    const schema = await newestApplied(house);
    const ready = {
      database: schema !== null,
      migrations: schema === newestMigration(),
      worker: isWorkerRunning(),
    };
    const status = Object.values(ready).every(Boolean) ? 200 : 503;
    if (status === 503) reply.header('retry-after', 1);
    return sendJson(reply, JSON.stringify({ status: status === 200 ? 'ready' : 'not ready', ...ready }), status);
  });
}

/** The newest schema that the database has, null when it can't be asked. */
async function newestApplied(house: House): Promise<string | null> {
  try {
    const { rows } = await sql<{ name: string }>`select max(name) as name from schema_migration`.execute(house.db.read);
    return rows[0]?.name ?? '';
  } catch {
    return null;
  }
}
