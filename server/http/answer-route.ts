import type { FastifyReply, FastifyRequest } from 'fastify';
import { carriesSecret } from '#contract/v3/values.ts';
import { carryOut } from '#server/carry-out.ts';
import { Duplicate } from '#server/db/commit.ts';
import type { House } from '#server/house.ts';
import { addressOf } from '#server/http/address-of.ts';
import { sendJson, sendRefusal } from '#server/http/answer.ts';
import { fingerprintOf, isIdempotencyKey, type Memory, recall, remember } from '#server/http/idempotency.ts';
import { isStorable } from '#server/http/read-json.ts';
import type { Call, Route } from '#server/http/route.ts';
import { type FieldFault, picker, type Shaped, shaper } from '#server/http/shape.ts';
import { filled } from '#server/http/spellings.ts';
import { type Refused, refuse } from '#server/outcome.ts';

/** What whoever names a wrong key is told: that, and after too many guesses that they are too many. */
export type Guessed = (request: FastifyRequest, refused: Refused) => Refused;

/**
 * Makes the handler of a route: reads the call, asks the verb, commits, answers. Where anybody may call, the verb knows
 * which keys are right: the public one of the modal, and its session's.
 */
export function answerRoute(house: House, route: Route, guessed: Guessed) {
  const read = callReader(route);
  const present = presenter(house, route);
  return async (request: FastifyRequest, reply: FastifyReply): Promise<FastifyReply> => {
    const asked: House = { ...house, requestId: request.id };
    const call = read(request);
    if ('refused' in call) return sendRefusal(reply, call);
    const bare = wantsBareList(route, request, call);
    const memory = memoryOf(house, route, request, call);
    if (memory === null) {
      const outcome = await carryOut(asked, () => route.verb(asked, call));
      if ('refused' in outcome) return sendRefusal(reply, guessed(request, outcome));
      if (route.cookie !== undefined) reply.header('set-cookie', route.cookie(outcome.answer));
      return sendJson(reply, present(outcome.answer, bare));
    }
    if ('refused' in memory) return sendRefusal(reply, memory);
    return once(asked, route, call, memory, (answer) => present(answer, bare), reply);
  };
}

/** A call under an Idempotency-Key: its effect happens once, every repetition gets the first answer (product 6). */
async function once(
  house: House,
  route: Route,
  call: Call,
  memory: Memory,
  present: (answer: unknown) => string,
  reply: FastifyReply,
): Promise<FastifyReply> {
  const replayed = await replay(house, memory, reply);
  if (replayed !== null) return replayed;
  let body = '';
  const rememberAnswer = (answer: unknown) => {
    body = present(answer);
    return [remember(house, memory, { status: 200, body })];
  };
  try {
    const outcome = await carryOut(house, () => route.verb(house, call), rememberAnswer);
    if (!('refused' in outcome)) return sendJson(reply, body);
    // A twin of this call may have been faster, and then the refusal is only about what the twin did.
    return (await replay(house, memory, reply)) ?? sendRefusal(reply, outcome);
  } catch (error) {
    const twin = error instanceof Duplicate && error.constraint === 'idempotency_pkey';
    const first = twin ? await replay(house, memory, reply) : null;
    if (first === null) throw error;
    return first;
  }
}

async function replay(house: House, memory: Memory, reply: FastifyReply): Promise<FastifyReply | null> {
  const earlier = await recall(house, memory);
  if (earlier === null) return null;
  if ('refused' in earlier) return sendRefusal(reply, earlier);
  reply.header('idempotency-replayed', 'true');
  return sendJson(reply, earlier.body, earlier.status);
}

/** Where this call's answer is remembered; null when it need not be. The modal's session repeats its calls by itself. */
function memoryOf(house: House, route: Route, request: FastifyRequest, call: Call): Memory | Refused | null {
  const key = request.headers['idempotency-key'];
  // The GET twins of a POST carry a body and have the same effect (api-v3 C-1).
  if (key === undefined || !route.methods.includes('POST')) return null;
  const scope = scopeOf(route, call);
  if (scope === null) return null;
  if (typeof key !== 'string' || !isIdempotencyKey(key)) {
    return invalid([{ path: 'Idempotency-Key', message: 'must be 1 to 255 printable characters' }]);
  }
  const { customerId, body, query } = call;
  const fingerprint = fingerprintOf(house, { customerId, body, query });
  const path = filled(route.paths[0] ?? '', call.params);
  const sealed = route.response !== undefined && carriesSecret(route.response);
  return { scope, key, method: 'POST', path, fingerprint, sealed };
}

