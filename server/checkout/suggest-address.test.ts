import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { AddressHints } from '#contract/modal/calls.ts';
import type { Addresses } from '#ports/addresses.ts';
import { suggestAddress } from './suggest-address.ts';
import { type FrameWorld, frameWorld, order } from './test-frame.ts';
import type { Turn } from './turn.ts';

let world: FrameWorld;
before(async () => {
  world = await frameWorld();
});
after(() => world.close());

const typed = { street1: '123 Main Street Apt 4', street2: '', city: '', state: '', postalCode: '78705' };

test('shipped facts say where a ZIP code is and how a street is written, without a login and without keeping it', async () => {
  const frame = await world.open(order('ADDRESS-1'));
  assert.deepEqual(await frame.ask<AddressHints>('address', typed), {
    place: { state: 'TX', city: 'Austin' },
    suggestions: [{ ...typed, street1: '123 Main St', street2: 'Apt 4' }],
  });
  const nothing = { place: null, suggestions: [] };
  assert.deepEqual(await frame.ask('address', { ...typed, street1: '', postalCode: '7870' }), nothing);
  assert.deepEqual(await frame.ask('address', { ...typed, street1: '', postalCode: '00901' }), nothing);
});

test('a service that fails, or that lets one wait, is one that knows nothing; and its error is in no log', async () => {
  const logged: string[] = [];
  const log = { ...world.built.house.log, warn: (...said: unknown[]) => void logged.push(JSON.stringify(said)) };
  const ask = (addresses: Partial<Addresses>) =>
    suggestAddress(
      {
        ...world.built.house,
        log: log as typeof world.built.house.log,
        addresses: { ...world.built.house.addresses, ...addresses },
      },
      { body: typed } as Turn<typeof typed>,
    );
  const failing = await ask({
    placeOf: async () => {
      throw new Error('no such place as 123 Main Street');
    },
  });
  assert.ok('answer' in failing);
  assert.deepEqual([failing.answer.place, failing.answer.suggestions.length], [null, 1]);
  const slow = await ask({ suggest: () => new Promise(() => {}) });
  assert.ok('answer' in slow);
  assert.deepEqual([slow.answer.place?.state, slow.answer.suggestions], ['TX', []]);
  assert.equal(logged.length, 1);
  assert.doesNotMatch(logged[0] ?? '', /Main/);
});

test('of a service that knows a lot the best five are shown', async () => {
  const many = Array.from({ length: 9 }, (_, index) => ({ ...typed, street1: `${index} Main St` }));
  const addresses = { ...world.built.house.addresses, suggest: async () => many };
  const outcome = await suggestAddress({ ...world.built.house, addresses }, { body: typed } as Turn<typeof typed>);
  assert.ok('answer' in outcome);
  assert.deepEqual(outcome.answer.suggestions, many.slice(0, 5));
});
