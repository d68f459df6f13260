import { after, before, test } from 'node:test';
import type { Example } from '#contract/v3/operations/operation.ts';
import { operations } from '#contract/v3/operations.ts';
import { type StartedHouse, startHouse } from '../start-house.ts';
import { askOperation, assertDone, assertRefused } from './ask-operation.ts';
import { type Described, describedOperations } from './document.ts';
import { openWorld } from './open-world.ts';

/** Every example of the document, as it stands there, against a running house; and every other spelling of each address. */
let house: StartedHouse;
before(async () => {
  house = await startHouse();
});
after(() => house.stop());

for (const described of describedOperations()) {
  const name = described.twinOf ?? described.operationId;
  for (const example of operations[name]?.examples ?? []) {
    test(`${described.operationId}: ${example.name}`, () => assertExample(described, example));
  }

  test(`${described.operationId} is found under every spelling of its address`, async () => {
    const [example] = operations[name]!.examples;
    for (const path of described.aliases) await assertExample(described, example!, path);
  });
}

async function assertExample(described: Described, example: Example, path?: string): Promise<void> {
  const world = await openWorld(house, example.given);
  const answer = await askOperation(house, world, described, example, path === undefined ? {} : { path });
  if (example.refused === undefined) assertDone(described, answer, path);
  else assertRefused(described, answer, example.refused, path);
}
