import assert from 'node:assert/strict';
import net from 'node:net';
import { after, before, test } from 'node:test';
import { setImmediate } from 'node:timers/promises';
import * as Type from 'typebox';
import { refusals } from '#contract/v3/refusals.ts';
import { Day, Flag, Label, Money, OneOf, Quantity, Text } from '#contract/v3/values.ts';
import type { Route } from '#server/http/route.ts';
import { type Answer, openDoor, operatorKey, type TestDoor } from '#server/http/test-door.ts';
import { done, refuse } from '#server/outcome.ts';

const order = Type.Object({
  transactionId: Label(256),
  total: Type.Optional(Money),
  shipDate: Type.Optional(Day),
  gift: Type.Optional(Flag),
  condition: Type.Optional(OneOf(['new', 'used'])),
  note: Type.Optional(Text()),
  items: Type.Optional(Type.Array(Type.Object({ cost: Money, quantity: Quantity }), { maxItems: 200 })),
});

const routes: Route[] = [
  {
    operation: 'echo',
    methods: ['POST', 'GET'],
    paths: ['/v3/transactions/{transactionId}/confirm-shipment'],
    who: 'anybody',
    body: order,
    respell: ({ totl, ...body }) => (totl === undefined ? body : { ...body, total: totl }),
    verb: async (_house, { params, body }) => done({ params, body }),
  },
  {
    operation: 'find',
    methods: ['GET'],
    paths: ['/v3/transactions/{transactionId}'],
    who: 'anybody',
    query: Type.Object({ page: Type.Optional(Quantity) }),
    verb: async (_house, { params, query }) => done({ params, query }),
  },
  {
    operation: 'operatorOnly',
    methods: ['POST'],
    paths: ['/v3/operator/things'],
    who: 'operator',
    body: Type.Object({ name: Text() }),
    verb: async () => done({}),
  },
  {
    operation: 'toy',
    methods: ['POST'],
    paths: ['/sandbox/toy'],
    who: 'anybody',
    sandboxOnly: true,
    verb: async () => done({}),
  },
  {
    operation: 'no',
    methods: ['POST'],
    paths: ['/v3/no/{code}'],
    who: 'anybody',
    verb: async (_house, { params }) => refuse(params.code as 'NotFound', 'No.', { because: 'a test' }),
  },
  {
    operation: 'broken',
    methods: ['GET'],
    paths: ['/v3/broken'],
    who: 'anybody',
    verb: async () => {
      throw new Error('a secret detail');
    },
  },
  {
    operation: 'lost',
    methods: ['GET'],
    paths: ['/v3/lost'],
    who: 'anybody',
    verb: async () => {
      throw Object.assign(new Error('connect ECONNREFUSED'), { code: 'ECONNREFUSED', syscall: 'connect' });
    },
  },
  {
    operation: 'secretive',
    methods: ['GET'],
    paths: ['/v3/secretive'],
    who: 'anybody',
    response: Type.Object({ shown: Type.String(), list: Type.Array(Type.Object({ id: Type.String() })) }),
    verb: async () => done({ shown: 'yes', hidden: 'ssn', list: [{ id: '1', hidden: 'x' }] }),
  },
  {
    operation: 'careless',
    methods: ['GET'],
    paths: ['/v3/careless'],
    who: 'anybody',
    response: Type.Object({ shown: Type.String() }),
    verb: async () => done({ shown: 5 }),
  },
  {
    operation: 'limited',
    methods: ['GET'],
    paths: ['/v3/limited'],
    who: 'anybody',
    limit: 'modalEmail',
    verb: async () => done({}),
  },
];

let door: TestDoor;
before(async () => {
  door = await openDoor(routes);
});
after(() => door.close());

const shipment = '/v3/transactions/A-1/confirm-shipment';
const send = (body: unknown, headers?: Record<string, string>) => door.ask('POST', shipment, { body, headers });

