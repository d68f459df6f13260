import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Example } from '#contract/v3/operations/operation.ts';
import { operations } from '#contract/v3/operations.ts';
import { refusals } from '#contract/v3/refusals.ts';
import { type StartedHouse, startHouse } from '../start-house.ts';
import { type Described, describedOperations, faultsOf } from './document.ts';
import { filledFrom, openWorld, type World } from './open-world.ts';
import { send } from './send.ts';

/** Every example of the document, as it stands there, against a running house; and every other spelling of each address. */
let house: StartedHouse;
before(async () => {
  house = await startHouse();
});
after(() => house.stop());

for (const described of describedOperations()) {
  const name = described.twinOf ?? described.operationId;
  for (const example of operations[name]?.examples ?? []) {
    test(`${described.operationId}: ${example.name}`, async () => {
      const world = await openWorld(house, example.given);
      assertAnswered(described, example, await ask(world, described, example));
    });
  }

  test(`${described.operationId} is found under every spelling of its address`, async () => {
    const [example] = operations[name]!.examples;
    for (const path of described.aliases) {
      const world = await openWorld(house, example!.given);
      assertAnswered(described, example!, await ask(world, described, example!, path), path);
    }
  });
}

async function ask(world: World, described: Described, example: Example, path = described.path) {
  const filled = await filledFrom(world, example);
  const query = Object.entries(filled.query ?? {}).map(
    ([name, value]) => `${name}=${encodeURIComponent(String(value))}`,
  );
  const at = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(filled.params?.[name] ?? ''));
  const text = filled.body === undefined ? undefined : JSON.stringify(filled.body);
  return send(house.baseUrl, {
    method: described.method,
    path: query.length === 0 ? at : `${at}?${query.join('&')}`,
    headers: headersOf(world, described),
    ...(text === undefined ? {} : { text }),
  });
}

function headersOf(world: World, { security: [scheme = {}] }: Described): Record<string, string> {
  if ('OperatorKey' in scheme) return { authorization: house.operatorKey };
  if (!('ApiKey' in scheme)) return {};
  return {
    authorization: world.apiKey,
    ...('CustomerToken' in scheme ? { 'customer-token': world.customerToken ?? '' } : {}),
  };
}

function assertAnswered(described: Described, { refused }: Example, answer: Awaited<ReturnType<typeof send>>, at = '') {
  const status = refused === undefined ? 200 : refusals[refused].status;
  assert.equal(answer.status, status, `${at} ${answer.text}`);
  if (refused !== undefined) {
    assert.equal((answer.body as { error: { code: unknown } }).error.code, refused, answer.text);
  }
  assert.deepEqual(faultsOf(described, answer.status, answer.body), [], answer.text.slice(0, 2_000));
}
