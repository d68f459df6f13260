import assert from 'node:assert/strict';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { pagePolicy, servePage, serveStatic } from '#server/http/static.ts';
import { openDoor, type TestDoor } from '#server/http/test-door.ts';
import { done } from '#server/outcome.ts';

const folder = mkdtempSync(path.join(tmpdir(), 'flexpay-static-'));
const long = 'a { color: red }\n'.repeat(500);
let door: TestDoor;

before(async () => {
  mkdirSync(path.join(folder, 'assets'));
  writeFileSync(path.join(folder, 'index.html'), '<!doctype html><title>shop</title>');
  writeFileSync(path.join(folder, 'assets/shop-1a2B3c4D.js'), 'export {};');
  writeFileSync(path.join(folder, 'plain.svg'), '<svg/>');
  writeFileSync(path.join(folder, 'long.css'), long);
  const inbox = {
    operation: 'inbox',
    methods: ['GET'],
    paths: ['/sandbox/inbox'],
    who: 'anybody',
    verb: async () => done({ messages: [] }),
  } as const;
  const file = path.join(folder, 'index.html');
  door = await openDoor([inbox], {
    pages: (server) => {
      serveStatic(server, { prefix: '/static/store', folder });
      servePage(server, { urls: ['/store', '/store/*'], file, csp: pagePolicy({ 'img-src': 'data:' }) });
      servePage(server, { urls: ['/docs', '/docs/*'], file, csp: pagePolicy(), has: (at) => at === '/docs/errors' });
      servePage(server, { urls: ['/sandbox/inbox'], file, csp: pagePolicy(), besideJson: true });
    },
  });
});
after(async () => {
  await door.close();
  rmSync(folder, { recursive: true });
});

test('a page comes with its own policy and is asked for again each time', async () => {
  for (const url of ['/store', '/store/', '/store/cart', '/store?x=1']) {
    const page = await door.ask('GET', url);
    assert.equal(page.status, 200, url);
    assert.equal(page.headers['content-type'], 'text/html; charset=utf-8');
    assert.match(String(page.headers['content-security-policy']), /script-src 'self';.*img-src 'self' data:/);
    assert.equal(page.headers['cache-control'], 'no-cache');
  }
  assert.equal((await door.ask('HEAD', '/store')).text, '');
});

test('a file that is named by its content is kept for a year', async () => {
  const script = await door.ask('GET', '/static/store/assets/shop-1a2B3c4D.js');
  assert.equal(script.text, 'export {};');
  assert.match(String(script.headers['cache-control']), /immutable/);
  const plain = await door.ask('GET', '/static/store/plain.svg');
  assert.equal(plain.headers['cache-control'], 'no-cache');
  const again = await door.ask('GET', '/static/store/plain.svg', {
    headers: { 'if-none-match': String(plain.headers.etag) },
  });
  assert.equal(again.status, 304);
});

test('a long text travels small to whoever can read it so', async () => {
  const plain = await door.ask('GET', '/static/store/long.css');
  assert.equal(plain.text, long);
  const small = await door.ask('GET', '/static/store/long.css', { headers: { 'accept-encoding': 'br, gzip' } });
  assert.equal(small.headers['content-encoding'], 'gzip');
  assert.equal(small.headers.vary, 'accept-encoding');
  assert.ok(Number(small.headers['content-length']) < long.length / 10);
});

test('nothing outside the folder is served', async () => {
  for (const url of [
    '/static/store/../../../etc/passwd',
    '/static/store/..%2f..%2fetc%2fpasswd',
    '/static/store/none.js',
  ]) {
    const answer = await door.ask('GET', url);
    assert.equal(answer.status, 404, url);
    assert.equal(answer.json.error.code, 'NotFound');
  }
});

test('one address is a page for people and JSON for programs', async () => {
  const page = await door.ask('GET', '/sandbox/inbox?to=a@b.example', { headers: { accept: 'text/html,*/*' } });
  assert.match(page.text, /<title>shop/);
  assert.deepEqual((await door.ask('GET', '/sandbox/inbox')).json, { data: { messages: [] } });
  assert.deepEqual((await door.ask('GET', '/sandbox/inbox', { headers: { accept: 'application/json' } })).json, {
    data: { messages: [] },
  });
});

test('a page that draws its addresses itself is 404 at those it does not have: a page for people, JSON for programs', async () => {
  const people = { accept: 'text/html,application/xhtml+xml' };
  for (const url of ['/docs/errors', '/docs/errors/', '/docs/errors?x=1']) {
    for (const headers of [people, {}]) assert.match((await door.ask('GET', url, { headers })).text, /<title>shop/);
  }
  const known = await door.ask('GET', '/docs/errors');
  for (const url of ['/docs', '/docs/error', '/docs/errors/x', '/docs/%65rrors']) {
    const page = await door.ask('GET', url, {
      headers: { ...people, 'if-none-match': String(known.headers.etag) },
    });
    assert.deepEqual([page.status, page.headers['content-type']], [404, 'text/html; charset=utf-8'], url);
    assert.match(String(page.headers['content-security-policy']), /script-src 'self'/);
    const program = await door.ask('GET', url);
    assert.deepEqual([program.status, program.json.error.code], [404, 'NotFound'], url);
    assert.match(String(program.headers['content-security-policy']), /default-src 'none'/);
  }
});
