import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { kept } from './line.ts';
import {
  type ItemRequest,
  type OrderLine,
  pickForCancel,
  pickForReceipt,
  pickForReturn,
  pickForShipment,
} from './pick-units.ts';

type Line = OrderLine & { line: number };

const nothingMoved = { cancelled: 0, shipped: 0, delivered: 0, merchantReturned: 0, surrendered: 0 };
const item = (line: number, sku: string, ordered: number, moved: Partial<typeof nothingMoved> = {}): Line => ({
  ...nothingMoved,
  ...moved,
  line,
  kind: 'item',
  sku,
  ordered,
});
const shipping = (moved: Partial<typeof nothingMoved> = {}): Line => ({
  ...nothingMoved,
  ...moved,
  line: 9,
  kind: 'shipping',
  sku: null,
  ordered: 1,
});

/** Which line gave how many units. */
const units = (picked: { changes: { before: Line; units: number }[] } | { refused: string }) =>
  'refused' in picked ? picked : picked.changes.map(({ before, units }) => [before.line, units]);

/** The order after the changes. */
const after = (lines: Line[], picked: { changes: { before: Line; after: Line }[] } | { refused: string }): Line[] => {
  assert.ok(!('refused' in picked));
  return lines.map((line) => picked.changes.find(({ before }) => before === line)?.after ?? line);
};

test('cancelling without items, or with an empty list, cancels everything and the shipping with it', () => {
  const lines = [item(1, 'chair', 3), item(2, 'lamp', 1), shipping()];
  for (const items of [undefined, []]) {
    const picked = pickForCancel(items, lines);
    assert.deepEqual(units(picked), [
      [1, 3],
      [2, 1],
      [9, 1],
    ]);
    assert.deepEqual(picked.taken, [
      { sku: 'chair', quantity: 3 },
      { sku: 'lamp', quantity: 1 },
    ]);
    assert.deepEqual(picked.failed, []);
  }
});

test('two of three chairs are cancelled and the shipping stays', () => {
  const picked = pickForCancel([{ sku: 'chair', quantity: 2 }], [item(1, 'chair', 3), shipping()]);
  assert.deepEqual(units(picked), [[1, 2]]);
  assert.deepEqual(picked.taken, [{ sku: 'chair', quantity: 2 }]);
  assert.deepEqual(picked.failed, []);
});

test('units that were shipped can not be cancelled and are named; the others are cancelled all the same', () => {
  const lines = [item(1, 'chair', 3, { shipped: 1 }), shipping()];
  for (const items of [undefined, [{ sku: 'chair' }], [{ sku: 'chair', quantity: 3 }]]) {
    const picked = pickForCancel(items, lines);
    assert.deepEqual(picked.taken, [{ sku: 'chair', quantity: 2 }]);
    assert.deepEqual(picked.failed, [{ sku: 'chair', quantity: 1 }]);
    assert.deepEqual(units(picked), [[1, 2]], 'one chair is on its way, so the shipping stays');
  }
});

test('an article that is not in the order fails, whatever else is asked for', () => {
  const picked = pickForCancel(
    [{ sku: 'ghost', quantity: 2 }, { sku: 'lamp' }],
    [item(1, 'chair', 1), item(2, 'lamp', 1)],
  );
  assert.deepEqual(picked.taken, [{ sku: 'lamp', quantity: 1 }]);
  assert.deepEqual(picked.failed, [{ sku: 'ghost', quantity: 2 }]);
});

test('what went back before fails when it is named, and is passed over when everything is asked for', () => {
  const lines = [item(1, 'chair', 2, { shipped: 2, delivered: 2, merchantReturned: 2 }), item(2, 'lamp', 1)];
  assert.deepEqual(pickForReturn([{ sku: 'chair' }], lines).failed, [{ sku: 'chair', quantity: 2 }]);
  assert.deepEqual(pickForReturn([{ sku: 'chair', quantity: 1 }], lines).failed, [{ sku: 'chair', quantity: 1 }]);
  const everything = pickForReturn(undefined, lines);
  assert.deepEqual(everything.taken, [{ sku: 'lamp', quantity: 1 }]);
  assert.deepEqual(everything.failed, []);
});

test('several lines of one article are filled in their order', () => {
  const lines = [item(1, 'chair', 2), item(2, 'lamp', 1), item(3, 'chair', 2)];
  assert.deepEqual(units(pickForCancel([{ sku: 'chair', quantity: 3 }], lines)), [
    [1, 2],
    [3, 1],
  ]);
  assert.deepEqual(
    units(
      pickForShipment(
        [
          { sku: 'chair', quantity: 1 },
          { sku: 'chair', quantity: 2 },
        ],
        lines,
      ),
    ),
    [
      [1, 2],
      [3, 1],
    ],
  );
});

