import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type DecisionInput, decide, decisionConfigOf } from './decide.ts';
import { replay } from './replay.ts';

const input: DecisionInput = {
  monthlyIncome: 1_600_00,
  monthsAtIncome: null,
  bankAccountMonths: null,
  overdraftsIn30Days: null,
  leasesPaidOff: 0,
  inquiriesIn30Days: null,
  monthsAtAddress: 3,
  payFrequency: 'monthly',
  directDepositVerified: null,
  state: 'TX',
  stateOffered: true,
  age: 30,
  monthlyNetIncome: null,
  bankAccountVerified: null,
  priorChargeOff: false,
  identityFailed: false,
  reviewBecause: [],
  alerts: [],
  openCashPrice: 0,
};
const decision = decide(input, decisionConfigOf('scorecard-1')!);

test('a decision made again under its own rules is the same, also as it comes out of a table', () => {
  assert.deepEqual(replay({ input, decision }, null), { outcome: 'same' });
  assert.deepEqual(replay(JSON.parse(JSON.stringify({ input, decision })), null), { outcome: 'same' });
  assert.deepEqual(replay({ input, decision }, 'scorecard-1'), { outcome: 'same' });
});

test('under other rules it says what changes and which reasons go or come', () => {
  const replayed = replay({ input, decision }, 'scorecard-1-A08-A09');
  assert.equal(replayed.outcome, 'changed');
  if (replayed.outcome !== 'changed') return;
  assert.deepEqual([replayed.before.score, replayed.after.score], [41, 44]);
  assert.deepEqual(replayed.before.reasons, ['A06', 'A02', 'A08', 'A09']);
  assert.deepEqual([replayed.lost, replayed.gained], [['A08', 'A09'], []]);
  assert.deepEqual(replayed.moved, ['monthsAtAddress', 'payFrequency']);
});

test('a decision that the denylist sent to a person is made again from its snapshot, whatever the list says today', () => {
  const listed: DecisionInput = { ...input, monthlyIncome: 0, reviewBecause: ['denylist_ssn:fraud'] };
  const sent = decide(listed, decisionConfigOf('scorecard-1')!);
  assert.deepEqual([sent.decision, replay({ input: listed, decision: sent }, null)], ['review', { outcome: 'same' }]);
});

test('a decision on net income is made again from it, and a snapshot from before there was any from what was stated', () => {
  const config = decisionConfigOf('scorecard-1')!;
  const withNet: DecisionInput = { ...input, monthlyNetIncome: 3_100_00 };
  const onNet = decide(withNet, config);
  assert.notEqual(onNet.score, decision.score);
  assert.deepEqual(replay({ input: withNet, decision: onNet }, null), { outcome: 'same' });
  const { monthlyNetIncome, ...before } = input;
  const { accountReportUsed, ...decidedBefore } = decision;
  const old = { input: before, decision: decidedBefore } as { input: DecisionInput; decision: typeof decision };
  assert.deepEqual(replay(old, null), { outcome: 'same' });
});

test('a decision whose record was altered does not come out the same', () => {
  const altered = { ...decision, spendingLimitCents: decision.spendingLimitCents + 25_00 };
  assert.equal(replay({ input, decision: altered }, null).outcome, 'changed');
  assert.equal(replay({ input: { ...input, monthlyIncome: 900_00 }, decision }, null).outcome, 'changed');
});

test('what the scorecard did not say by itself is not made again', () => {
  assert.deepEqual(replay({ input, decision: { ...decision, decidedBy: 'operator' } }, null), {
    outcome: 'skipped',
    why: 'operator',
  });
  const { decidedBy, ...old } = decision;
  assert.deepEqual(replay({ input, decision: old as typeof decision }, null), { outcome: 'skipped', why: 'not kept' });
  assert.deepEqual(replay({ input, decision: { ...decision, scorecard: 'scorecard-0' } }, null), {
    outcome: 'skipped',
    why: 'unknown version',
  });
});
