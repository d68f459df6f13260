import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { addBankDays, type DebitConvention, isBankDay, shiftToBankDay } from './bank-days.ts';
import { addDays, type Day, daysBetween } from './day.ts';

// The table of bank closing days itself is tests/golden/bank-closing-days.json.
const anyDay = fc.integer({ min: 0, max: 3_287 }).map((n): Day => addDays('2024-01-01', n)); // to 2032-12-31

test('banks open on the Friday before a holiday on a Saturday, and close on the Monday after one on a Sunday', () => {
  assert.equal(isBankDay('2026-07-03'), true); // 4 July 2026 is a Saturday
  assert.equal(isBankDay('2027-07-05'), false); // 4 July 2027 is a Sunday
  assert.equal(isBankDay('2027-12-24'), true);
});

test('a debit that follows is never early and at most four days late', () => {
  fc.assert(
    fc.property(anyDay, (due) => {
      const debit = shiftToBankDay(due, 'following');
      assert.ok(isBankDay(debit));
      assert.ok(daysBetween(due, debit) >= 0 && daysBetween(due, debit) <= 4);
    }),
    { numRuns: 1_000 },
  );
});

test('a debit that precedes is never late, and a modified one never leaves the month', () => {
  fc.assert(
    fc.property(anyDay, (due) => {
      const preceding = shiftToBankDay(due, 'preceding');
      assert.ok(isBankDay(preceding) && preceding <= due);
      const modified = shiftToBankDay(due, 'modified_following');
      assert.ok(isBankDay(modified));
      assert.equal(modified.slice(0, 7), due.slice(0, 7));
    }),
    { numRuns: 1_000 },
  );
});

test('each convention moves the same weekend its own way, and none moves a bank day', () => {
  const rows: [Day, DebitConvention, Day][] = [
    ['2027-01-31', 'following', '2027-02-01'], // a Sunday at the end of the month
    ['2027-01-31', 'modified_following', '2027-01-29'],
    ['2027-01-31', 'preceding', '2027-01-29'],
    ['2027-01-31', 'none', '2027-01-31'],
    ['2026-12-25', 'following', '2026-12-28'], // Christmas on a Friday
    ['2027-07-03', 'following', '2027-07-06'], // Saturday, Sunday and a Monday that is closed
  ];
  for (const [due, convention, expected] of rows) assert.equal(shiftToBankDay(due, convention), expected, convention);
  for (const convention of ['following', 'preceding', 'modified_following', 'none'] as const) {
    assert.equal(shiftToBankDay('2026-11-20', convention), '2026-11-20');
  }
});

test('counting bank days skips what is closed, and counting back undoes counting on', () => {
  assert.equal(addBankDays('2026-11-25', 1), '2026-11-27'); // over Thanksgiving
  assert.equal(addBankDays('2026-11-28', 1), '2026-11-30'); // from a Saturday
  assert.equal(addBankDays('2026-11-28', -1), '2026-11-27');
  assert.equal(addBankDays('2026-11-28', 0), '2026-11-28');
  fc.assert(
    fc.property(anyDay, fc.integer({ min: 0, max: 30 }), (day, n) => {
      fc.pre(isBankDay(day));
      assert.equal(addBankDays(addBankDays(day, n), -n), day);
    }),
  );
});
