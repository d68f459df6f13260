import type { Operation } from '#contract/v3/operations/operation.ts';
import { type RefusalCode, refusals } from '#contract/v3/refusals.ts';
import type { Route } from '#server/http/route.ts';
import type { Schema, Schemas } from './schemas.ts';

/** One method of a route: they mean the same, and are not refused alike. */
export type Asked = { readonly route: Route; readonly method: 'GET' | 'POST' };

/** Every refusal that an operation can answer: those of the door, which follow from its route, and those of its verb. */
function refusalsOf(asked: Asked, { refusals: own }: Pick<Operation, 'refusals'>): RefusalCode[] {
  const { who, ...route } = asked.route;
  const door: RefusalCode[] = ['ValidationError', 'PayloadTooLarge', 'InternalServerError'];
  // The operator is let in however full the house is.
  if (who !== 'operator' || route.fromMemory !== true) door.push('ServiceUnavailable');
  if (route.body !== undefined) door.push('RequestTimeout');
  if (who !== 'anybody') door.push('Unauthorized');
  // Whoever names wrong keys all the time is told so instead.
  if (who !== 'anybody' || route.limit !== undefined) door.push('TooManyRequests');
  if (who === 'merchant' || who === 'merchant and customer') door.push('Forbidden');
  if (who === 'merchant and customer') {
    door.push('CustomerTokenRequired', 'InvalidCustomerToken', 'CustomerTokenMismatch');
  }
  // Of a call that says nothing no other can differ.
  const says = who === 'merchant and customer' || route.body !== undefined || route.query !== undefined;
  if (says && takesIdempotencyKey(asked.route)) door.push('IdempotencyMismatch');
  if (route.sandboxOnly === true) door.push('NotFound');
  if (route.postOnlyFor !== undefined && asked.method === 'GET') door.push('MethodNotAllowed');
  return [...new Set([...own, ...door])];
}

/** Whether a repeated call gets its first answer again (product 6). */
export function takesIdempotencyKey(route: Route): boolean {
  return route.methods.includes('POST') && (route.who !== 'anybody' || route.sandboxOnly === true);
}

/** The answers of an operation by status: the success in its envelope, and each refusal with its code. */
export function answersOf(asked: Asked, operation: Operation, schemas: Schemas): Schema {
  const success = {
    description: 'It worked.',
    headers: {
      ...header('X-Request-Id'),
      ...(takesIdempotencyKey(asked.route) ? header('Idempotency-Replayed') : {}),
    },
    content: { 'application/json': { schema: envelopeOf(asked.route, schemas) } },
  };
  const byStatus = new Map<number, RefusalCode[]>();
  for (const code of refusalsOf(asked, operation)) {
    const { status } = refusals[code];
    byStatus.set(status, [...(byStatus.get(status) ?? []), code]);
  }
  const refused = [...byStatus]
    .sort(([one], [other]) => one - other)
    .map(([status, codes]) => [status, refusedWith(codes)]);
  return { '200': success, ...Object.fromEntries(refused) };
}

/** The body of a success: `{data}`, the shape of its own that a route has, or also the bare list. */
function envelopeOf(route: Route, schemas: Schemas): Schema {
  const data = route.response === undefined ? { type: 'object' } : schemas.answer(route.response);
  if (route.shape !== undefined) return shapeOf(route.shape(sampleOf(route.response as Schema | undefined)));
  const envelope = { type: 'object', required: ['data'], properties: { data } };
  return route.bareList === true ? { oneOf: [envelope, data] } : envelope;
}

function refusedWith(codes: readonly RefusalCode[]): Schema {
  const again = codes.some((code) => waits.has(code));
  return {
    description: codes.map((code) => `**${code}** ${refusals[code].when}`).join('\n\n'),
    headers: {
      ...header('X-Request-Id'),
      ...(again ? header('Retry-After') : {}),
      ...(codes.includes('MethodNotAllowed') ? header('Allow') : {}),
    },
    content: {
      'application/json': {
        schema: {
          allOf: [
            { $ref: '#/components/schemas/Refusal' },
            {
              type: 'object',
              properties: { error: { type: 'object', properties: { code: { enum: codes.map(wireCode) } } } },
            },
          ],
        },
        examples: Object.fromEntries(codes.map((code) => [code, { $ref: `#/components/examples/${code}` }])),
      },
    },
  };
}

const waits = new Set<RefusalCode>(['TooManyRequests', 'ServiceUnavailable']);

function header(name: string): Schema {
  return { [name]: { $ref: `#/components/headers/${name.replaceAll('-', '')}` } };
}

/** Codes of payment methods are numbers on the wire, and JavaScript makes texts of them where they name a row. */
export function wireCode(code: RefusalCode): string | number {
  return /^\d+$/.test(String(code)) ? Number(code) : code;
}

/** The body of every refusal. */
export const refusalSchema: Schema = {
  type: 'object',
  required: ['error'],
  properties: {
    message: {
      type: 'string',
      description: 'Only with a missing or wrong key, as the gateway of old clients said it.',
    },
    error: {
      type: 'object',
      required: ['statusCode', 'code', 'message', 'data'],
      properties: {
        statusCode: { type: 'integer', description: 'The status of the answer once more.' },
        code: { type: ['string', 'integer'], description: 'The promise; texts may change.' },
        message: { type: 'string', description: 'What happened and what to do next.' },
        data: { type: 'object', description: 'Context; `fields` of a ValidationError names every bad field.' },
        requestId: { type: 'string', description: 'As in the header X-Request-Id. An extension.' },
        docs: { type: 'string', description: 'The page of this code. An extension.' },
      },
    },
  },
};

/** What a refusal looks like, by its code. */
export function refusalExamples(): Record<string, Schema> {
  const codes = Object.keys(refusals) as RefusalCode[];
  return Object.fromEntries(
    codes.map((code) => {
      const { status, when } = refusals[code];
      const data =
        String(code) === 'ValidationError' ? { fields: [{ path: 'items[0].cost', message: 'is required' }] } : {};
      const error = { statusCode: status, code: wireCode(code), message: when.replaceAll('`', ''), data };
      return [code, { summary: when, value: { error } }];
    }),
  );
}

/** A value that has every member of a schema, for a route that arranges its answer by itself. */
function sampleOf(schema: Schema | undefined): unknown {
  const { type, properties, items, enum: words } = schema ?? {};
  if (properties !== undefined) {
    const members = Object.entries(properties as Record<string, Schema>);
    return Object.fromEntries(members.map(([name, one]) => [name, sampleOf(one)]));
  }
  if (items !== undefined) return [sampleOf(items as Schema)];
  if (Array.isArray(words)) return words[0];
  return type === 'number' || type === 'integer' ? 1 : type === 'boolean' ? true : type === undefined ? {} : 'text';
}

function shapeOf(sample: unknown): Schema {
  if (Array.isArray(sample)) return { type: 'array', items: shapeOf(sample[0]) };
  if (sample === null || typeof sample !== 'object') return { type: typeof sample };
  const members = Object.entries(sample);
  const properties = Object.fromEntries(members.map(([name, one]) => [name, shapeOf(one)]));
  return { type: 'object', required: members.map(([name]) => name), properties };
}
