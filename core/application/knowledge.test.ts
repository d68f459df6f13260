import assert from 'node:assert/strict';
import { test } from 'node:test';
import { knowledgeResult, mayAskAgain } from './knowledge.ts';

const second = 1000;
const hour = 3_600 * second;
const day = 24 * hour;

for (const [right, seconds, result] of [
  [5, 0, 'passed'],
  [4, 10, 'passed'],
  [4, 300, 'passed'],
  [3, 10, 'failed'],
  [0, 300, 'failed'],
  [5, 300.001, 'expired'],
  [5, 301, 'expired'],
  [0, 301, 'expired'],
] as const) {
  test(`${right} of 5 after ${seconds} s have ${result}`, () => {
    assert.equal(knowledgeResult({ right, elapsedMs: seconds * second, secondsAllowed: 300 }), result);
  });
}

test('a session without time is over before it begins', () => {
  assert.equal(knowledgeResult({ right: 5, elapsedMs: 0, secondsAllowed: 0 }), 'expired');
});

for (const [earlier, may] of [
  [[], true],
  [[hour], true],
  [[hour, 2 * hour], false],
  [[day - 1, 2 * hour], false],
  [[day, 2 * hour], true],
  [[2 * day, 3 * day], true],
  [[2 * day, 3 * day, 4 * day], false],
  [[2 * day, 3 * day, 30 * day], true],
  [[2 * day, 3 * day, 30 * day - 1], false],
] as const) {
  test(`after sessions ${earlier.map((age) => age / hour).join(', ') || 'never'} hours ago there is ${may ? 'another' : 'none'}`, () => {
    assert.equal(mayAskAgain(earlier), may);
  });
}
