import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { addDays, addMonths, type Day, dayAt, daysBetween, hourAt, isDay, maxDay, minDay, weekday } from './day.ts';
import { servicingZone, zoneOfState } from './time-zones.ts';

const first = Temporal.PlainDate.from('1890-01-01');
const anyDay = fc.integer({ min: 0, max: 115_000 }).map((days): Day => first.add({ days }).toString());

test('the hour on the wall is that of the zone, midnight is 0', () => {
  const instant = Date.parse('2026-11-21T05:30:00Z');
  const zones = ['America/New_York', 'America/Los_Angeles', 'Pacific/Honolulu'];
  assert.deepEqual(
    zones.map((zone) => hourAt(instant, zone)),
    [0, 21, 19],
  );
});

test('a day moved by any number of days is the day that the calendar says', () => {
  fc.assert(
    fc.property(anyDay, fc.integer({ min: -40_000, max: 40_000 }), (day, days) => {
      assert.equal(addDays(day, days), Temporal.PlainDate.from(day).add({ days }).toString());
    }),
    { numRuns: 1_000 },
  );
});

test('a day moved by any number of months keeps its day of the month, or the last one there is', () => {
  assert.equal(addMonths('2027-01-31', 1), '2027-02-28');
  assert.equal(addMonths('2028-01-31', 1), '2028-02-29');
  assert.equal(addMonths('2027-03-31', -13), '2026-02-28');
  fc.assert(
    fc.property(anyDay, fc.integer({ min: -500, max: 500 }), (day, months) => {
      assert.equal(addMonths(day, months), Temporal.PlainDate.from(day).add({ months }).toString());
    }),
    { numRuns: 1_000 },
  );
});

test('the days between two days, and the weekday of each, are those of the calendar', () => {
  fc.assert(
    fc.property(anyDay, anyDay, (from, to) => {
      const oracle = Temporal.PlainDate.from(from);
      assert.equal(daysBetween(from, to), oracle.until(to, { largestUnit: 'day' }).days);
      assert.equal(weekday(from), oracle.dayOfWeek % 7);
      assert.equal(maxDay(from, to), Temporal.PlainDate.compare(from, to) > 0 ? from : to);
      assert.equal(minDay(from, to), Temporal.PlainDate.compare(from, to) < 0 ? from : to);
    }),
  );
});

test('only a real day is a day', () => {
  for (const day of ['2026-11-20', '2028-02-29', '2000-02-29', '0001-01-01', '9999-12-31']) assert.ok(isDay(day), day);
  const wrong = ['', '2026-1-1', '2027-02-29', '1900-02-29', '2026-04-31', '2026-00-10', '2026-13-01', '2026-01-00'];
  for (const text of [
    ...wrong,
    '0000-01-01',
    '2026-01-32',
    '20260101',
    '2026-01-01T00:00',
    ' 2026-01-01',
    '٢٠٢٦-٠١-٠١',
  ]) {
    assert.equal(isDay(text), false, text);
  }
});

test('the same instant is another day on another coast', () => {
  const instant = Date.UTC(2027, 0, 1, 6, 30); // 01:30 in New York, 22:30 the evening before in Los Angeles
  assert.equal(dayAt(instant, 'America/New_York'), '2027-01-01');
  assert.equal(dayAt(instant, 'America/Los_Angeles'), '2026-12-31');
  assert.equal(dayAt(Date.UTC(2026, 11, 31, 10), 'Pacific/Guam'), '2026-12-31');
  assert.throws(() => dayAt(instant, 'Nowhere/Land'), RangeError);
});

test('a day in a zone begins and ends at its own midnight, daylight saving or not', () => {
  const instants = fc.integer({ min: Date.UTC(2024, 0), max: Date.UTC(2033, 0) });
  const zones = fc.constantFrom('America/New_York', 'America/Phoenix', 'America/Los_Angeles', 'Pacific/Honolulu');
  fc.assert(
    fc.property(instants, zones, (instant, zone) => {
      const oracle = Temporal.Instant.fromEpochMilliseconds(instant).toZonedDateTimeISO(zone);
      assert.equal(dayAt(instant, zone), oracle.toPlainDate().toString());
    }),
  );
});

test('every state has a zone, and a post office at sea has the servicing zone', () => {
  assert.equal(zoneOfState('CA'), 'America/Los_Angeles');
  assert.equal(zoneOfState('TX'), 'America/Chicago');
  assert.equal(zoneOfState('AZ'), 'America/Phoenix');
  assert.equal(zoneOfState('AP'), servicingZone);
  for (const state of ['AK', 'HI', 'PR', 'GU', 'AS', 'ID', 'IN', 'MI']) {
    assert.notEqual(zoneOfState(state), servicingZone, state);
    assert.ok(isDay(dayAt(0, zoneOfState(state))));
  }
});
