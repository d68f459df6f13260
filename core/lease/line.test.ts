import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import {
  cancellable,
  cancelUnits,
  deliverUnits,
  deriveLineStatus,
  kept,
  type LineCounters,
  quantityByStatus,
  receiveUnits,
  returnable,
  returnUnits,
  shipUnits,
  type TooManyUnits,
} from './line.ts';

const fresh = (ordered: number): LineCounters => ({
  ordered,
  cancelled: 0,
  shipped: 0,
  delivered: 0,
  merchantReturned: 0,
  surrendered: 0,
});

const steps = { cancelUnits, shipUnits, deliverUnits, receiveUnits, returnUnits };

/** Takes the steps in order; a refused step is a broken test. */
function after(line: LineCounters, ...taken: [keyof typeof steps, number][]): LineCounters {
  return taken.reduce((before, [step, quantity]) => {
    const next = steps[step](before, quantity);
    assert.ok(!('refused' in next), `${step} ${quantity} was refused`);
    return next;
  }, line);
}

test('whatever merchants and customers do, a unit is never in two places (invariant 7)', () => {
  const step = fc.record({
    step: fc.constantFrom(...(Object.keys(steps) as (keyof typeof steps)[])),
    quantity: fc.nat({ max: 6 }),
  });
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 12 }), fc.array(step, { maxLength: 40 }), (ordered, taken) => {
      let line = fresh(ordered);
      for (const { step, quantity } of taken) {
        const next: LineCounters | TooManyUnits = steps[step](line, quantity);
        if ('refused' in next) {
          assert.ok(next.possible < quantity, 'a refusal says how many would have been possible');
          assert.ok(!('refused' in steps[step](line, next.possible)), 'and that many are possible');
          continue;
        }
        line = next;
        assert.ok(line.shipped + line.cancelled <= line.ordered);
        assert.ok(line.delivered <= line.shipped);
        assert.ok(line.merchantReturned + line.surrendered <= line.delivered);
        for (const units of Object.values(line)) assert.ok(units >= 0);
      }
    }),
  );
});

test('a shipped unit can not be cancelled', () => {
  const line = after(fresh(3), ['shipUnits', 2]);
  assert.equal(cancellable(line), 1);
  assert.deepEqual(cancelUnits(line, 2), { refused: 'TooManyUnits', possible: 1 });
});

test('a unit handed over in the store is shipped and delivered in one step', () => {
  assert.deepEqual(after(fresh(3), ['shipUnits', 1], ['receiveUnits', 2]), { ...fresh(3), shipped: 2, delivered: 2 });
});

test('a unit returned before it was delivered is cancelled and leaves the shipment', () => {
  assert.deepEqual(after(fresh(2), ['shipUnits', 2], ['returnUnits', 2]), { ...fresh(2), cancelled: 2 });
});

test('a return takes delivered units first, then those on their way, then those in the store', () => {
  const spread = after(fresh(3), ['shipUnits', 2], ['deliverUnits', 1]);
  const one = after(spread, ['returnUnits', 1]);
  assert.deepEqual(one, { ...spread, merchantReturned: 1 });
  const two = after(one, ['returnUnits', 1]);
  assert.deepEqual(two, { ...one, shipped: 1, cancelled: 1 });
  const three = after(two, ['returnUnits', 1]);
  assert.deepEqual(three, { ...two, cancelled: 2 });
  assert.equal(kept(three), 0);
  assert.equal(returnable(three), 0);
  assert.deepEqual(returnUnits(three, 1), { refused: 'TooManyUnits', possible: 0 });
});

test('a fraction of a unit or less than nothing is our own mistake', () => {
  assert.throws(() => shipUnits(fresh(2), 0.5), RangeError);
  assert.throws(() => returnUnits(fresh(2), -1), RangeError);
});

test('a line is described by one word', () => {
  const told: [LineCounters, string][] = [
    [fresh(3), 'open'],
    [after(fresh(3), ['cancelUnits', 1]), 'open'],
    [after(fresh(3), ['shipUnits', 1]), 'partly_shipped'],
    [after(fresh(3), ['cancelUnits', 1], ['shipUnits', 2]), 'shipped'],
    [after(fresh(3), ['shipUnits', 3], ['deliverUnits', 2]), 'shipped'],
    [after(fresh(3), ['cancelUnits', 1], ['receiveUnits', 2]), 'delivered'],
    [after(fresh(3), ['receiveUnits', 3], ['returnUnits', 1]), 'delivered'],
    [after(fresh(3), ['cancelUnits', 1], ['receiveUnits', 2], ['returnUnits', 2]), 'returned'],
    [after(fresh(3), ['cancelUnits', 3]), 'cancelled'],
    [after(fresh(3), ['shipUnits', 3], ['returnUnits', 3]), 'cancelled'],
  ];
  for (const [line, status] of told) assert.equal(deriveLineStatus(line), status);
});

test('the API shows how many units stand where', () => {
  assert.deepEqual(quantityByStatus(fresh(3), false), { signed: 3 });
  assert.deepEqual(quantityByStatus(after(fresh(3), ['cancelUnits', 1]), false), { signed: 2, canceled: 1 });
  assert.deepEqual(quantityByStatus(fresh(3), true), { ordered: 3 });
  assert.deepEqual(quantityByStatus(after(fresh(1), ['shipUnits', 1]), true), { ordered: 1, shipped: 1 });
  assert.deepEqual(
    quantityByStatus(
      after(fresh(6), ['cancelUnits', 1], ['shipUnits', 4], ['deliverUnits', 3], ['returnUnits', 1]),
      true,
    ),
    { ordered: 6, shipped: 1, delivered: 2, canceled: 1, returned: 1 },
  );
});
