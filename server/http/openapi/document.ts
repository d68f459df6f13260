import type { Example, Operation } from '#contract/v3/operations/operation.ts';
import { sampleValues } from '#contract/v3/operations/sample-values.ts';
import { neededScope } from '#server/http/needed-scope.ts';
import type { Route } from '#server/http/route.ts';
import { spellings } from '#server/http/spellings.ts';
import { type Asked, answersOf, refusalExamples, refusalSchema, takesIdempotencyKey } from './answers.ts';
import type { Schema, Schemas } from './schemas.ts';

/** The whole API as one OpenAPI 3.1 document, made of the routes, the schemas that validate, and the entries that explain. */
export function openApi(
  routes: readonly Route[],
  operations: Readonly<Record<string, Operation>>,
  { schemas, version }: { schemas: Schemas; version: string },
): Schema {
  const order = Object.keys(operations);
  const sorted = [...routes].sort((one, other) => order.indexOf(one.operation) - order.indexOf(other.operation));
  const paths: Record<string, Schema> = {};
  for (const route of sorted) {
    const operation = operations[route.operation];
    if (operation === undefined) continue;
    const path = route.paths[0] ?? '';
    paths[path] = { ...paths[path], ...methodsOf(route, operation, schemas) };
  }
  return {
    openapi: '3.1.0',
    info: { title: 'FlexPay API', version, summary: 'Lease-to-own payments, v3', description: about },
    servers: [{ url: '/', description: 'Where this document was read' }],
    tags: [...new Set(order.map((name) => operations[name]?.tag))].map((name) => ({ name })),
    paths,
    components: {
      schemas: { Refusal: refusalSchema, ...schemas.components },
      examples: refusalExamples(),
      responses: named(paths),
      headers,
      parameters,
      securitySchemes,
    },
  };
}

/** Answers that are the same for several operations, taken out of them and named once. */
function named(paths: Record<string, Schema>): Record<string, Schema> {
  const components: Record<string, Schema> = {};
  const names = new Map<string, string>();
  for (const item of Object.values(paths)) {
    for (const { responses } of Object.values(item) as { responses: Record<string, Schema> }[]) {
      for (const [status, response] of Object.entries(responses)) {
        if (status === '200' || '$ref' in response) continue;
        const text = JSON.stringify(response);
        const alike = Object.keys(components).filter((name) => name.startsWith(`Refused${status}`)).length;
        const name = names.get(text) ?? `Refused${status}${alike === 0 ? '' : `No${alike + 1}`}`;
        names.set(text, name);
        components[name] = response;
        responses[status] = { $ref: `#/components/responses/${name}` };
      }
    }
  }
  return components;
}

/** The canonical method, and its twin where clients also write the other one. */
function methodsOf(route: Route, operation: Operation, schemas: Schemas): Schema {
  const [first = 'GET', ...twins] = route.methods;
  const twin = (method: Asked['method']): Schema => ({
    ...described({ route, method }, operation, schemas),
    operationId: `${route.operation}By${method.charAt(0)}${method.slice(1).toLowerCase()}`,
    summary: `${operation.summary}, written ${method}`,
    description: `The same as \`${first}\`, for clients that write it so.\n\n${operation.says}`,
    'x-twin-of': route.operation,
  });
  return {
    [first.toLowerCase()]: described({ route, method: first }, operation, schemas),
    ...Object.fromEntries(twins.map((one) => [one.toLowerCase(), twin(one)])),
  };
}

function described(asked: Asked, operation: Operation, schemas: Schemas): Schema {
  const { route } = asked;
  const [canonical = '', ...others] = route.paths.flatMap(spellings);
  return {
    operationId: route.operation,
    tags: [operation.tag],
    summary: operation.summary,
    description: operation.says,
    security: security[route.who],
    parameters: parametersOf(asked, operation, { path: canonical, schemas }),
    ...(route.body === undefined ? {} : { requestBody: bodyOf(route, operation, schemas) }),
    responses: answersOf(asked, operation, schemas),
    ...(operation.origin === 'extension' ? { 'x-extension': true } : {}),
    ...(operation.origin === 'unverified' ? { 'x-unverified': true } : {}),
    ...(route.sandboxOnly === true ? { 'x-sandbox-only': true } : {}),
    ...(route.who.startsWith('merchant') ? { 'x-scope': neededScope(route) } : {}),
    'x-aliases': [...new Set(others)],
    'x-examples': operation.examples.map(shown),
  };
}

function parametersOf(
  asked: Asked,
  { readsCustomerAddress }: Operation,
  { path, schemas }: { path: string; schemas: Schemas },
): Schema[] {
  const { route } = asked;
  const inPath = [...path.matchAll(/\{(\w+)\}/g)].map(([, name]) => ({
    name,
    in: 'path',
    required: true,
    schema: { type: 'string', maxLength: 4096 },
  }));
  const { properties = {}, required = [] } = (route.query ?? {}) as {
    properties?: Record<string, never>;
    required?: string[];
  };
  const inQuery = Object.entries(properties).map(([name, schema]) => ({
    name,
    in: 'query',
    required: required.includes(name),
    schema: schemas.request(schema),
  }));
  const inHeader = ['XRequestId'];
  if (route.who.startsWith('merchant')) inHeader.push('XConsumerCustomId', 'XVersionOverride');
  if (readsCustomerAddress === true) inHeader.push('CustomerIp', 'XRealIp');
  if (takesIdempotencyKey(route)) inHeader.push('IdempotencyKey');
  if (route.bareList === true) inHeader.push('Envelope');
  return [...inPath, ...inQuery, ...inHeader.map((name) => ({ $ref: `#/components/parameters/${name}` }))];
}