test('a transaction id may be anything a merchant writes', async () => {
  for (const id of [
    'a.b-c_d~e',
    'with/slash',
    'ä ö',
    '50%',
    'x'.repeat(256),
    'ü'.repeat(256),
    '..',
    'eyJhbGciOi.J9.s',
  ]) {
    const answer = await door.ask('GET', `/v3/transactions/${encodeURIComponent(id)}`);
    assert.equal(answer.json?.data?.params.transactionId, id);
  }
});

test('money arrives exactly as it was written, number or text', async () => {
  const table: [string, string | null][] = [
    ['120.34', '120.34'],
    ['"120.34"', '120.34'],
    ['" 120.34 "', '120.34'],
    ['120', '120'],
    ['0.335', '0.335'],
    ['1.0050', '1.0050'],
    ['-5.00', '-5.00'],
    ['-0', '0'],
    ['999999999.9999', '999999999.9999'],
    ['0.1000000000000000055511151231257827', null],
    ['1.00500', null],
    ['1e3', null],
    ['"1e3"', null],
    ['1000000000', null],
    ['123456789012345678901234567890', null],
    ['"1,000.00"', null],
    ['"$5"', null],
    ['[5]', null],
    ['true', null],
  ];
  for (const [written, read] of table) {
    const answer = await send(`{"transactionId":"x","total":${written}}`);
    if (read !== null) assert.equal(answer.json.data.body.total, read, written);
    else {
      assert.equal(answer.status, 400, written);
      assert.equal(answer.json.error.code, 'ValidationError');
      assert.equal(answer.json.error.data.fields[0].path, 'total', written);
    }
  }
});

test('numbers, yes and no, days and absent things may be spelled loosely', async () => {
  const table: [object, object][] = [
    [{ items: [{ cost: 1, quantity: '2' }] }, { items: [{ cost: '1', quantity: 2 }] }],
    [{ items: [{ cost: '1.5', quantity: '2.0000' }] }, { items: [{ cost: '1.5', quantity: 2 }] }],
    [{ gift: 'true' }, { gift: true }],
    [{ gift: 'false' }, { gift: false }],
    [{ transactionId: 17 }, { transactionId: '17' }],
    [{ shipDate: '2026-11-21T23:59:59.000Z' }, { shipDate: '2026-11-21' }],
    [{ shipDate: 'Sat Nov 21 2026 10:00:00 GMT+0000 (UTC)' }, { shipDate: '2026-11-21' }],
    [{ note: null, items: null, total: null, shipDate: '', total2: 5, condition: '' }, {}],
    [{ totl: '7' }, { total: '7' }],
    [{ items: [] }, { items: [] }],
  ];
  for (const [said, understood] of table) {
    const answer = await send({ transactionId: 'x', ...said });
    assert.deepEqual(answer.json.data?.body, { transactionId: 'x', ...understood }, JSON.stringify(said));
  }
});

test('a malformed request is told which field and what it needs', async () => {
  const table: [unknown, string][] = [
    [{}, 'transactionId'],
    [undefined, 'transactionId'],
    [null, 'transactionId'],
    [[], 'transactionId'],
    ['"text"', ''],
    [{ transactionId: '' }, 'transactionId'],
    [{ transactionId: null }, 'transactionId'],
    [{ transactionId: 'x'.repeat(257) }, 'transactionId'],
    [
      {
        transactionId: 'x',
        items: [
          { cost: 1, quantity: 1 },
          { cost: 'a lot', quantity: 1 },
        ],
      },
      'items[1].cost',
    ],
    [{ transactionId: 'x', items: [{ quantity: 1 }] }, 'items[0].cost'],
    [{ transactionId: 'x', items: [{ cost: 1, quantity: 1.5 }] }, 'items[0].quantity'],
    [{ transactionId: 'x', items: [{ cost: 1, quantity: 0 }] }, 'items[0].quantity'],
    [{ transactionId: 'x', items: [{ cost: 1, quantity: -1 }] }, 'items[0].quantity'],
    [{ transactionId: 'x', items: [7] }, 'items[0]'],
    [{ transactionId: 'x', items: {} }, 'items'],
    [{ transactionId: 'x', items: Array(201).fill({ cost: 1, quantity: 1 }) }, 'items'],
    [{ transactionId: 'x', shipDate: '2026-02-30' }, 'shipDate'],
    [{ transactionId: 'x', gift: 'maybe' }, 'gift'],
    [{ transactionId: 'x', condition: 'broken' }, 'condition'],
    [{ transactionId: 'x', note: 5 }, 'note'],
    [{ transactionId: 'x', note: 'x'.repeat(501) }, 'note'],
  ];
  for (const [body, path] of table) {
    const answer = await send(typeof body === 'object' ? JSON.stringify(body) : body);
    assertRefused(answer, 400, 'ValidationError');
    assert.equal(answer.json.error.data.fields[0].path, path, JSON.stringify(body));
    assert.ok(answer.json.error.data.fields[0].message);
  }
});

