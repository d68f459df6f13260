import assert from 'node:assert/strict';
import net from 'node:net';
import { after, before, test } from 'node:test';
import { freePort } from '#doorstep/free-port.ts';
import { startTemporary } from '#server/db/embedded/start-temporary.ts';
import { databaseAnswers } from './database-answers.ts';

let real: { url: string; stop(): Promise<void> };
before(async () => {
  real = await startTemporary();
});
after(() => real.stop());

test('a PostgreSQL that is new enough and lets us in is fine', async () => {
  await databaseAnswers(real.url);
});

test('a wrong password, a missing database and a silent address each get their own sentence', async () => {
  const wrong = new URL(real.url);
  wrong.password = 'hunter2';
  await refuses(wrong.href, /^DATABASE_URL \(127\.0\.0\.1:\d+\/postgres\) does not let this user in/);
  const missing = new URL(real.url);
  missing.pathname = '/nowhere';
  await refuses(missing.href, /has no such database/);
  const silent = new URL(real.url);
  silent.port = String(await freePort());
  await refuses(silent.href, /cannot be reached \(ECONNREFUSED\)/);
});

test('a PostgreSQL before 15 is refused by its number', async () => {
  await using old = await pretend(oldServer);
  await refuses(old.url, /is a PostgreSQL 14\. FlexPay needs 15 or newer/);
});

test('something that is no PostgreSQL is refused', async () => {
  await using web = await pretend((socket) => void socket.end('HTTP/1.1 400 Bad Request\r\n\r\n'));
  await refuses(web.url, /does not answer as PostgreSQL does/);
});

async function refuses(url: string, message: RegExp): Promise<void> {
  await assert.rejects(databaseAnswers(url), (error: Error) => {
    assert.equal(error.name, 'CannotStart');
    assert.match(error.message, message);
    assert.doesNotMatch(error.message, /hunter2/);
    return true;
  });
}

async function pretend(answer: (socket: net.Socket) => void): Promise<{ url: string } & AsyncDisposable> {
  const sockets: net.Socket[] = [];
  const server = net.createServer((socket) => {
    sockets.push(socket);
    socket.on('error', () => undefined);
    answer(socket);
  });
  const port = await new Promise<number>((resolve) => {
    server.listen(0, '127.0.0.1', () => resolve((server.address() as net.AddressInfo).port));
  });
  return {
    url: `postgres://a:b@127.0.0.1:${port}/c`,
    [Symbol.asyncDispose]: () =>
      new Promise((resolve) => {
        for (const socket of sockets) socket.destroy();
        server.close(() => resolve());
      }),
  };
}

/** As much of PostgreSQL's wire protocol as an old server needs to tell its age. */
function oldServer(socket: net.Socket): void {
  const message = (type: string, body: Buffer) => {
    const length = Buffer.alloc(4);
    length.writeInt32BE(body.length + 4);
    return Buffer.concat([Buffer.from(type), length, body]);
  };
  const readyForQuery = message('Z', Buffer.from('I'));
  const number = '140011';
  const column = Buffer.concat([
    Buffer.from('\0\x01number\0'),
    Buffer.alloc(6),
    Buffer.from([0, 0, 0, 25]),
    Buffer.alloc(8),
  ]);
  const row = Buffer.concat([Buffer.from([0, 1, 0, 0, 0, number.length]), Buffer.from(number)]);
  socket.once('data', () => {
    socket.write(Buffer.concat([message('R', Buffer.alloc(4)), readyForQuery]));
    socket.on('data', (query) => {
      if (query[0] !== 'Q'.charCodeAt(0)) return;
      socket.write(
        Buffer.concat([
          message('T', column),
          message('D', row),
          message('C', Buffer.from('SELECT 1\0')),
          readyForQuery,
        ]),
      );
    });
  });
}
