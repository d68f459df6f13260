import assert from 'node:assert/strict';
import { test } from 'node:test';
import { passcodeLockMs } from './passcode-lock.ts';

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
