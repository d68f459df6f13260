import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:net';
import { after, before, test } from 'node:test';
import { connect, type Db } from '#server/db/connect.ts';
import { type TestDatabase, testDatabase } from '#server/db/test-database.ts';
import { serveHealth } from '#server/http/health.ts';
import { merchantKey, openDoor } from '#server/http/test-door.ts';
import { done } from '#server/outcome.ts';

let database: TestDatabase;
let hangsUp: Server;
let away: Db[];
before(async () => {
  database = await testDatabase();
  hangsUp = createServer((socket) => socket.destroy());
  await new Promise<void>((resolve) => hangsUp.listen(0, '127.0.0.1', resolve));
  const { port } = hangsUp.address() as { port: number };
  away = [connect('postgres://nobody@127.0.0.1:1/none'), connect(`postgres://nobody@127.0.0.1:${port}/none`)];
});
after(async () => {
  await Promise.all(away.map((db) => db.close()));
  hangsUp.close();
  await database.close();
});

const who = {
  operation: 'who',
  methods: ['POST'],
  paths: ['/v3/who'],
  who: 'merchant',
  verb: async () => done({}),
} as const;

test('the house is ready when its database, its schema and its worker are', async () => {
  let isWorkerRunning = false;
  const door = await openDoor([], {
    db: database.db,
    pages: (server, house) => serveHealth(server, house, () => isWorkerRunning),
  });
  try {
    assert.equal((await door.ask('GET', '/healthz')).status, 200);
    const early = await door.ask('GET', '/readyz');
    assert.equal(early.status, 503);
    assert.deepEqual(early.json, { status: 'not ready', database: true, migrations: true, worker: false });
    isWorkerRunning = true;
    assert.deepEqual((await door.ask('GET', '/readyz')).json, {
      status: 'ready',
      database: true,
      migrations: true,
      worker: true,
    });
  } finally {
    await door.close();
  }
});

test('while the database is away the process lives, is not ready, and asks its callers to come back', async () => {
  for (const db of away) {
    const door = await openDoor([who], { db, pages: (server, house) => serveHealth(server, house, () => true) });
    try {
      assert.equal((await door.ask('GET', '/healthz')).status, 200);
      assert.equal((await door.ask('GET', '/readyz')).json.database, false);
      const answer = await door.ask('POST', '/v3/who', { headers: { authorization: merchantKey } });
      assert.equal(answer.status, 503, answer.text);
      assert.equal(answer.json.error.code, 'ServiceUnavailable');
      assert.equal(answer.headers['retry-after'], '1');
    } finally {
      await door.close();
    }
  }
});
