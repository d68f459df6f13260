import type { Cart } from './check-order.ts';
import { type OnSign, onSign } from './on-sign.ts';
import { readBody } from './read-body.ts';

/** As much of Express's request and response as is needed; any that look like them will do. */
export type ExpressRequest = AsyncIterable<Uint8Array> & { body?: unknown };
export type ExpressResponse = {
  status(code: number): ExpressResponse;
  set(name: string, value: string): ExpressResponse;
  json(body: unknown): unknown;
};

/** `app.post('/on-sign', flexpayOnSign({ flexpay, findCart, keepOrder }))`, with or without `express.json()`. */
export function flexpayOnSign<Request extends ExpressRequest, Kept extends Cart = Cart>(
  store: OnSign<Request, Kept>,
): (request: Request, response: ExpressResponse) => Promise<void> {
  const answer = onSign(store);
  return async (request, response) => {
    const { status, body } = await answer(await readBody(request), request);
    response.status(status).set('cache-control', 'no-store').json(body);
  };
}
