import assert from 'node:assert/strict';
import { test } from 'node:test';
import { denylistCauses, emailDomainsOf, isDenylistCause, isInForce } from './denylist.ts';
import { causesBeforeReport, reviewCauseText } from './review.ts';

test('what is listed counts from its first day through its last, and no more once it is lifted', () => {
  const listed = { from: '2026-11-10', until: '2026-11-20', isLifted: false } as const;
  const days = ['2026-11-09', '2026-11-10', '2026-11-20', '2026-11-21'] as const;
  assert.deepEqual(
    days.map((today) => isInForce(listed, today)),
    [false, true, true, false],
  );
  assert.equal(isInForce({ ...listed, until: null }, '2099-12-31'), true);
  assert.equal(isInForce({ ...listed, until: '2026-11-10' }, '2026-11-10'), true, 'a single day');
  assert.equal(isInForce({ ...listed, isLifted: true }, '2026-11-15'), false);
});

test('matches are told once each, by kind and then by reason, whatever order they were found in', () => {
  const met = [
    { kind: 'address', code: 'abuse' },
    { kind: 'bank', code: 'abuse' },
    { kind: 'bank', code: 'identity_theft' },
    { kind: 'ssn', code: 'own_request' },
    { kind: 'bank', code: 'abuse' },
  ] as const;
  const told = [
    'denylist_ssn:own_request',
    'denylist_bank:identity_theft',
    'denylist_bank:abuse',
    'denylist_address:abuse',
  ];
  assert.deepEqual(denylistCauses(met), told);
  assert.deepEqual(denylistCauses([...met].reverse()), told);
  assert.deepEqual(denylistCauses([]), []);
});

test('of the causes of a review a match of a screening list comes first, one of ours next, too many people last', () => {
  const listed = ['denylist_ssn:fraud', 'denylist_email:fraud'] as const;
  assert.deepEqual(causesBeforeReport({ isScreened: true, listed, shared: ['velocity_bank'] }), [
    'screening',
    ...listed,
    'velocity_bank',
  ]);
  assert.deepEqual(causesBeforeReport({ isScreened: false, listed: [], shared: [] }), []);
});

test('a cause says to the operator what matched and why it is listed', () => {
  assert.equal(
    reviewCauseText('denylist_bank:identity_theft'),
    'On the denylist, by bank account: used by somebody else than its owner',
  );
  assert.equal(reviewCauseText('screening'), 'A possible match of a screening list');
  assert.equal(isDenylistCause('velocity_bank'), false);
  assert.equal(isDenylistCause('denylist_bank:unheard'), false);
});

test('who lists a domain means everything below it, and never a country', () => {
  assert.deepEqual(emailDomainsOf('Ada@Mail.Example.com'), ['mail.example.com', 'example.com']);
  assert.deepEqual(emailDomainsOf('example.co.uk'), ['example.co.uk', 'co.uk']);
  assert.deepEqual(emailDomainsOf('a@example.com'), ['example.com']);
});
