import assert from 'node:assert/strict';
import net from 'node:net';
import { after, before, test } from 'node:test';
import { sampleValues } from '#contract/v3/operations/sample-values.ts';
import { operations } from '#contract/v3/operations.ts';
import type { RefusalCode } from '#contract/v3/refusals.ts';
import { testDatabase } from '#server/db/test-database.ts';
import { signCustomerToken } from '#server/http/customer-token.ts';
import { publishedRoutes } from '#server/http/openapi/published-routes.ts';
import { addMerchants, merchantKey, openDoor, operatorKey } from '#server/http/test-door.ts';
import { type StartedHouse, startHouse } from '../start-house.ts';
import { askOperation, assertRefused, keysOf, type Said } from './ask-operation.ts';
import { openDatabaseWire } from './database-wire.ts';
import { type Described, describedOperations, type Json } from './document.ts';
import { openWorld, type World } from './open-world.ts';
import { refusalCases } from './refusals.ts';
import { type Sent, send } from './send.ts';

// What the door says before any verb is asked: each of it received from every operation that names it.

const limits = (await publishedRoutes()).flatMap(({ limit }) => limit ?? []);
const onceEach = [...new Set([...limits, 'wrongKey'])].map((name) => `${name}=1/90000`).join(' ');

let house: StartedHouse;
before(async () => {
  house = await startHouse({ FLEXPAY_LIMITS: onceEach, FLEXPAY_TRUSTED_PROXIES: '127.0.0.0/8 ::1' });
});
after(() => house?.stop());

const door: Readonly<Record<string, () => Promise<void>>> = {
  ValidationError: () => eachRefuses('ValidationError', (one, world) => sendTo(one, world, { text: '{' })),
  PayloadTooLarge: () =>
    eachRefuses('PayloadTooLarge', (one, world) => sendTo(one, world, { text: 'x'.repeat(1_100_000) })),
  Unauthorized: () => eachRefuses('Unauthorized', (one, world) => sendTo(one, world, wrongKey)),
  Forbidden: () => eachRefuses('Forbidden', (one, world) => sendTo(one, world, otherOrganisation)),
  CustomerTokenRequired: () =>
    eachRefuses('CustomerTokenRequired', (one, world) => sendTo(one, world, { headers: { 'customer-token': '' } })),
  InvalidCustomerToken: () =>
    eachRefuses('InvalidCustomerToken', (one, world) => sendTo(one, world, { headers: { 'customer-token': 'x' } })),
  CustomerTokenMismatch: foreignTokens,
  TooManyRequests: tooOften,
  IdempotencyMismatch: () => eachRefuses('IdempotencyMismatch', underOneKey),
  MethodNotAllowed: () => eachRefuses('MethodNotAllowed', onlyPost),
  NotFound: () => inProduction(),
  RequestTimeout: () => tooSlowly(),
  ServiceUnavailable: () => whenItCanNotAnswer(),
};

/** Nobody can ask for a mistake of ours: server/http/server.test.ts makes one and looks at what is said of it. */
const ours = ['InternalServerError'];

for (const [code, receive] of Object.entries(door)) test(`${code} comes from every operation that names it`, receive);

test('no operation names a refusal that no test receives from it', () => {
  const untold = describedOperations().flatMap((one) => {
    const { operationId, twinOf = operationId } = one;
    const met = [
      ...operations[twinOf]!.examples.map(({ refused }) => refused),
      ...refusalCases.filter(({ operation }) => operation === twinOf).map(({ refused }) => refused),
    ].map(String);
    return codesOf(one)
      .map(String)
      .filter((code) => !met.includes(code) && !(code in door) && !ours.includes(code))
      .map((code) => `${operationId} ${code}`);
  });
  assert.deepEqual(untold, []);
});

type Asked = { text?: string; headers?: Readonly<Record<string, string>> };

const wrongKey = { headers: { authorization: 'sk_wrong' } };
const otherOrganisation = { headers: { 'x-consumer-custom-id': 'flexpay:0' } };

/** The refusals that the document names for an operation. */
function codesOf({ responses }: Described): RefusalCode[] {
  type Refused = { content: { 'application/json': { schema: { allOf: [unknown, { properties: Json }] } } } };
  return Object.entries(responses)
    .filter(([status]) => status !== '200')
    .flatMap(([, response]) => {
      const [, { properties }] = (response as unknown as Refused).content['application/json'].schema.allOf;
      return (properties as { error: { properties: { code: { enum: RefusalCode[] } } } }).error.properties.code.enum;
    });
}