test('a body that can not be read is a ValidationError, never our mistake', async () => {
  const bodies = [
    '{',
    'not json',
    '{"transactionId":"x",}',
    '{"__proto__":{"admin":true},"transactionId":"x"}',
    '{"a":{"__proto__":{"admin":true}},"transactionId":"x"}',
    '{"constructor":{"prototype":{"admin":true}},"transactionId":"x"}',
    '{"transactionId":"a\\u0000b"}',
    '{"transactionId":"\\ud800"}',
    `${'['.repeat(100_000)}${']'.repeat(100_000)}`,
    `{"transactionId":"x","deep":${'{"a":'.repeat(40)}1${'}'.repeat(40)}}`,
  ];
  for (const body of bodies) assertRefused(await send(body), 400, 'ValidationError');
  assert.equal(({} as { admin?: boolean }).admin, undefined);
  assertRefused(await door.ask('GET', '/v3/transactions/a%00b'), 400, 'ValidationError');
  assertRefused(await door.ask('GET', '/v3/transactions/x?page=%00'), 400, 'ValidationError');
  assertRefused(await door.ask('GET', '/v3/transactions/x?page=1&page=2'), 400, 'ValidationError');
  assertRefused(await door.ask('GET', '/v3/transactions/%E0%A4%A'), 400, 'ValidationError');
});

test('a body has a limit', async () => {
  const full = `{"transactionId":"x","unknown":"${'x'.repeat(1_000_000)}"}`;
  assert.equal((await send(full)).status, 200);
  assertRefused(await send(`{"transactionId":"${'x'.repeat(1_100_000)}"}`), 413, 'PayloadTooLarge');
});

test('an address that is not there says so before anything else is asked', async () => {
  assertRefused(await door.ask('POST', '/v3/nothing', { body: '{' }), 404, 'NotFound');
  assertRefused(await door.ask('GET', '/'), 404, 'NotFound');
});

test('a method that an address does not take is told which it takes', async () => {
  for (const method of ['DELETE', 'PUT', 'PATCH', 'HEAD', 'OPTIONS', 'PROPFIND']) {
    const answer = await door.ask(method, '/transaction/x/');
    assert.equal(answer.status, 405, method);
    assert.equal(answer.headers.allow, 'GET', method);
    if (method !== 'HEAD') assertRefused(answer, 405, 'MethodNotAllowed');
  }
  assert.equal((await door.ask('DELETE', shipment)).headers.allow, 'POST, GET');
});

test('every refusal repeats its status in the body', async () => {
  for (const [code, { status }] of Object.entries(refusals)) {
    const answer = await door.ask('POST', `/v3/no/${code}`);
    assertRefused(answer, status, code);
    assert.deepEqual(answer.json.error.data, { because: 'a test' });
  }
  assert.equal((await door.ask('POST', '/v3/no/ServiceUnavailable')).headers['retry-after'], '1');
});

test('our own mistake tells nothing but where to ask, and is logged', async () => {
  const answer = await door.ask('GET', '/v3/broken', { headers: { 'x-request-id': 'asked-by-a-test' } });
  assertRefused(answer, 500, 'InternalServerError');
  assert.ok(!answer.text.includes('secret'));
  assert.ok(answer.text.includes('asked-by-a-test'));
  assert.ok(door.log.some((line) => line.includes('a secret detail') && line.includes('asked-by-a-test')));
});

