import assert from 'node:assert/strict';
import { test } from 'node:test';
import { passcodeLockMs, wrongTriesLockMs } from './passcode-lock.ts';

const minute = 60_000;

for (const [sentAgo, lockedFor] of [
  [[], 0],
  [[0, 1], 0],
  [[0, 1, 2], 30],
  [[1, 2, 15], 29],
  [[0, 1, 15], 0],
  [[29, 30, 31], 1],
  [[30, 31, 32], 0],
  [[5, 20, 21, 22], 10],
  [[0, 31, 32, 33], 0],
] as const) {
  test(`codes sent ${sentAgo.join(', ') || 'never'} minutes ago: none for ${lockedFor} minutes`, () => {
    assert.equal(passcodeLockMs(sentAgo.map((minutes) => minutes * minute)), lockedFor * minute);
  });
}

test('after a code whose every try was wrong there is none until half an hour after its end', () => {
  const lock = (...ages: number[]) =>
    wrongTriesLockMs(
      ages.map((age) => age * minute),
      5 * minute,
    ) / minute;
  assert.deepEqual([lock(), lock(0), lock(4), lock(34), lock(35), lock(40, 10)], [0, 35, 31, 1, 0, 25]);
});
