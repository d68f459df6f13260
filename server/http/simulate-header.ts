import { setTimeout as wait } from 'node:timers/promises';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Static } from 'typebox';
import * as Type from 'typebox';
import { Compile } from 'typebox/compile';
import { refusals } from '#contract/v3/refusals.ts';
import { refusalText, sendRefusal } from '#server/http/answer.ts';
import { type Refused, refuse, refuseMember } from '#server/outcome.ts';

/** A bad day, as a call of a sandbox asks for it. */
type BadDay = {
  /** What the caller gets instead of the answer; null: the answer, only late. */
  readonly instead: Refused | 'no answer' | null;
  /** The call is carried out and its answer is lost; else nothing is done. */
  readonly afterCommit: boolean;
  readonly delayMs: number;
};

/**
 * `X-FlexPay-Simulate: {"status":503,"after":"commit"}` on a call of a sandbox answers it as on a bad day (product 10), so
 * that an integration can be tried against it. `status` is 429, 500 or 503, or `"drop":true` ends the connection without an
 * answer; with `"after":"commit"` the call has its effect all the same; `delayMs` waits before anything is done. A call
 * that would be refused anyway is refused as ever.
 */
export function simulateHeader(server: FastifyInstance): void {
  const toReplace = new WeakMap<FastifyRequest, Refused | 'no answer'>();
  server.addHook('preHandler', async (request, reply) => {
    const said = request.headers['x-flexpay-simulate'];
    if (said === undefined) return;
    const day = badDay(String(said));
    if ('refused' in day) return sendRefusal(reply, day);
    await wait(day.delayMs);
    if (day.instead === null) return;
    if (day.afterCommit) toReplace.set(request, day.instead);
    else if (day.instead === 'no answer') return hangUp(request, reply);
    else return sendRefusal(reply, day.instead);
  });
  server.addHook('onSend', async (request, reply, payload) => {
    const instead = toReplace.get(request);
    if (instead === undefined || reply.statusCode !== 200) return payload;
    if (instead === 'no answer') {
      request.raw.socket.destroy();
      return payload;
    }
    reply.code(refusals[instead.refused].status).header('retry-after', 1);
    return refusalText(instead, { requestId: request.id, docsUrl: server.docsUrl });
  });
}

/** The connection ends, and nothing more is done for the call. */
function hangUp(request: FastifyRequest, reply: FastifyReply): FastifyReply {
  reply.hijack();
  request.raw.socket.destroy();
  return reply;
}

function badDay(said: string): BadDay | Refused {
  const asked = jsonOf(said);
  if (!days.Check(asked)) {
    return refuseMember(
      'X-FlexPay-Simulate',
      `must be JSON like {"status":503,"after":"commit"}, with a status of 429, 500 or 503, or "drop":true, and "delayMs" up to ${delayMost}`,
    );
  }
  const { after, delayMs = 0 } = asked;
  return { instead: insteadOf(asked), afterCommit: after === 'commit', delayMs };
}

const delayMost = 30_000;
const both = {
  after: Type.Optional(Type.Literal('commit')),
  delayMs: Type.Optional(Type.Integer({ minimum: 0, maximum: delayMost })),
};
const nothingElse = { additionalProperties: false };
const day = Type.Union([
  Type.Object({ status: Type.Optional(Type.Enum([429, 500, 503])), ...both }, nothingElse),
  Type.Object({ drop: Type.Literal(true), ...both }, nothingElse),
]);
const days = Compile(day);

function insteadOf(asked: Static<typeof day>): BadDay['instead'] {
  if ('drop' in asked) return 'no answer';
  const code = answers.find((one) => refusals[one].status === asked.status);
  return code === undefined ? null : refuse(code, 'Simulated, as X-FlexPay-Simulate asked.', { retryAfterSeconds: 1 });
}

const answers = ['TooManyRequests', 'InternalServerError', 'ServiceUnavailable'] as const;

function jsonOf(said: string): unknown {
  try {
    return JSON.parse(said);
  } catch {
    return undefined;
  }
}