const naming = (code: string): Described[] =>
  describedOperations().filter((one) => codesOf(one).map(String).includes(code));

async function eachRefuses(
  code: RefusalCode,
  ask: (described: Described, world: World) => Promise<Sent>,
  among = naming(String(code)),
): Promise<void> {
  assert.ok(among.length > 0, String(code));
  const world = await openWorld(house, 'a customer');
  for (const described of among) {
    assertRefused(described, await ask(described, world), code, described.operationId);
  }
}

/** To an address where nothing is looked for yet: the door says no before. */
function sendTo(described: Described, world: World, { text, headers = {} }: Asked, baseUrl = house.baseUrl) {
  return send(baseUrl, {
    method: described.method,
    path: described.path.replace(/\{\w+\}/g, 'x'),
    headers: { ...keysOf(house, world, described), ...headers },
    ...(text === undefined ? {} : { text }),
  });
}

async function foreignTokens(): Promise<void> {
  const other = await openWorld(house, 'a customer');
  const headers = { 'customer-token': other.customerToken ?? '' };
  await eachRefuses('CustomerTokenMismatch', (one, world) => sendTo(one, world, { headers }));
}

/** A second time within the limit of one: with no right key anywhere, and with one where the operation has a limit. */
async function tooOften(): Promise<void> {
  let address = 0;
  const twice = async (described: Described, world: World, asked: Asked): Promise<Sent> => {
    address += 1;
    const headers = { ...asked.headers, 'x-forwarded-for': `203.0.113.${address}` };
    const first = await sendTo(described, world, { ...asked, headers });
    assert.notEqual(first.status, 429, described.operationId);
    return sendTo(described, world, { ...asked, headers });
  };
  const keyed = naming('TooManyRequests').filter(({ security }) => security.length > 0);
  await eachRefuses('TooManyRequests', (one, world) => twice(one, world, wrongKey), keyed);
  const limited = (await publishedRoutes()).filter(({ limit }) => limit !== undefined).map((one) => one.operation);
  for (const described of naming('TooManyRequests')) {
    const { operationId, twinOf = operationId } = described;
    if (!limited.includes(twinOf)) continue;
    const answer = await twice(described, await openWorld(house, 'a customer'), { text: '{' });
    assertRefused(described, answer, 'TooManyRequests', operationId);
  }
}

/** Another call under the Idempotency-Key of one that was answered: of another customer, or one that says something else. */
async function underOneKey(described: Described): Promise<Sent> {
  const { operationId, twinOf = operationId } = described;
  const { examples } = operations[twinOf]!;
  const example = examples.find(({ refused }) => refused === undefined);
  const world = await openWorld(house, example!.given);
  const headers = { 'idempotency-key': `one of ${operationId}` };
  const first = await askOperation(house, world, described, example!, { headers });
  assert.equal(first.status, 200, first.text);
  if (described.security.some((scheme) => 'CustomerToken' in scheme)) {
    const other = { ...world, customerToken: await anotherCustomer(world) };
    return askOperation(house, other, described, example!, { headers });
  }
  let last = first;
  for (const { query, body } of [...examples, ...changed(example!)]) {
    const { params = {} } = example!;
    last = await askOperation(house, world, described, { params, query: query ?? {}, body }, { headers });
    if (last.status === 409) break;
  }
  return last;
}

async function anotherCustomer({ apiKey, value }: World): Promise<string> {
  const text = JSON.stringify({ firstName: 'Grace', lastName: 'Hopper', email: await value('newEmail') });
  const headers = { authorization: apiKey };
  const { body } = await send(house.baseUrl, { method: 'POST', path: '/v3/users', headers, text });
  return (body as { data: { token: string } }).data.token;
}

/** The same call with one of its values changed; some of them are no calls any more. */
function changed({ query, body }: Said): Said[] {
  return leavesOf(body).map((other) => ({ ...(query === undefined ? {} : { query }), body: other }));
}

function leavesOf(value: unknown): unknown[] {
  if (typeof value === 'string') return [`${value}x`];
  if (typeof value === 'number') return [value + 1];
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(value).flatMap(([name, member]) =>
    leavesOf(member).map((other) =>
      Array.isArray(value) ? value.with(Number(name), other) : { ...value, [name]: other },
    ),
  );
}

/** A store that has every shipment confirmed by POST. */
async function onlyPost(described: Described): Promise<Sent> {
  const world = await openWorld(house, 'nothing');
  const changedStore = await send(house.baseUrl, {
    method: 'POST',
    path: `/v3/operator/merchants/${await world.value('merchantId')}`,
    headers: { authorization: house.operatorKey },
    text: '{"compatibility":{"shipmentNeedsPost":true}}',
  });
  assert.equal(changedStore.status, 200, changedStore.text);
  return sendTo(described, world, {});
}

