import assert from 'node:assert/strict';
import { test } from 'node:test';
import { actsByHand, movesByHand } from './by-hand.ts';
import { type ApplicationState, applicationAfterAll, applicationLifecycle } from './lifecycle.ts';

const states = Object.keys(applicationLifecycle.moves) as ApplicationState[];

test('what a person may do in each state', () => {
  const may: Partial<Record<ApplicationState, string[]>> = {
    submitted: ['requestDocuments', 'withdraw'],
    kba_pending: ['withdraw'],
    kba_failed: ['requestDocuments'],
    kba_expired: ['requestDocuments'],
    step_up: ['decline', 'requestDocuments', 'receiveDocuments', 'acceptDocuments', 'rejectDocuments'],
    review: ['approve', 'decline', 'requestDocuments', 'withdraw'],
    deciding: ['approve', 'decline'],
    approved: ['withdraw', 'revoke'],
  };
  for (const state of states) assert.deepEqual(actsByHand(state), may[state] ?? [], state);
});

test('nobody does anything with an application that is over', () => {
  for (const state of applicationLifecycle.ends) assert.deepEqual(actsByHand(state), [], state);
});

test('an approval by hand walks the table to its end', () => {
  for (const state of ['review', 'deciding'] as const) {
    assert.equal(applicationAfterAll(state, ...movesByHand('approve', state)!), 'approved');
  }
});

test('wherever an application waits, a person or a day leads it out', () => {
  // A draft is abandoned and questions are over after thirty days; who was handed in is decided again and again.
  const byDay: readonly ApplicationState[] = ['draft', 'kba_pending', 'kba_passed', 'submitted'];
  for (const state of states.filter((one) => !applicationLifecycle.ends.includes(one))) {
    assert.ok(actsByHand(state).length > 0 || byDay.includes(state), state);
  }
});
