import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isWritingHour, remindedToday } from './reminder.ts';

test('an approval is reminded of in its last five days, and not on the last one', () => {
  assert.deepEqual(remindedToday('2027-01-14'), { from: '2027-01-15', through: '2027-01-19' });
});

test('nobody is written to at night, nor in the hour in which it may be night at their end of the state', () => {
  const hours = Array.from({ length: 24 }, (_, hour) => hour).filter(isWritingHour);
  assert.deepEqual([hours[0], hours.at(-1)], [9, 19]);
});
