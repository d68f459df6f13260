import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isFinal } from './is-final.ts';
import type { AttemptState } from './lifecycle.ts';
import { spreadRefund } from './spread-refund.ts';

// Friday 20 November 2026; Thursday the 26th is Thanksgiving.
const cases: readonly {
  rail: 'ach' | 'card';
  state: AttemptState;
  settledOn?: string;
  today: string;
  final: boolean;
}[] = [
  { rail: 'card', state: 'scheduled', today: '2026-11-20', final: false },
  { rail: 'card', state: 'pending', today: '2026-11-20', final: true },
  { rail: 'ach', state: 'pending', today: '2026-11-20', final: false },
  { rail: 'ach', state: 'settled', settledOn: '2026-11-20', today: '2026-11-24', final: false },
  { rail: 'ach', state: 'settled', settledOn: '2026-11-20', today: '2026-11-25', final: true },
  { rail: 'ach', state: 'part_refunded', settledOn: '2026-11-24', today: '2026-11-29', final: false },
  { rail: 'ach', state: 'settled', settledOn: '2026-11-24', today: '2026-11-30', final: true },
  { rail: 'ach', state: 'returned', today: '2026-11-20', final: true },
  { rail: 'ach', state: 'failed', today: '2026-11-20', final: true },
];

for (const { final, today, ...attempt } of cases) {
  const { rail, state, settledOn = null } = attempt;
  test(`${rail} ${state}${settledOn === null ? '' : ` since ${settledOn}`} is ${final ? '' : 'not '}final on ${today}`, () => {
    assert.equal(isFinal({ rail, state, settledOn }, today), final);
  });
}

test('a refund goes back to the newest payments first, none gives more than it has', () => {
  const refund = { rent: 700, tax: 50, fee: 0, feeTax: 0, ahead: 30 };
  const payments = [
    { attemptId: 'first', left: 500 },
    { attemptId: 'used up', left: 0 },
    { attemptId: 'newest', left: 600 },
  ];
  assert.deepEqual(spreadRefund(refund, payments), [
    { attemptId: 'newest', refund: { rent: 600, tax: 0, fee: 0, feeTax: 0, ahead: 0 } },
    { attemptId: 'first', refund: { rent: 100, tax: 50, fee: 0, feeTax: 0, ahead: 30 } },
  ]);
  assert.throws(() => spreadRefund({ ...refund, rent: 1_100 }, payments), RangeError);
});