function bodyOf(route: Route, operation: Operation, schemas: Schemas): Schema {
  const { required = [] } = route.body as { required?: string[] };
  const withBody = operation.examples.map(shown).filter(({ body }) => body !== undefined);
  const examples = withBody.map(({ name, body, refused }) => [
    name,
    { summary: refused === undefined ? name : `${name} → ${refused}`, value: body },
  ]);
  return {
    required: required.length > 0,
    content: {
      'application/json': { schema: schemas.request(route.body!), examples: Object.fromEntries(examples) },
      // A body that is no JSON stands for one member.
      ...(route.bare === undefined ? {} : { [`text/${route.bare.text}`]: { schema: { type: 'string' } } }),
    },
  };
}

/** An example as a reader sees it: with values where the contract test fills in those of its world. */
function shown(example: Example): Example {
  const text = JSON.stringify(example);
  return JSON.parse(
    text.replace(/\{(\w+)\}/g, (braces, name: string) => sampleValues[name as keyof typeof sampleValues] ?? braces),
  );
}

const about = `Every successful answer is 200 and wraps itself in \`data\`; every refusal is \`{"error": {"statusCode", "code", "message", "data"}}\`, and \`error.statusCode\` repeats the status. Amounts are dollars, but for \`purchaseTotal\` and \`purchaseSalesTax\`, which are cents.

A request is asked in this order: is there such an address (404, 405), who are you (401, 403), are you asking too often (429), is it well formed (400, 413), has its Idempotency-Key been answered (replay, 409), and then what it asks for: does the thing exist (404), is it in the right state (409, 400, 403), and last the money (400, 402).

Spellings: \`/v3\` may be left out, \`transactions\`, \`leases\` and \`users\` may be singular, slashes may be doubled or trail. Bodies are JSON whatever their type says. Numbers, yes and no may be written as text; \`null\` and absent are the same where a member is optional.`;

const security: Record<Route['who'], Schema[]> = {
  merchant: [{ ApiKey: [] }, { ApiKeyAsBearer: [] }],
  'merchant and customer': [
    { ApiKey: [], CustomerToken: [] },
    { ApiKeyAsBearer: [], CustomerToken: [] },
  ],
  operator: [{ OperatorKey: [] }],
  anybody: [],
};

const securitySchemes = {
  ApiKey: { type: 'apiKey', in: 'header', name: 'Authorization', description: 'The API key as it is.' },
  ApiKeyAsBearer: { type: 'http', scheme: 'bearer', description: 'The API key after `Bearer`.' },
  OperatorKey: {
    type: 'apiKey',
    in: 'header',
    name: 'Authorization',
    description: 'The key of who runs the platform.',
  },
  CustomerToken: {
    type: 'apiKey',
    in: 'header',
    name: 'Customer-Token',
    description:
      'Made by create a customer, by log a customer in and by create a customer token; only for the key that asked.',
  },
};

const parameters = {
  XRequestId: {
    name: 'X-Request-Id',
    in: 'header',
    schema: { type: 'string', pattern: '^[\\w.:-]{1,64}$' },
    description: 'A name of yours for this call; the answer repeats it.',
  },
  XConsumerCustomId: {
    name: 'x-consumer-custom-id',
    in: 'header',
    schema: { type: 'string' },
    description: 'Need not be sent. If it is, it has to be the one of the API key.',
  },
  IdempotencyKey: {
    name: 'Idempotency-Key',
    in: 'header',
    schema: { type: 'string', minLength: 1, maxLength: 255 },
    description:
      'A call that is repeated under the same key has its effect once and gets the first answer again, with `Idempotency-Replayed`. One that comes while the first is under way waits for it.',
  },
  XVersionOverride: {
    name: 'x-version-override',
    in: 'header',
    schema: { type: 'string' },
    description: 'Of older clients: taken, noted, and without effect.',
  },
  CustomerIp: {
    name: 'customer-ip',
    in: 'header',
    schema: { type: 'string' },
    description: 'The IP address of the customer who sits before your page. What is none is not looked at.',
  },
  XRealIp: {
    name: 'x-real-ip',
    in: 'header',
    schema: { type: 'string' },
    description: 'The same, where `customer-ip` is missing.',
  },
  Envelope: {
    name: 'envelope',
    in: 'query',
    schema: { type: 'string', enum: ['false', 'none', 'true'] },
    description: '`false` answers the bare list. The header `Accept: application/json; envelope=none` does the same.',
  },
};

const headers = {
  XRequestId: { schema: { type: 'string' }, description: 'Names this call; tell it when you ask us about it.' },
  RetryAfter: { schema: { type: 'integer' }, description: 'Seconds to wait.' },
  IdempotencyReplayed: {
    schema: { type: 'string', enum: ['true'] },
    description: 'Only where the first answer to this Idempotency-Key is given again.',
  },
  Allow: { schema: { type: 'string' }, description: 'The methods that this address takes.' },
};
