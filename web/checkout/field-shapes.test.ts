import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { readAmount, readDay, shapeAmount, shapeDay, shapeIdentity, shapeMobile, typedDay } from './field-shapes.ts';

test('a date grows into month, day and year while it is typed, key by key', () => {
  let shown = '';
  for (const key of '04171990') shown = shapeDay(shown + key);
  assert.equal(shown, '04 / 17 / 1990');
});

test('a date can be typed with separators and taken back with the delete key', () => {
  for (const [typed, shown] of [
    ['4/', '4 / '],
    ['4/7/1990', '4 / 7 / 1990'],
    ['4-7-1990', '4 / 7 / 1990'],
    ['04 /', '04'],
    ['04 / 1', '04 / 1'],
    ['', ''],
    ['041719901', '04 / 17 / 1990'],
  ] as const) {
    assert.equal(shapeDay(typed), shown, typed);
  }
});

test('a typed date is read as a day of the calendar, or said not to be one', () => {
  for (const [typed, day] of [
    ['04 / 17 / 1990', '1990-04-17'],
    ['4/7/1990', '1990-04-07'],
    ['02 / 30 / 1991', 'no-such-day'],
    ['02 / 29 / 1992', '1992-02-29'],
    ['13 / 01 / 1991', 'no-such-day'],
    ['04 / 17 / 90', null],
    ['', null],
  ] as const) {
    assert.equal(readDay(typed), day, typed);
  }
  assert.equal(typedDay('1990-04-17'), '04 / 17 / 1990');
  assert.equal(typedDay(''), '');
});

test('an identity number and a mobile number are shown in their usual groups', () => {
  assert.equal(shapeIdentity('666011500'), '666-01-1500');
  assert.equal(shapeIdentity('66601'), '666-01');
  assert.equal(shapeIdentity('666-01-15009'), '666-01-1500');
  assert.equal(shapeMobile('5555550142'), '(555) 555-0142');
  assert.equal(shapeMobile('15555550142'), '(555) 555-0142');
  assert.equal(shapeMobile('555'), '555');
});

test('an income is read from its text, cent for cent, and shown with thousands separators', () => {
  for (const [typed, amount, shown] of [
    ['3150', '3150.00', '3,150.00'],
    ['3,150.5', '3150.50', '3,150.50'],
    ['$1,234,567.89', '1234567.89', '1,234,567.89'],
    ['0.10', '0.10', '0.10'],
    ['007', '7.00', '7.00'],
    ['3.150,00', null, '3.150,00'],
    ['12,34', null, '12,34'],
    ['-5', null, '-5'],
    ['lots', null, 'lots'],
  ] as const) {
    assert.equal(readAmount(typed), amount, typed);
    assert.equal(shapeAmount(typed), shown, typed);
  }
});

test('what is shown of an income reads back as the same income', () => {
  fc.assert(
    fc.property(fc.nat({ max: 999_999_999 }), fc.nat({ max: 99 }), (whole, cents) => {
      const amount = `${whole}.${String(cents).padStart(2, '0')}`;
      assert.equal(readAmount(shapeAmount(amount)), amount);
    }),
  );
});
