import assert from 'node:assert/strict';
import { test } from 'node:test';
import { longDay, shortDay } from './day-text.ts';

test('a day is written out for people', () => {
  assert.equal(longDay('2026-11-20'), 'November 20, 2026');
  assert.equal(longDay('2027-02-01'), 'February 1, 2027');
  assert.equal(shortDay('2027-09-09'), 'Sep 9, 2027');
});
