import type { Cart } from './check-order.ts';
import { type OnSign, onSign } from './on-sign.ts';
import { jsonIn } from './read-body.ts';

/** As much of Fastify's request and reply as is needed. */
export type FastifyRequest = { body?: unknown };
export type FastifyReply = {
  code(status: number): FastifyReply;
  header(name: string, value: string): FastifyReply;
};

/** `app.post('/on-sign', flexpayOnSign({ flexpay, findCart, keepOrder }))`. */
export function flexpayOnSign<Request extends FastifyRequest, Kept extends Cart = Cart>(
  store: OnSign<Request, Kept>,
): (request: Request, reply: FastifyReply) => Promise<object> {
  const answer = onSign(store);
  return async (request, reply) => {
    const { status, body } = await answer(jsonIn(request.body), request);
    reply.code(status).header('cache-control', 'no-store');
    return body;
  };
}
