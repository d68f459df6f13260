import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type EndedFile, fileGoesOn, firstLookOn } from './file.ts';
import { keptMonthsLeast } from './keep.ts';

const declined = { createdOn: '2026-11-21', decidedOn: '2026-11-21', expiresOn: null } as const;
const approved = { ...declined, expiresOn: '2027-01-20' } as const;

const table: [string, EndedFile, ReturnType<typeof fileGoesOn>][] = [
  ['a decline', { application: declined, leaseEndedOn: null }, { file: '2028-12-21', consents: '2031-11-21' }],
  [
    'an approval that ran out',
    { application: approved, leaseEndedOn: null },
    { file: '2029-02-20', consents: '2032-01-20' },
  ],
  [
    'a lease, which is kept longer than the consents',
    { application: approved, leaseEndedOn: '2027-11-18' },
    { file: '2034-11-18', consents: '2034-11-18' },
  ],
  [
    'a lease of long ago and a new decline',
    { application: { ...declined, createdOn: '2034-10-31', decidedOn: '2034-10-31' }, leaseEndedOn: '2027-11-18' },
    { file: '2036-11-30', consents: '2039-10-31' },
  ],
  ['somebody who only signed up', { application: null, leaseEndedOn: null }, null],
];
for (const [what, file, goes] of table) {
  test(`the file of ${what} goes ${goes === null ? 'never by itself' : `on ${goes.file}`}`, () => {
    assert.deepEqual(fileGoesOn(file, keptMonthsLeast), goes);
  });
}

test('a house may keep longer', () => {
  const months = { ...keptMonthsLeast, applications: 36, consents: 72 };
  assert.deepEqual(fileGoesOn({ application: declined, leaseEndedOn: null }, months), {
    file: '2029-11-21',
    consents: '2032-11-21',
  });
});

test('nobody has to be looked at before the shortest time is over', () => {
  assert.equal(firstLookOn('2026-11-21'), '2028-12-21');
});
