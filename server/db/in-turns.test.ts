import assert from 'node:assert/strict';
import { test } from 'node:test';
import { setImmediate as moment } from 'node:timers/promises';
import { inTurns, TooManyWaiting } from '#server/db/in-turns.ts';

type Turn = { items: readonly string[]; end: PromiseWithResolvers<readonly PromiseSettledResult<void>[]> };

/** Turns that a test ends by hand. */
function turnsByHand(limits: { togetherMax: number; waitingMax: number }) {
  const turns: Turn[] = [];
  const add = inTurns<string>((items) => {
    const end = Promise.withResolvers<readonly PromiseSettledResult<void>[]>();
    turns.push({ items, end });
    return end.promise;
  }, limits);
  const done = (turn: number) =>
    turns[turn]!.end.resolve(turns[turn]!.items.map(() => ({ status: 'fulfilled', value: undefined })));
  return { turns, add, done };
}

test('who comes alone goes at once, who comes meanwhile goes together in the next turn', async () => {
  const { turns, add, done } = turnsByHand({ togetherMax: 3, waitingMax: 10 });
  const first = add('a');
  await moment();
  assert.deepEqual(
    turns.map(({ items }) => items),
    [['a']],
  );
  const others = ['b', 'c', 'd', 'e'].map(add);
  done(0);
  await first;
  await moment();
  assert.deepEqual(turns[1]?.items, ['b', 'c', 'd']);
  done(1);
  await Promise.all(others.slice(0, 3));
  await moment();
  assert.deepEqual(turns[2]?.items, ['e']);
  done(2);
  await others[3];
  await moment();
  void add('f');
  await moment();
  assert.deepEqual(turns[3]?.items, ['f']);
});

test('who comes in the same moment goes together', async () => {
  const { turns, add, done } = turnsByHand({ togetherMax: 3, waitingMax: 10 });
  const all = ['a', 'b', 'c', 'd'].map(add);
  await moment();
  assert.deepEqual(turns[0]?.items, ['a', 'b', 'c']);
  done(0);
  await moment();
  assert.deepEqual(turns[1]?.items, ['d']);
  done(1);
  await Promise.all(all);
});

test('each is told what became of it, and a turn that fails as a whole fails all of its own and no others', async () => {
  const { turns, add, done } = turnsByHand({ togetherMax: 2, waitingMax: 10 });
  const first = add('a');
  await moment();
  const [good, bad, b, c, last] = ['good', 'bad', 'b', 'c', 'last'].map(add);
  done(0);
  await first;
  await moment();
  turns[1]?.end.resolve([
    { status: 'fulfilled', value: undefined },
    { status: 'rejected', reason: new Error('taken') },
  ]);
  await good;
  await assert.rejects(bad!, /taken/);
  await moment();
  turns[2]?.end.reject(new Error('hung up'));
  await assert.rejects(b!, /hung up/);
  await assert.rejects(c!, /hung up/);
  await moment();
  done(3);
  await last;
});

test('no more wait than may wait: the next one is sent away at once', async () => {
  const { add, done } = turnsByHand({ togetherMax: 2, waitingMax: 2 });
  const first = add('a');
  await moment();
  const waiting = ['b', 'c'].map(add);
  await assert.rejects(add('d'), TooManyWaiting);
  done(0);
  await first;
  await moment();
  done(1);
  await Promise.all(waiting);
});