test('a database that is away is a matter of asking again', async () => {
  const answer = await door.ask('GET', '/v3/lost');
  assertRefused(answer, 503, 'ServiceUnavailable');
  assert.equal(answer.headers['retry-after'], '1');
});

test('what an answer does not declare stays in the house', async () => {
  assert.deepEqual((await door.ask('GET', '/v3/secretive')).json, { data: { shown: 'yes', list: [{ id: '1' }] } });
  assert.ok(!door.log.some((line) => line.includes('differs from its contract')));
});

test('an answer that is not as declared is sent, and logged without its values', async () => {
  assert.deepEqual((await door.ask('GET', '/v3/careless')).json, { data: { shown: 5 } });
  const line = door.log.find((one) => one.includes('differs from its contract'));
  assert.deepEqual(JSON.parse(line ?? '{}').fields, [{ path: 'shown', message: 'must be string' }]);
});

test('the operator is asked for the key before the shape of the request', async () => {
  const path = '/v3/operator/things';
  assertRefused(await door.ask('POST', path, { body: '{' }), 401, 'Unauthorized');
  assertRefused(await door.ask('POST', path, { headers: { authorization: 'wrong' } }), 401, 'Unauthorized');
  const headers = { authorization: operatorKey };
  assertRefused(await door.ask('POST', path, { headers }), 400, 'ValidationError');
  assert.equal((await door.ask('POST', path, { headers, body: { name: 'x' } })).status, 200);
  assert.equal(
    (await door.ask('POST', path, { headers: { authorization: `Bearer ${operatorKey}` }, body: { name: 'x' } })).status,
    200,
  );
  assertRefused(await door.ask('POST', '/operator/things', { headers }), 404, 'NotFound');
});

test('the toys of the sandbox are not there in production', async () => {
  const live = await openDoor(routes, { mode: 'production' });
  try {
    assertRefused(await live.ask('POST', '/sandbox/toy'), 404, 'NotFound');
    assert.ok((await live.ask('GET', '/v3/transactions/x')).headers['strict-transport-security']);
  } finally {
    await live.close();
  }
});

test('who asks too often is told when to ask again', async () => {
  const live = await openDoor(routes, { mode: 'production' });
  try {
    for (let call = 1; call <= 30; call += 1) assert.equal((await live.ask('GET', '/v3/limited')).status, 200);
    const answer = await live.ask('GET', '/v3/limited');
    assertRefused(answer, 429, 'TooManyRequests');
    // The window slides: a moment after it began the calls of the last minute still count, most of them.
    live.advance(Number(answer.headers['retry-after']) * 1000 + 2_000);
    assert.equal((await live.ask('GET', '/v3/limited')).status, 200);
    assert.equal((await live.ask('GET', '/v3/limited')).status, 429);
    live.advance(120_000);
    for (let call = 1; call <= 30; call += 1) assert.equal((await live.ask('GET', '/v3/limited')).status, 200);
  } finally {
    await live.close();
  }
  for (let call = 1; call <= 40; call += 1) assert.equal((await door.ask('GET', '/v3/limited')).status, 200);
});

test('behind a trusted proxy each client has limits of its own; nobody else is believed', async () => {
  const asked = (live: TestDoor, client: string) =>
    live.ask('GET', '/v3/limited', { headers: { 'x-forwarded-for': client } });
  const behind = await openDoor(routes, { mode: 'production', trustedProxies: ['127.0.0.0/8', '::1'] });
  try {
    for (let call = 1; call <= 30; call += 1) assert.equal((await asked(behind, '203.0.113.1')).status, 200);
    assert.equal((await asked(behind, '203.0.113.1')).status, 429);
    assert.equal((await asked(behind, '203.0.113.2')).status, 200);
    // What a client writes in front of its own address is its own claim.
    assert.equal((await asked(behind, '198.51.100.9, 203.0.113.1')).status, 429);
  } finally {
    await behind.close();
  }
  for (const trustedProxies of [[], ['10.0.0.7', '192.0.2.0/24']]) {
    const alone = await openDoor(routes, { mode: 'production', trustedProxies });
    try {
      for (let call = 1; call <= 30; call += 1) assert.equal((await asked(alone, `203.0.113.${call}`)).status, 200);
      assert.equal((await asked(alone, '203.0.113.99')).status, 429);
    } finally {
      await alone.close();
    }
  }
});