test('shipping goes back with the last goods, delivered or not', () => {
  const delivered = { shipped: 1, delivered: 1 };
  const gone = { ...delivered, merchantReturned: 1 };
  const first = pickForReturn(
    [{ sku: 'chair' }],
    [item(1, 'chair', 1, delivered), item(2, 'lamp', 1, delivered), shipping(delivered)],
  );
  assert.deepEqual(units(first), [[1, 1]]);
  const lines = [item(1, 'chair', 1, gone), item(2, 'lamp', 1, delivered), shipping(delivered)];
  assert.deepEqual(after(lines, pickForReturn([{ sku: 'lamp' }], lines))[2], shipping(gone));
  const open = [item(1, 'chair', 1, gone), item(2, 'lamp', 1), shipping(delivered)];
  assert.deepEqual(
    after(open, pickForCancel(undefined, open))[2],
    shipping(gone),
    'a delivery that was made is returned',
  );
  const shipped = [item(1, 'chair', 1, { shipped: 1 }), shipping()];
  assert.deepEqual(after(shipped, pickForReturn(undefined, shipped)), [
    item(1, 'chair', 1, { cancelled: 1 }),
    shipping({ cancelled: 1 }),
  ]);
});

test('the store keeps its shipping when other goods stay with the lessor', () => {
  const surrendered = { shipped: 1, delivered: 1, surrendered: 1 };
  const delivered = { shipped: 1, delivered: 1 };
  const lines = [item(1, 'chair', 1, surrendered), item(2, 'lamp', 1, delivered), shipping(delivered)];
  assert.deepEqual(units(pickForReturn(undefined, lines)), [[2, 1]]);
});

test('a shipment without items ships everything that is left, but never the shipping itself', () => {
  const lines = [item(1, 'chair', 3, { shipped: 1 }), item(2, 'lamp', 1, { cancelled: 1 }), shipping()];
  assert.deepEqual(units(pickForShipment(undefined, lines)), [[1, 2]]);
  assert.deepEqual(units(pickForShipment([{ sku: 'chair' }], lines)), [[1, 2]]);
});

test('a shipment said twice changes nothing; more than was ordered is refused', () => {
  const lines = [item(1, 'chair', 2, { shipped: 2 }), item(2, 'lamp', 2)];
  assert.deepEqual(units(pickForShipment([{ sku: 'chair' }], lines)), []);
  assert.deepEqual(units(pickForShipment([{ sku: 'chair', quantity: 2 }], lines)), []);
  assert.deepEqual(units(pickForShipment([{ sku: 'chair', quantity: 3 }], lines)), {
    refused: 'TooManyUnits',
    sku: 'chair',
    possible: 0,
  });
  assert.deepEqual(units(pickForShipment([{ sku: 'lamp', quantity: 3 }], lines)), {
    refused: 'TooManyUnits',
    sku: 'lamp',
    possible: 2,
  });
  assert.deepEqual(units(pickForShipment([{ sku: 'ghost' }], lines)), {
    refused: 'UnknownSku',
    sku: 'ghost',
    possible: 0,
  });
});

test('units asked for twice in one shipment are not shipped twice', () => {
  const lines = [item(1, 'chair', 2)];
  assert.deepEqual(
    units(
      pickForShipment(
        [
          { sku: 'chair', quantity: 2 },
          { sku: 'chair', quantity: 1 },
        ],
        lines,
      ),
    ),
    {
      refused: 'TooManyUnits',
      sku: 'chair',
      possible: 0,
    },
  );
});

test('shipping counts as delivered with the first goods, once', () => {
  const lines = [item(1, 'chair', 2, { shipped: 1 }), item(2, 'lamp', 1), shipping()];
  const first = after(lines, pickForReceipt([{ sku: 'lamp' }], lines));
  assert.deepEqual(first, [
    lines[0],
    item(2, 'lamp', 1, { shipped: 1, delivered: 1 }),
    shipping({ shipped: 1, delivered: 1 }),
  ]);
  assert.deepEqual(units(pickForReceipt(undefined, first)), [[1, 2]]);
});

test('a receipt said twice changes nothing, also when the goods went back since', () => {
  const lines = [
    item(1, 'chair', 2, { shipped: 2, delivered: 2, merchantReturned: 1 }),
    shipping({ shipped: 1, delivered: 1 }),
  ];
  assert.deepEqual(units(pickForReceipt(undefined, lines)), []);
  assert.deepEqual(units(pickForReceipt([{ sku: 'chair', quantity: 2 }], lines)), []);
});

test('every unit asked for is either taken or failed, and never more is taken than was kept', () => {
  const counters = fc
    .record({ kept: fc.nat({ max: 3 }), cancelled: fc.nat({ max: 3 }), shipped: fc.nat({ max: 3 }) })
    .map(({ kept, cancelled, shipped }) => ({ ordered: kept + cancelled + shipped + 1, cancelled, shipped }));
  const order = fc
    .array(fc.record({ sku: fc.constantFrom('a', 'b'), counters }), { minLength: 1, maxLength: 4 })
    .map((lines) => lines.map(({ sku, counters }, index) => ({ ...item(index + 1, sku, 1), ...counters })));
  const asked = fc.array(
    fc.record({ sku: fc.constantFrom('a', 'b', 'ghost'), quantity: fc.integer({ min: 1, max: 9 }) }),
    { minLength: 1, maxLength: 4 },
  );
  fc.assert(
    fc.property(order, asked, (lines: Line[], items: ItemRequest[]) => {
      for (const picked of [pickForCancel(items, lines), pickForReturn(items, lines)]) {
        const total = (list: readonly { quantity?: number | undefined }[]) =>
          list.reduce((sum, { quantity }) => sum + quantity!, 0);
        assert.equal(total(picked.taken) + total(picked.failed), total(items));
        for (const { before, after, units } of picked.changes) assert.equal(kept(before) - kept(after), units);
      }
    }),
  );
});