async function inProduction(): Promise<void> {
  const world = await openWorld(house, 'nothing');
  const production = await openDoor(await publishedRoutes(), { mode: 'production' });
  try {
    // Elsewhere it is a verb that says it.
    const toys = naming('NotFound').filter(({ path }) => path.startsWith('/sandbox/'));
    const ask = (one: Described) => sendTo(one, world, {}, `http://127.0.0.1:${production.port}`);
    await eachRefuses('NotFound', ask, toys);
  } finally {
    await production.close();
  }
}

/** Bodies of which the first byte comes and no other. */
async function tooSlowly(): Promise<void> {
  const database = await testDatabase();
  await addMerchants(database.db);
  const patience = { headersMs: 1_000, requestMs: 2_000, idleMs: 2_000, lookEveryMs: 100 };
  const slow = await openDoor(await publishedRoutes(), { db: database.db, patience });
  const token = signCustomerToken(slow.house, { userId: 'c1', merchantId: 'm1', keyId: 'k1' });
  const first = async ({ method, path, security: [scheme = {}] }: Described): Promise<Sent> => {
    const key = 'OperatorKey' in scheme ? operatorKey : merchantKey;
    const head = [
      `${method} ${path.replace(/\{\w+\}/g, 'x')} HTTP/1.1`,
      ...['Host: x', `Authorization: ${key}`, `Customer-Token: ${token}`, 'Content-Length: 9', '', '{'],
    ];
    return answerTo(slow.port, head.join('\r\n'));
  };
  try {
    const among = naming('RequestTimeout');
    const answers = await Promise.all(among.map(first));
    await eachRefuses('RequestTimeout', async (one) => answers[among.indexOf(one)]!, among);
  } finally {
    await slow.close();
    await database.close();
  }
}

function answerTo(port: number, bytes: string): Promise<Sent> {
  return new Promise((resolve, reject) => {
    let text = '';
    const socket = net.connect(port, '127.0.0.1', () => socket.write(bytes));
    socket.setEncoding('utf8').on('data', (piece) => (text += piece));
    socket.on('error', reject);
    socket.on('close', () => {
      const [head = '', body = ''] = text.split('\r\n\r\n');
      resolve({ status: Number(head.split(' ')[1]), headers: {}, body: JSON.parse(body || 'null'), text });
    });
  });
}

/** A house whose places are taken by calls that the database leaves waiting, and then one that has lost its database. */
async function whenItCanNotAnswer(): Promise<void> {
  const database = await testDatabase();
  const wire = await openDatabaseWire(database.url);
  const small = await startHouse({ DATABASE_URL: wire.url, FLEXPAY_CAPACITY: 'read=1 write=1' });
  const value = async (name: string) => sampleValues[name as keyof typeof sampleValues];
  const world = { apiKey: small.apiKey, customerToken: 'x', value };
  const call = (one: Described) =>
    askOperation(small, world, one, operations[one.twinOf ?? one.operationId]!.examples[0]!);
  try {
    const isOperated = ({ security: [scheme = {}] }: Described) => 'OperatorKey' in scheme;
    const all = naming('ServiceUnavailable');
    wire.hold();
    const waiting = [
      send(small.baseUrl, { method: 'GET', path: '/sandbox/inbox', headers: {} }),
      send(small.baseUrl, {
        method: 'POST',
        path: '/sandbox/card-tokens',
        headers: {},
        text: '{"childKey":"2f1c9c0e-7b0a-4d53-9a51-6f0b7f4f1d22","card":"tok_ok"}',
      }),
    ];
    // One of each lane that asks the database nothing, the second because its body is missing.
    const free = all.filter(({ operationId }) => ['getMagicValues', 'moveClock'].includes(operationId));
    for (const one of free) while ((await sendTo(one, world, {}, small.baseUrl)).status !== 503);
    for (const one of all.filter((described) => !isOperated(described))) {
      assertRefused(one, await call(one), 'ServiceUnavailable', one.operationId);
    }
    wire.cut();
    for (const { status, text } of await Promise.all(waiting)) assert.equal(status, 503, text);
    for (const one of all.filter(isOperated)) {
      assertRefused(one, await call(one), 'ServiceUnavailable', one.operationId);
    }
  } finally {
    wire.mend();
    await small.stop();
    wire.close();
    await database.close();
  }
}
