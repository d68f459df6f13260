import type { FastifyReply } from 'fastify';
import { refusals } from '#contract/v3/refusals.ts';
import { Duplicate, Stale } from '#server/db/commit.ts';
import { TooManyWaiting } from '#server/db/in-turns.ts';
import { type Refused, refuse } from '#server/outcome.ts';

/** Answers with the refusal's status and the envelope of api-v3 1.5; `error.statusCode` always repeats the status. */
export function sendRefusal(reply: FastifyReply, refused: Refused): FastifyReply {
  const { status } = refusals[refused.refused];
  const again = retryAfter(refused);
  if (again !== null) reply.header('retry-after', again);
  return reply
    .code(status)
    .type(json)
    .send(refusalText(refused, { requestId: reply.request.id, docsUrl: reply.server.docsUrl }));
}

/**
 * The envelope as text, with the request's id and the address of the code's page beside what the old clients know. A
 * missing or wrong key also says so the way the gateway of old clients did (api-v3 1.5).
 */
export function refusalText(
  { refused, message, data = {} }: Refused,
  from: { requestId?: string; docsUrl: string },
): string {
  const docs = `${from.docsUrl}/errors#${refused}`;
  const error = { statusCode: refusals[refused].status, code: refused, message, data, requestId: from.requestId, docs };
  return JSON.stringify(refused === 'Unauthorized' ? { message, error } : { error });
}

/** Answers with a body that is JSON text already. */
export function sendJson(reply: FastifyReply, body: string, status = 200): FastifyReply {
  return reply.code(status).type(json).send(body);
}

/**
 * What an error means to the caller; null when it is our own mistake. A database that can't be reached, or a commit
 * whose answer was lost, is "unknown": the caller asks again, with the same Idempotency-Key if it had one.
 */
export function refusalOf(error: unknown): Refused | null {
  const { code = '', syscall = '', message = '' } = error as { code?: unknown; syscall?: string; message?: string };
  const undecided = error instanceof Stale || error instanceof Duplicate || error instanceof TooManyWaiting;
  if (undecided || syscall === 'connect' || unreachable.test(String(code)) || lostConnection.test(message)) {
    return refuse('ServiceUnavailable', 'We can not answer for certain right now. Ask again in a moment.');
  }
  return null;
}

const json = 'application/json; charset=utf-8';

// The system's words for a lost or unreachable server, and PostgreSQL's: connection (08), resources (53), cancelled or
// timed out (57), and a statement that waited too long for a lock (55P03).
const unreachable = /^(ECONNREFUSED|ECONNRESET|ENOTFOUND|EPIPE|ETIMEDOUT|EHOSTUNREACH|08...|53...|57014|57P0.|55P03)$/;
const lostConnection =
  /^(Connection terminated|timeout exceeded when trying to connect|Client has encountered a connection error)/;

function retryAfter({ refused, data }: Refused): number | null {
  if (typeof data?.retryAfterSeconds === 'number') return data.retryAfterSeconds;
  return refused === 'ServiceUnavailable' ? 1 : null;
}
