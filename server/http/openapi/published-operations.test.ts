import assert from 'node:assert/strict';
import { test } from 'node:test';
import { sampleValues } from '#contract/v3/operations/sample-values.ts';
import { operations } from '#contract/v3/operations.ts';
import { refusals } from '#contract/v3/refusals.ts';
import { publishedRoutes } from '#server/http/openapi/published-routes.ts';

const routes = await publishedRoutes();
const entries = Object.entries(operations);

test('every route of the API is described, and everything described is a route', () => {
  const served = routes.map(({ operation }) => operation);
  assert.deepEqual([...served].sort(), Object.keys(operations).sort(), 'contract/v3/operations tells another story');
});

test('every operation has an example that succeeds', () => {
  for (const [name, { examples }] of entries) {
    assert.ok(
      examples.some(({ refused }) => refused === undefined),
      name,
    );
    assert.equal(new Set(examples.map((one) => one.name)).size, examples.length, `${name} has two of one name`);
  }
});

test('an example fills in the parameters of its path and ends as its operation may', () => {
  const door = ['ValidationError', 'Unauthorized', 'Forbidden'];
  for (const route of routes) {
    const { examples, refusals: known } = operations[route.operation]!;
    const wanted = [...(route.paths[0] ?? '').matchAll(/\{(\w+)\}/g)].map(([, name]) => name);
    for (const { name, params = {}, refused } of examples) {
      assert.deepEqual(Object.keys(params).sort(), wanted.sort(), `${route.operation}: ${name}`);
      if (refused !== undefined) assert.ok([...known, ...door].includes(refused), `${route.operation}: ${name}`);
    }
  }
});

test('a refusal is named once per operation, and is one of the table', () => {
  for (const [name, { refusals: known }] of entries) {
    assert.equal(new Set(known).size, known.length, name);
    for (const code of known) assert.ok(code in refusals, `${name}: ${code}`);
  }
});

test('what stands in braces in an example is a value that every world has', () => {
  for (const [name, { examples }] of entries) {
    for (const [, value = ''] of JSON.stringify(examples).matchAll(/"\{(\w+)\}"/g)) {
      assert.ok(value in sampleValues, `${name}: {${value}}`);
    }
  }
});
