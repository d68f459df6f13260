import assert from 'node:assert/strict';
import { test } from 'node:test';
import type { Day } from '../calendar/day.ts';
import { type KeptKind, keptSince } from './keep.ts';

test('access logs are kept two years, questions about a person ninety days', () => {
  const table: [KeptKind, Day, Day][] = [
    ['accessLog', '2028-11-26', '2026-11-26'],
    ['accessLog', '2028-02-29', '2026-02-28'],
    ['knowledgeQuestions', '2026-11-26', '2026-08-28'],
    ['knowledgeQuestions', '2027-01-15', '2026-10-17'],
  ];
  for (const [kind, today, since] of table) assert.equal(keptSince(kind, today), since);
});
