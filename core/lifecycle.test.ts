import assert from 'node:assert/strict';
import { test } from 'node:test';
import { applicationLifecycle } from './application/lifecycle.ts';
import { envelopeLifecycle } from './lease/envelope.ts';
import { leaseLifecycle } from './lease/lifecycle.ts';
import { faultsOf, type LifecycleTable, moves } from './lifecycle.ts';
import { attemptLifecycle } from './payment/lifecycle.ts';
import { settlementLifecycle } from './settlement/lifecycle.ts';

const lifecycles: Record<string, LifecycleTable<string, string>> = {
  'an application': applicationLifecycle,
  'a lease': leaseLifecycle,
  'an agreement': envelopeLifecycle,
  'a payment attempt': attemptLifecycle,
  'a settlement line': settlementLifecycle,
};

for (const [name, lifecycle] of Object.entries(lifecycles)) {
  test(`the life of ${name} has no unreachable state, no unknown target and no open end`, () => {
    assert.deepEqual(faultsOf(lifecycle), []);
  });
}

test('a move that is not in the table leads nowhere', () => {
  assert.equal(leaseLifecycle.can('activate', 'signed'), false);
  assert.equal(leaseLifecycle.after('signed', 'activate'), null);
});

test('a move that is in the table leads where it says', () => {
  assert.equal(leaseLifecycle.can('finalize', 'signed'), true);
  assert.equal(leaseLifecycle.after('signed', 'finalize'), 'finalized');
});

test('a faulty table is found out in words', () => {
  const faulty: LifecycleTable<string, string> = {
    start: 'open',
    moves: {
      open: { close: 'closed', vanish: 'nowhere' },
      closed: { reopen: 'open', shout: 'stuck' },
      stuck: {},
      lonely: { close: 'closed' },
    },
    ends: ['closed'],
    reopens: { closed: ['reopen', 'forgive'], open: ['close'] },
  };
  assert.deepEqual(faultsOf(moves(faulty)), [
    'vanish leads from open to the unknown state nowhere',
    'close is listed as reopening open, which is not an end',
    'shout leaves the end closed',
    'forgive is listed but does not reopen closed',
    'stuck has no way out and is not an end',
    'lonely can never be reached',
  ]);
});

test('an application moves as domain 6.3 draws it, and whoever reviews it may ask for documents', () => {
  assert.deepEqual(arrowsOf(applicationLifecycle), [
    'approved → expired revoked withdrawn',
    'deciding → approved declined review',
    'draft → abandoned submitted',
    'kba_expired → kba_pending step_up',
    'kba_failed → kba_pending step_up',
    'kba_passed → deciding',
    'kba_pending → kba_expired kba_failed kba_passed withdrawn',
    'review → declined kba_pending step_up withdrawn',
    'step_up → declined kba_passed',
    'submitted → kba_pending review step_up withdrawn',
  ]);
});

test('a lease moves exactly as domain 6.3 draws it', () => {
  assert.deepEqual(arrowsOf(leaseLifecycle), [
    'active → bought_out completed on_hold past_due returned vested',
    'charged_off → active settled',
    'finalized → active cancelled',
    'offered → signed void',
    'on_hold → active charged_off',
    'past_due → active bought_out charged_off completed on_hold returned',
    'returned → active',
    'signed → cancelled finalized',
  ]);
});

function arrowsOf(lifecycle: LifecycleTable<string, string>): string[] {
  return Object.entries(lifecycle.moves)
    .filter(([, ways]) => Object.keys(ways).length > 0)
    .map(([state, ways]) => `${state} → ${Object.values(ways).sort().join(' ')}`)
    .sort();
}
