import assert from 'node:assert/strict';
import { test } from 'node:test';
import { keptMonthsLeast, olderThan, questionsGoBefore } from './keep.ts';

test('access logs are kept two years to the day', () => {
  const { accessLogs } = keptMonthsLeast;
  assert.equal(olderThan(accessLogs, '2028-11-26'), '2026-11-26');
  assert.equal(olderThan(accessLogs, '2028-02-29'), '2026-02-28');
});

test('questions about a person are kept ninety days', () => {
  assert.equal(questionsGoBefore('2026-11-26'), '2026-08-28');
  assert.equal(questionsGoBefore('2027-01-15'), '2026-10-17');
});
