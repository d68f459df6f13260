import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { View } from '#contract/modal/view.ts';
import type { Decisions } from '#ports/decisions.ts';
import { decideOverdue } from '#server/applications/decide-overdue.ts';
import { bank, type FrameWorld, frameWorld, order, personal, profile, type TestFrame } from './test-frame.ts';

let world: FrameWorld;
/** While it is set a decision waits for it. */
let gate: Promise<unknown> | null = null;
/** How often a decision was asked for. */
let asked = 0;

before(async () => {
  world = await frameWorld();
  const { house } = world.built;
  const { decisions } = house;
  const decide: Decisions['decide'] = async (input, person) => {
    asked += 1;
    await gate;
    return decisions.decide(input, person);
  };
  Object.assign(house, { decisions: { ...decisions, decide } });
});
after(() => world.close());

test('a decision that takes longer is waited for on a screen of its own, and shown when it is there; it is asked for once', async () => {
  const { frame, handedIn, open } = await handInSlowly('slow@example.com');
  assert.deepEqual(
    [handedIn.step, handedIn.decision?.status, handedIn.decision?.waitsFor],
    ['waiting', 'pending', 'provider'],
  );
  assert.equal((await frame.say('view')).step, 'waiting');
  // What the shopper does meanwhile, be it closing the window, changes nothing about it.
  assert.equal((await frame.say('language', { language: 'es' })).step, 'waiting');
  await frame.say('close');
  const reloaded = await world.open(order('FIRST-slow@example.com'), { device: frame.device });
  assert.equal(reloaded.view.step, 'waiting');
  await open();
  const decided = await reloaded.say('view');
  assert.deepEqual([decided.step, decided.decision?.status], ['decision', 'approved']);
  assert.equal(asked, 1);
});

test('whoever comes back on another device, or with another bag, waits for the same answer', async () => {
  const { frame, open } = await handInSlowly('again@example.com');
  const other = await world.open(order('OTHER-1'));
  await other.say('email', { email: 'again@example.com' });
  assert.equal((await other.say('password', { password: profile.password })).step, 'waiting');
  const changed = await world.open(order('OTHER-2'), { device: frame.device });
  assert.equal(changed.view.step, 'waiting');
  await open();
  assert.equal((await other.say('view')).decision?.status, 'approved');
  assert.equal((await changed.say('view')).decision?.status, 'approved');
  assert.equal(asked, 1);
});

test('a decision that is there at once is shown at once', async () => {
  const frame = await world.newCustomer('quick@example.com');
  await frame.say('personal', personal);
  const decided = await frame.say('bank', bank);
  assert.deepEqual([decided.step, decided.decision?.status], ['decision', 'approved']);
});

test('an answer that was lost with the house that asked is asked for again by whoever still waits for it', async () => {
  const { house } = world.built;
  const { underWay } = house;
  // A house that dies right after it has kept the application.
  Object.assign(house, { underWay: { ...underWay, join: async () => {} } });
  asked = 0;
  const frame = await world.newCustomer('lost@example.com');
  await frame.say('personal', personal);
  assert.equal((await frame.say('bank', bank)).step, 'waiting');
  Object.assign(house, { underWay });
  assert.equal((await frame.say('view')).step, 'waiting', 'two minutes are not over');
  world.built.advance(3 * 60_000);
  const decided = await frame.say('view');
  assert.deepEqual([decided.step, decided.decision?.status, asked], ['decision', 'approved', 1]);
});

test('no answer yet is said as such, and the one that comes later by itself is shown', async () => {
  const { house } = world.built;
  const { decisions } = house;
  Object.assign(house, {
    decisions: { ...decisions, timeoutMs: 1, decide: () => new Promise(() => {}) } satisfies Decisions,
  });
  const frame = await world.newCustomer('never@example.com');
  await frame.say('personal', personal);
  const pending = await frame.say('bank', bank);
  assert.deepEqual(
    [pending.step, pending.decision?.status, pending.decision?.waitsFor],
    ['decision', 'pending', 'provider'],
  );
  Object.assign(house, { decisions });
  world.built.advance(20 * 60_000);
  await decideOverdue(house);
  assert.equal((await frame.say('view')).decision?.status, 'approved');
});

/** A new customer whose application is handed in and not decided until `open` is called. */
async function handInSlowly(email: string): Promise<{ frame: TestFrame; handedIn: View; open(): Promise<void> }> {
  const answer = Promise.withResolvers<void>();
  gate = answer.promise;
  asked = 0;
  const frame = await world.newCustomer(email);
  await frame.say('personal', personal);
  const handedIn = await frame.say('bank', bank);
  gate = null;
  return {
    frame,
    handedIn,
    open: async () => {
      answer.resolve();
      await world.built.house.underWay.settled();
    },
  };
}
