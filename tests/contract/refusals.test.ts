import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { operations } from '#contract/v3/operations.ts';
import { askDatabase } from '../ask-database.ts';
import { type StartedHouse, startHouse } from '../start-house.ts';
import { askOperation, assertRefused } from './ask-operation.ts';
import { describedOperations } from './document.ts';
import { filledFrom, openWorld, type World } from './open-world.ts';
import { type RefusalCase, refusalCases, type Town } from './refusals.ts';
import { send } from './send.ts';

/** Every refusal that an operation names as its own is met: by an example of the document, or by a case of refusals.ts. */
let house: StartedHouse;
before(async () => {
  house = await startHouse({
    FLEXPAY_PROVIDERS: fileURLToPath(new URL('./odd-providers.ts', import.meta.url)),
    FLEXPAY_TRUSTED_PROXIES: '127.0.0.0/8 ::1',
  });
});
after(() => house?.stop());

test('no operation names a refusal that nothing here receives', () => {
  const met = new Set([
    ...Object.entries(operations).flatMap(([name, { examples }]) => examples.map((one) => `${name} ${one.refused}`)),
    ...refusalCases.map(({ operation, refused }) => `${operation} ${refused}`),
  ]);
  const named = Object.entries(operations).flatMap(([name, { refusals }]) => refusals.map((code) => `${name} ${code}`));
  assert.deepEqual(
    named.filter((one) => !met.has(one)),
    [],
    'meet it, or do not name it',
  );
});

for (const one of refusalCases) {
  test(`${one.operation} ${one.refused}: ${one.why}`, async () => {
    const described = describedOperations().find(({ operationId }) => operationId === one.operation)!;
    const world = await worldOf(one);
    assertRefused(described, await askOperation(house, world, described, one, one), one.refused);
  });
}

/** The world of a case after what happens first, with the values that were made then. */
async function worldOf({ given, before: happens }: RefusalCase): Promise<World> {
  const world = await openWorld(house, given);
  const made = ((await happens?.(townOf(world))) ?? {}) as Record<string, string>;
  return {
    ...world,
    customerToken: made.customerToken ?? world.customerToken,
    value: async (name) => made[name] ?? world.value(name),
  };
}

function townOf(world: World): Town {
  const operate = (path: string, body: unknown) =>
    asked('POST', `/v3/operator${path}`, { authorization: house.operatorKey }, body);
  return {
    async store(method, path, { token = world.customerToken, headers, body, refused } = {}) {
      const keys = { authorization: world.apiKey, ...(token === null ? {} : { 'customer-token': token }) };
      const { answer, text } = await asked(method, path, { ...keys, ...headers }, body);
      assert.equal(answer.error?.code, refused, `${method} ${path} ${text}`);
      return answer.data;
    },
    async operator(path, body) {
      const { answer, text } = await operate(path, body);
      assert.equal(answer.error, undefined, text);
      return answer.data;
    },
    database: async (sql) => askDatabase(house.databaseUrl, await filledFrom(world, sql)),
  };

  async function asked(method: string, path: string, headers: Record<string, string>, body: unknown) {
    const filled = await filledFrom(world, { path, body });
    const said = filled.body === undefined ? {} : { text: JSON.stringify(filled.body) };
    const { body: answer, text } = await send(house.baseUrl, { method, path: filled.path, headers, ...said });
    return { answer: answer as { data: unknown; error?: { code: string } }, text };
  }
}
