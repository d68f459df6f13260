import assert from 'node:assert/strict';
import { test } from 'node:test';
import { numbersGoOn } from './numbers.ts';

const table: [string, Parameters<typeof numbersGoOn>[0], string][] = [
  ['declined at once', { createdOn: '2026-11-21', decidedOn: '2026-11-21', expiresOn: null }, '2027-01-20'],
  ['declined after a review', { createdOn: '2026-11-21', decidedOn: '2026-12-01', expiresOn: null }, '2027-01-30'],
  [
    'an approval that ran out',
    { createdOn: '2026-11-21', decidedOn: '2026-11-21', expiresOn: '2027-01-20' },
    '2027-03-21',
  ],
  ['a draft that nobody finished', { createdOn: '2026-11-21', decidedOn: null, expiresOn: null }, '2027-02-19'],
];
for (const [what, application, day] of table) {
  test(`the numbers of ${what} go on ${day}`, () => assert.equal(numbersGoOn(application), day));
}
