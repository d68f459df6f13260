import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { operations } from '#contract/v3/operations.ts';
import { refusals } from '#contract/v3/refusals.ts';
import { openDoor } from '#server/http/test-door.ts';
import { publishedRoutes } from './published-routes.ts';
import { serveOpenApi } from './serve-openapi.ts';

const text = readFileSync(new URL('../../../contract/openapi.gen.json', import.meta.url), 'utf8');
const document = JSON.parse(text);

test('the document has every route under its canonical path, with every method and every other spelling', async () => {
  const missing = (await publishedRoutes()).flatMap(({ operation, methods, paths }) => {
    const item = document.paths[paths[0] ?? ''] ?? {};
    const gone = methods.filter((method) => item[method.toLowerCase()] === undefined);
    const aliases: string[] = item[methods[0]!.toLowerCase()]?.['x-aliases'] ?? [];
    const untold = paths.slice(1).filter((path) => !aliases.includes(path));
    return [...gone, ...untold].map((one) => `${operation}: ${one}`);
  });
  assert.deepEqual(missing, [], 'node server/http/openapi/write-openapi.ts writes the document');
});

test('every reference of the document leads somewhere, and every name is used once', () => {
  for (const [, reference = ''] of text.matchAll(/"\$ref": "#\/([^"]+)"/g)) {
    const target = reference.split('/').reduce((at, part) => at?.[part], document);
    assert.ok(target !== undefined, reference);
  }
  const ids = [...text.matchAll(/"operationId": "([^"]+)"/g)].map(([, id]) => id);
  assert.equal(new Set(ids).size, ids.length);
  assert.ok(ids.length >= Object.keys(operations).length);
  assert.deepEqual(Object.keys(document.components.examples).sort(), Object.keys(refusals).sort());
});

test('the document is served to every page, and asked for again only when it has changed', async () => {
  const door = await openDoor([], { pages: serveOpenApi });
  try {
    const answer = await door.ask('GET', '/openapi.json');
    assert.deepEqual(answer.json, document);
    assert.equal(answer.headers['access-control-allow-origin'], '*');
    const headers = { 'if-none-match': String(answer.headers.etag) };
    assert.equal((await door.ask('GET', '/openapi.json', { headers })).status, 304);
  } finally {
    await door.close();
  }
});
