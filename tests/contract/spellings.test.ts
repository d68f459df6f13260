import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { Compile } from 'typebox/compile';
import { sampleValues } from '#contract/v3/operations/sample-values.ts';
import { operations } from '#contract/v3/operations.ts';
import { askDatabase } from '../ask-database.ts';
import { type StartedHouse, startHouse } from '../start-house.ts';
import { describedOperations, type Json } from './document.ts';
import { filledFrom, openWorld, type World } from './open-world.ts';
import { send } from './send.ts';
import { type Call, type Difference, type Spelled, spelled } from './spellings.ts';

let house: StartedHouse;
before(async () => {
  house = await startHouse();
});
after(() => house.stop());

for (const group of spelled) {
  let documented: Promise<string>;
  for (const [what, from, difference] of group.spellings) {
    test(`${group.about}: ${what} (${from})`, async () => {
      documented ??= outcomeOf(group, {});
      assert.equal(await outcomeOf(group, difference), await documented);
    });
  }
}

test('a body is valid by the document under every other name that a member may have', () => {
  const names = new Set<string>();
  for (const { operationId, body: schema, twinOf = operationId } of describedOperations()) {
    if (schema === undefined) continue;
    const check = Compile(schema as never);
    for (const { body = {}, refused } of operations[twinOf]!.examples) {
      if (refused !== undefined) continue;
      const said = JSON.stringify(body).replace(
        /\{(\w+)\}/g,
        (_, name: keyof typeof sampleValues) => sampleValues[name],
      );
      for (const [name, renamed] of renamedIn(schema, JSON.parse(said))) {
        names.add(name);
        assert.ok(check.Check(renamed), `${operationId} ${name}: ${JSON.stringify(check.Errors(renamed))}`);
      }
    }
  }
  const known = ['answer', 'answerId', 'choice', 'id', 'nextPay', 'payFrquency', 'routing'];
  assert.deepEqual([...names].sort(), known);
});

/** The value once for each other name in its schema, with its member under that name. */
function renamedIn(schema: Json, value: unknown): [name: string, renamed: unknown][] {
  const {
    items,
    anyOf,
    properties = {},
  } = schema as { items?: Json; anyOf?: Json[]; properties?: Record<string, Json> };
  if (anyOf !== undefined) return anyOf.flatMap((one) => (one.type === 'array' ? renamedIn(one, value) : []));
  if (items !== undefined && Array.isArray(value)) {
    return renamedIn(items, value[0]).map(([name, first]) => [name, value.with(0, first)]);
  }
  if (value === null || typeof value !== 'object') return [];
  return Object.entries(properties).flatMap(([name, one]): [string, unknown][] => {
    const { [name]: member, ...others } = value as Json;
    const [, same] = /^The same as `(\w+)`/.exec(String(one.description)) ?? [];
    if (same === undefined) return renamedIn(one, member).map(([other, inner]) => [other, { ...value, [name]: inner }]);
    const { [same]: said = 'x', ...rest } = others;
    return [[name, { ...rest, [name]: said }]];
  });
}

/** What the call answers and leaves behind in a world of its own, without what is different in every world. */
async function outcomeOf({ given, call, leaves }: Spelled, { percent, ...difference }: Difference): Promise<string> {
  const world = await openWorld(house, given);
  const answer = await ask(world, { ...call, ...difference }, percent);
  assert.equal(answer.status, 200, answer.text);
  const left = typeof leaves === 'string' ? await rowsOf(world, leaves) : leaves && (await ask(world, leaves)).body;
  const run = String(await world.value('transactionId')).slice(2);
  return JSON.stringify([answer.body, left], null, 1)
    .replaceAll(run, 'run')
    .replace(/\b[0-9a-f]{24}\b/g, 'id')
    .replace(/[\w+/=.-]{36,}/g, 'long')
    .replace(/\b\d{10}\b/g, 'number')
    .replace(/\d{4}-\d{2}-\d{2}T[\d:.]+Z/g, 'instant');
}

async function ask(world: World, call: Call, percent = false) {
  const { method, path, headers = {}, body, text } = await filledFrom(world, call);
  const sent = text ?? (body === undefined ? undefined : JSON.stringify(body));
  return send(house.baseUrl, {
    method,
    path: percent ? await percentEncoded(world, path) : path,
    headers: { ...without(keysOf(world), headers), ...headers },
    ...(sent === undefined ? {} : { text: sent }),
  });
}

function keysOf({ apiKey, customerToken }: World): Record<string, string> {
  return { authorization: apiKey, ...(customerToken === null ? {} : { 'customer-token': customerToken }) };
}

/** A header is sent once, in the case that the spelling has. */
function without(keys: Record<string, string>, said: Readonly<Record<string, string>>): Record<string, string> {
  const names = Object.keys(said).map((name) => name.toLowerCase());
  return Object.fromEntries(Object.entries(keys).filter(([name]) => !names.includes(name)));
}

async function percentEncoded(world: World, path: string): Promise<string> {
  let encoded = path;
  for (const name of ['transactionId', 'leaseId']) {
    const id = String(await world.value(name));
    encoded = encoded.replace(id, Buffer.from(id).toString('hex').replace(/../g, '%$&'));
  }
  return encoded;
}

async function rowsOf(world: World, question: string) {
  return askDatabase(house.databaseUrl, await filledFrom(world, question));
}
