import assert from 'node:assert/strict';
import net from 'node:net';
import { after, before, test } from 'node:test';
import * as Type from 'typebox';
import type { Route } from '#server/http/route.ts';
import { openDoor, type TestDoor } from '#server/http/test-door.ts';
import { done } from '#server/outcome.ts';

/** What the door says to bytes on a socket, whatever they are: the status twice, and our envelope. */
const echo: Route = {
  operation: 'echo',
  methods: ['POST'],
  paths: ['/v3/echo'],
  who: 'anybody',
  body: Type.Object({ name: Type.Optional(Type.String()) }),
  verb: async () => done({}),
};
const mine: Route = { ...echo, operation: 'mine', paths: ['/v3/mine'], who: 'merchant' };
const limited: Route = { ...echo, operation: 'limited', paths: ['/v3/limited'], limit: 'modalEmail' };
const operated: Route = {
  ...echo,
  operation: 'operated',
  paths: ['/v3/operator/operated'],
  who: 'operator',
  limit: 'modalEmail',
};

let door: TestDoor;
before(async () => {
  door = await openDoor([echo, mine, limited, operated], { mode: 'production' });
});
after(() => door.close());

const head = (line: string, ...headers: string[]) =>
  [`${line} HTTP/1.1`, 'Host: x', 'Connection: close', ...headers, '', ''].join('\r\n');
const post = (body: string, ...headers: string[]) =>
  head('POST /v3/echo', `Content-Length: ${Buffer.byteLength(body)}`, ...headers) + body;
const chunk = (text: string) => `${text.length.toString(16)}\r\n${text}\r\n`;
const tooMuch = 'x'.repeat(1_100_000);

const said: [string, string, string][] = [
  ['a body that is no JSON', post('{"name":'), '400 ValidationError'],
  ['a body that is nested too deep', post(`${'{"a":'.repeat(40)}1${'}'.repeat(40)}`), '400 ValidationError'],
  ['a field of another kind', post('{"name":{}}'), '400 ValidationError'],
  ['an address where nothing is', head('GET /v3/nowhere'), '404 NotFound'],
  ['an address that can not be decoded', head('GET /%E0%A4%A'), '400 ValidationError'],
  ['a method that is not taken', head('DELETE /v3/echo'), '405 MethodNotAllowed'],
  ['a body that is too large', post(tooMuch), '413 PayloadTooLarge'],
  [
    'a body that is too large in pieces',
    `${head('POST /v3/echo', 'Transfer-Encoding: chunked')}${chunk(tooMuch)}0\r\n\r\n`,
    '413 PayloadTooLarge',
  ],
  ['a size that is announced too large', head('POST /v3/echo', 'Content-Length: 9999999'), '413 PayloadTooLarge'],
  ['headers without measure', head('GET /v3/echo', `X-Long: ${'x'.repeat(20_000)}`), '413 PayloadTooLarge'],
  ['bytes that are no HTTP', '\u0016\u0003\u0001 nonsense\r\n\r\n', '400 ValidationError'],
  ['a method that does not exist', head('FROBNICATE /v3/echo'), '400 ValidationError'],
  ['a size that is no number', head('POST /v3/echo', 'Content-Length: many'), '400 ValidationError'],
  ['a size below zero', head('POST /v3/echo', 'Content-Length: -1'), '400 ValidationError'],
  ['two sizes', head('POST /v3/echo', 'Content-Length: 1', 'Content-Length: 2'), '400 ValidationError'],
  [
    'a size and pieces',
    head('POST /v3/echo', 'Content-Length: 3', 'Transfer-Encoding: chunked'),
    '400 ValidationError',
  ],
  ['a piece without a size', `${head('POST /v3/echo', 'Transfer-Encoding: chunked')}zz\r\n`, '400 ValidationError'],
  ['no host', 'GET /v3/nowhere HTTP/1.1\r\nConnection: close\r\n\r\n', '400 ValidationError'],
  ['an expectation that nobody meets', post('{}', 'Expect: a-miracle'), '200'],
  ['an upgrade to what is not spoken', head('GET /v3/nowhere', 'Upgrade: websocket'), '404 NotFound'],
  ['a tunnel', 'CONNECT x:1 HTTP/1.1\r\nHost: x:1\r\n\r\n', '400 ValidationError'],
  ['no key', head('POST /v3/mine'), '401 Unauthorized'],
  ['a wrong key of the operator', head('POST /v3/operator/operated', 'Authorization: x'), '401 Unauthorized'],
];

for (const [what, bytes, expected] of said) {
  test(`${what}: ${expected}`, async () => {
    const { status, body, text } = await answerTo(bytes);
    if (expected === '200') return assert.equal(status, 200, text);
    assert.equal(`${status} ${body?.error?.code}`, expected, text);
    assertOurs(status, body);
  });
}

test('who calls too often hears that before the body is read, and who has no key hears that first', async () => {
  const call = (path: string) => answerTo(`${head(`POST ${path}`, 'Content-Length: 1')}{`);
  for (let count = 1; count <= 30; count += 1) assert.equal((await call('/v3/limited')).status, 400);
  const { status, body, text } = await call('/v3/limited');
  assert.equal(status, 429);
  assertOurs(status, body);
  assert.match(text, /\r\nretry-after: \d+\r\n/i);
  assert.equal((await call('/v3/operator/operated')).status, 401);
});

// biome-ignore lint/suspicious/noExplicitAny: a test looks into answers of every shape.
function assertOurs(status: number, body: any): void {
  const { statusCode, code, message, data, docs } = body.error;
  assert.equal(statusCode, status);
  assert.equal(docs, `http://flexpay.test/docs/errors#${code}`);
  assert.ok(message.length > 0 && typeof data === 'object');
}

function answerTo(bytes: string) {
  // biome-ignore lint/suspicious/noExplicitAny: a test looks into answers of every shape.
  return new Promise<{ status: number; body: any; text: string }>((resolve, reject) => {
    let text = '';
    const socket = net.connect(door.port, '127.0.0.1', () => socket.write(bytes, 'latin1'));
    socket.setEncoding('utf8').on('data', (piece) => (text += piece));
    // A server that refuses a body early may close before it has all been sent.
    socket.on('error', (error) => (text === '' ? reject(error) : undefined));
    socket.on('close', () => {
      const [first = '', body = ''] = text.split(/\r\n\r\n(.*)/s);
      const json = /content-type: application\/json/i.test(first) ? JSON.parse(body) : undefined;
      resolve({ status: Number(first.split(' ')[1]), body: json, text });
    });
  });
}