function scopeOf(route: Route, call: Call): string | null {
  if (route.who === 'operator') return 'operator';
  if (route.who !== 'anybody') return call.merchant.merchantId;
  return route.sandboxOnly ? 'sandbox' : null;
}

function callReader(route: Route) {
  const shapeBody = route.body === undefined ? null : shaper(route.body);
  const shapeQuery = route.query === undefined ? null : shaper(route.query);
  return (request: FastifyRequest): Call | Refused => {
    const params = request.params as Record<string, string>;
    const query = request.query as Record<string, unknown>;
    const unstorable = [...Object.entries(params), ...Object.entries(query)].find(
      ([, text]) => !isStorable(String(text)),
    );
    if (unstorable !== undefined) {
      return invalid([{ path: unstorable[0], message: 'has a character that can not be stored' }]);
    }
    const body = shapeBody?.(bodyOf(request, route)) ?? { value: undefined };
    const asked = shapeQuery?.(query) ?? { value: undefined };
    const fields = [...faultsOf(body), ...faultsOf(asked)];
    if (!('value' in body) || !('value' in asked)) return invalid(fields);
    return {
      // A route that needs no merchant or customer does not read them: `who` says which are set.
      merchant: request.caller?.merchant as Call['merchant'],
      customerId: request.caller?.customerId ?? '',
      params,
      body: body.value,
      query: asked.value,
      headers: request.headers as Call['headers'],
      ipAddress: addressOf(request),
      userAgent: (request.headers['user-agent'] ?? '').slice(0, userAgentMax),
    };
  };
}

const userAgentMax = 500;

/** No body, `null` and the `[]` that PHP makes of an empty array all mean: nothing to say. */
function bodyOf(request: FastifyRequest, route: Route): unknown {
  const body = request.body;
  if (body === undefined || body === null || (Array.isArray(body) && body.length === 0)) return {};
  if (Array.isArray(body) && route.bare !== undefined) return { [route.bare.list]: body };
  const isObject = typeof body === 'object' && !Array.isArray(body);
  return isObject && route.respell ? route.respell(body as Record<string, unknown>) : body;
}

function faultsOf(shaped: Shaped): readonly FieldFault[] {
  return 'fields' in shaped ? shaped.fields : [];
}

function invalid(fields: readonly FieldFault[]): Refused {
  const first = fields[0];
  const named = first === undefined || first.path === '' ? 'The request' : `'${first.path}'`;
  return refuse('ValidationError', `${named} ${first?.message ?? 'is malformed'}.`, { fields });
}

/** Whether this caller wants a list without its envelope (api-v3 C-9): it says so, or its account does. */
function wantsBareList(route: Route, request: FastifyRequest, { merchant }: Call): boolean {
  if (route.bareList !== true) return false;
  const { envelope } = request.query as Record<string, unknown>;
  if (envelope !== undefined) return envelope === 'false' || envelope === 'none';
  return /;\s*envelope="?none"?/i.test(request.headers.accept ?? '') || merchant.compatibility.bareLists;
}

/** An answer as text. One that differs from its contract is sent, because its effect is true, and logged as our mistake. */
function presenter(house: House, route: Route): (answer: unknown, bare: boolean) => string {
  const enveloped = route.shape ?? ((data: unknown) => ({ data: data ?? {} }));
  const shape = (answer: unknown, bare: boolean) => (bare ? answer : enveloped(answer));
  if (route.response === undefined) return (answer, bare) => JSON.stringify(shape(answer, bare));
  const pick = picker(route.response);
  return (answer, bare) => {
    const { value, fields } = pick(answer);
    if (fields.length > 0) house.log.error({ operation: route.operation, fields }, 'answer differs from its contract');
    return JSON.stringify(shape(value, bare));
  };
}
