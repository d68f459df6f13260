import assert from 'node:assert/strict';
import { test } from 'node:test';
import { ageOfMajority, ageOn, checkDateOfBirth } from './age.ts';

test('a person is a year older on the birthday, not a day before', () => {
  assert.equal(ageOn('2008-11-20', '2026-11-19'), 17);
  assert.equal(ageOn('2008-11-20', '2026-11-20'), 18);
  assert.equal(ageOn('2008-12-31', '2027-01-01'), 18);
});

test('someone born on 29 February is older on 1 March of a common year', () => {
  assert.equal(ageOn('2008-02-29', '2026-02-28'), 17);
  assert.equal(ageOn('2008-02-29', '2026-03-01'), 18);
  assert.equal(ageOn('2008-02-29', '2028-02-28'), 19);
  assert.equal(ageOn('2008-02-29', '2028-02-29'), 20);
});

test('people come of age at 18, in Alabama and Nebraska at 19, in Mississippi at 21', () => {
  assert.deepEqual(['FL', 'AL', 'NE', 'MS', 'CA'].map(ageOfMajority), [18, 19, 19, 21, 18]);
});

test('a date of birth is a real day, not to come and not more than 110 years ago', () => {
  const today = '2026-11-20';
  assert.equal(checkDateOfBirth('1990-10-10', today), 'ok');
  assert.equal(checkDateOfBirth('2026-11-20', today), 'ok');
  assert.equal(checkDateOfBirth('2026-11-21', today), 'future');
  assert.equal(checkDateOfBirth('1915-11-21', today), 'ok');
  assert.equal(checkDateOfBirth('1915-11-20', today), 'too_old');
  for (const text of ['', '1990-02-30', '10/10/1990', '1990-1-1'])
    assert.equal(checkDateOfBirth(text, today), 'format');
});