test('every answer carries a request id and can not be cached, framed or sniffed', async () => {
  const answer = await door.ask('GET', '/v3/transactions/x');
  assert.match(String(answer.headers['x-request-id']), /^[0-9a-f]{24}$/);
  assert.equal(answer.headers['cache-control'], 'no-store');
  assert.equal(answer.headers['x-content-type-options'], 'nosniff');
  assert.match(String(answer.headers['content-security-policy']), /frame-ancestors 'none'/);
  // No page of anybody may read what a secret key reads.
  const fromAPage = await door.ask('GET', '/v3/transactions/x', { headers: { origin: 'https://shop.example' } });
  const allowing = Object.keys(fromAPage.headers).filter((name) => name.startsWith('access-control-'));
  assert.deepEqual(allowing, []);
  const named = await door.ask('GET', '/v3/nothing', { headers: { 'x-request-id': 'mine-1' } });
  assert.equal(named.headers['x-request-id'], 'mine-1');
});

test('a version that an old client asks for changes nothing and is logged, as far as it is one', async () => {
  const plain = await door.ask('GET', '/v3/transactions/VERSION-1');
  const said: [string, string][] = [
    ['3.1.0', '3.1.0'],
    ['v3-beta', 'v3-beta'],
    ['666011500', 'unreadable'],
    ['ada@example.com', 'unreadable'],
  ];
  for (const [version, noted] of said) {
    const headers = { 'x-version-override': version, 'x-request-id': `asks-${noted}` };
    const answer = await door.ask('GET', '/v3/transactions/VERSION-1', { headers });
    assert.deepEqual([answer.status, answer.json.data], [plain.status, plain.json.data]);
    assert.equal(JSON.parse(await lineOf(`asks-${noted}`)).versionOverride, noted);
    if (noted === 'unreadable') assert.ok(!door.log.join('\n').includes(version), version);
  }
  assert.ok(!JSON.stringify(door.log.filter((one) => !one.includes('asks-'))).includes('versionOverride'));
});

test('no log line carries an address, a body or a key', () => {
  const log = door.log.join('\n');
  assert.ok(log.includes('"operation":"echo"'));
  for (const secret of [operatorKey, 'ABC-1', 'with/slash', '120.34', 'page='])
    assert.ok(!log.includes(secret), secret);
});

test('bytes that are no request get an answer in the same envelope', async () => {
  const answer = await rawAnswer('NONSENSE\r\n\r\n');
  assert.match(answer, /^HTTP\/1\.1 400 /);
  assert.equal(JSON.parse(answer.split('\r\n\r\n')[1] ?? '').error.statusCode, 400);
  const long = await rawAnswer(`GET /v3/transactions/x HTTP/1.1\r\nHost: x\r\nX-Long: ${'x'.repeat(20_000)}\r\n\r\n`);
  assert.match(long, /^HTTP\/1\.1 413 /);
});

/** What was logged of a request; that is after its answer has gone out. */
async function lineOf(requestId: string): Promise<string> {
  for (;;) {
    const line = door.log.findLast((one) => one.includes(`"${requestId}"`));
    if (line !== undefined) return line;
    await setImmediate();
  }
}

function assertRefused(answer: Answer, status: number, code: string): void {
  assert.equal(answer.status, status, answer.text);
  assert.equal(answer.json.error.statusCode, status);
  assert.equal(answer.json.error.code, code);
  assert.equal(typeof answer.json.error.message, 'string');
  assert.equal(typeof answer.json.error.data, 'object');
}

function rawAnswer(bytes: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = net.connect(door.port, '127.0.0.1', () => socket.write(bytes));
    let answer = '';
    socket.setEncoding('utf8');
    socket.on('data', (chunk: string) => {
      answer += chunk;
    });
    socket.on('close', () => resolve(answer));
    socket.on('error', reject);
  });
}
