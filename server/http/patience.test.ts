import assert from 'node:assert/strict';
import net from 'node:net';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { openDoor, type TestDoor } from '#server/http/test-door.ts';
import { done } from '#server/outcome.ts';

let door: TestDoor;

before(async () => {
  const echo = { operation: 'echo', methods: ['POST'], paths: ['/v3/echo'], who: 'anybody' } as const;
  door = await openDoor([{ ...echo, verb: async () => done({}) }], {
    patience: { headersMs: 300, requestMs: 600, idleMs: 300, lookEveryMs: 50 },
  });
});
after(() => door.close());

test('a caller who sends headers or a body a byte at a time is told so and let go, and others are served meanwhile', async () => {
  const headers = drip('POST /v3/echo HTTP/1.1\r\nHost: x\r\nX-Slow: ', 'x'.repeat(1_000));
  const body = drip('POST /v3/echo HTTP/1.1\r\nHost: x\r\nContent-Length: 1000\r\n\r\n', ' '.repeat(1_000));
  assert.equal((await door.ask('POST', '/v3/echo', { body: {} })).status, 200);
  for (const answer of await Promise.all([headers, body])) {
    assert.match(answer, /^HTTP\/1\.1 408 /);
    const { error } = JSON.parse(answer.split('\r\n\r\n')[1] ?? '');
    assert.deepEqual([error.statusCode, error.code], [408, 'RequestTimeout']);
  }
});

test('a connection that never asks anything is let go too', async () => {
  assert.match(await drip('', ''), /^HTTP\/1\.1 408 /);
});

/** What a connection answers to bytes that come slowly, once it has been closed. */
function drip(first: string, slowly: string): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = '';
    let open = true;
    const socket = net.connect(door.port, '127.0.0.1', async () => {
      socket.write(first);
      for (const byte of slowly) {
        await sleep(20);
        if (!open) return;
        socket.write(byte);
      }
    });
    socket.setEncoding('utf8').on('data', (text) => (answer += text));
    socket.once('end', () => (open = false));
    socket.once('close', () => {
      open = false;
      resolve(answer);
    });
    socket.once('error', (error: NodeJS.ErrnoException) => (answer === '' ? reject(error) : resolve(answer)));
  });
}
