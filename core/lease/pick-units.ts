import {
  cancellable,
  cancelUnits,
  kept,
  type LineCounters,
  receivable,
  receiveUnits,
  returnUnits,
  shippable,
  shipUnits,
  type TooManyUnits,
} from './line.ts';

/** A line of an order. Shipping is a line of its own, of one unit and without sku (rulings 2). */
export type OrderLine = LineCounters & { readonly kind: 'item' | 'shipping'; readonly sku: string | null };

/** What a merchant asks for: so many units of an article, all that are left when it names no quantity. */
export type ItemRequest = { readonly sku: string; readonly quantity?: number | undefined };

/** So many units of an article, as the API answers them. */
export type SkuUnits = { readonly sku: string; readonly quantity: number };

/** One line before and after; `units` of it were picked. */
export type LineChange<Line extends OrderLine> = {
  readonly before: Line;
  readonly after: Line;
  readonly units: number;
};

/** What was taken, what could not be, and the lines it changed, the shipping line included. */
export type Taken<Line extends OrderLine> = {
  readonly changes: LineChange<Line>[];
  readonly taken: SkuUnits[];
  readonly failed: SkuUnits[];
};

/** No change at all: the order has no such article, or fewer units of it than were asked for. */
export type NotInOrder = {
  readonly refused: 'UnknownSku' | 'TooManyUnits';
  readonly sku: string;
  readonly possible: number;
};

/**
 * Picks units to cancel before they are shipped (api-v3 6.4). Without items it takes whatever can be cancelled.
 * What can not be cancelled is `failed`; the rest is taken all the same. Once the last goods are gone, so is shipping.
 */
export function pickForCancel<Line extends OrderLine>(
  items: readonly ItemRequest[] | undefined,
  lines: readonly Line[],
): Taken<Line> {
  return takeBack(items, lines, { possible: cancellable, move: cancelUnits });
}

/**
 * Picks units that go back to the merchant, delivered or not (api-v3 6.5); each change says which counters moved.
 * Without items it takes everything; what is not in the order or went back before is `failed`. Shipping goes with the
 * last goods (rulings 2).
 */
export function pickForReturn<Line extends OrderLine>(
  items: readonly ItemRequest[] | undefined,
  lines: readonly Line[],
): Taken<Line> {
  return takeBack(items, lines, { possible: kept, move: returnUnits });
}

/**
 * Picks units to ship (api-v3 6.6). Without items it ships everything that is left, without a quantity all that is left of
 * the article; naming only what is shipped already changes nothing. More than that is refused as a whole.
 */
export function pickForShipment<Line extends OrderLine>(
  items: readonly ItemRequest[] | undefined,
  lines: readonly Line[],
): { readonly changes: LineChange<Line>[] } | NotInOrder {
  return bringForward(items, lines, { possible: shippable, move: shipUnits, before: (line) => line.shipped });
}

/**
 * Picks units that the customer received (api-v3 6.7), with the same rules as a shipment; units that were never shipped
 * were handed over in the store. Shipping counts as delivered with the first goods (rulings 2).
 */
export function pickForReceipt<Line extends OrderLine>(
  items: readonly ItemRequest[] | undefined,
  lines: readonly Line[],
): { readonly changes: LineChange<Line>[] } | NotInOrder {
  const rule = { possible: receivable, move: receiveUnits, before: (line: LineCounters) => line.delivered };
  const picked = bringForward(items, lines, rule);
  if ('refused' in picked || picked.changes.length === 0) return picked;
  const shipping = lines.filter((line) => line.kind === 'shipping' && receivable(line) > 0);
  return { changes: [...picked.changes, ...shipping.map((line) => change(line, receivable(line), receiveUnits))] };
}

type Step = <Line extends OrderLine>(line: Line, units: number) => Line | TooManyUnits;
type Rule = { possible: (line: LineCounters) => number; move: Step };

function takeBack<Line extends OrderLine>(
  items: readonly ItemRequest[] | undefined,
  lines: readonly Line[],
  { possible, move }: Rule,
): Taken<Line> {
  const basket = new Basket(lines, possible);
  const failed = new Map<string, number>();
  for (const { sku, quantity } of requested(items, lines)) {
    const left = basket.left(sku, kept);
    // Named and gone already: the merchant hears that it failed, with what was asked for or ordered.
    const asked = quantity ?? (left > 0 || isEverything(items) ? left : basket.left(sku, (line) => line.ordered));
    const short = asked - basket.fill(sku, asked);
    if (short > 0 || !basket.knows(sku)) failed.set(sku, (failed.get(sku) ?? 0) + short);
  }
  const changes = basket.picked.map(([line, units]) => change(line, units, move));
  return {
    changes: [...changes, ...shippingGone(lines, changes)],
    taken: bySku(changes),
    failed: [...failed].map(([sku, quantity]) => ({ sku, quantity })),
  };
}

function bringForward<Line extends OrderLine>(
  items: readonly ItemRequest[] | undefined,
  lines: readonly Line[],
  { possible, move, before }: Rule & { before: (line: LineCounters) => number },
): { readonly changes: LineChange<Line>[] } | NotInOrder {
  const basket = new Basket(lines, possible);
  for (const { sku, quantity } of requested(items, lines)) {
    if (!basket.knows(sku)) return { refused: 'UnknownSku', sku, possible: 0 };
    const left = basket.left(sku, possible);
    // The same fact twice is a success: nothing is left, and what is named has happened.
    const happened = left === 0 && (quantity ?? 0) <= basket.left(sku, before);
    if (happened) continue;
    const asked = quantity ?? left;
    if (asked > left) return { refused: 'TooManyUnits', sku, possible: left };
    basket.fill(sku, asked);
  }
  return { changes: basket.picked.map(([line, units]) => change(line, units, move)) };
}

/** Fills requests from the lines of an article in their order, remembering what earlier requests took. */
class Basket<Line extends OrderLine> {
  readonly #units: Map<Line, number>;
  readonly #possible: (line: LineCounters) => number;

  constructor(lines: readonly Line[], possible: (line: LineCounters) => number) {
    this.#units = new Map(lines.filter((line) => line.kind === 'item').map((line) => [line, 0]));
    this.#possible = possible;
  }

  get picked(): [Line, number][] {
    return [...this.#units].filter(([, units]) => units > 0);
  }

  knows(sku: string): boolean {
    return this.#of(sku).length > 0;
  }

  /** The units of an article by some measure of its lines, without those picked already. */
  left(sku: string, measure: (line: LineCounters) => number): number {
    return this.#of(sku).reduce((sum, line) => sum + measure(line) - this.#units.get(line)!, 0);
  }

  /** Picks as many of the asked units as the lines allow and says how many. */
  fill(sku: string, asked: number): number {
    let missing = asked;
    for (const line of this.#of(sku)) {
      const picked = this.#units.get(line)!;
      const units = Math.min(missing, this.#possible(line) - picked);
      this.#units.set(line, picked + units);
      missing -= units;
    }
    return asked - missing;
  }

  #of(sku: string): Line[] {
    return [...this.#units.keys()].filter((line) => line.sku === sku);
  }
}

/** An empty list means everything, as stores in the field send it (api-v3 6.4). */
function isEverything(items: readonly ItemRequest[] | undefined): items is undefined | readonly [] {
  return items === undefined || items.length === 0;
}

function requested(items: readonly ItemRequest[] | undefined, lines: readonly OrderLine[]): readonly ItemRequest[] {
  if (!isEverything(items)) return items;
  const skus = lines.flatMap((line) => (line.kind === 'item' && line.sku !== null ? [line.sku] : []));
  return [...new Set(skus)].map((sku) => ({ sku }));
}

/** Shipping follows the last goods: returned when it was delivered, cancelled when it was not. */
function shippingGone<Line extends OrderLine>(
  lines: readonly Line[],
  changes: readonly LineChange<Line>[],
): LineChange<Line>[] {
  const now = lines.map((line) => changes.find(({ before }) => before === line)?.after ?? line);
  // Goods surrendered to the lessor were shipped for good: the store keeps what it earned with that.
  const gone = now.every((line) => line.kind === 'shipping' || (kept(line) === 0 && line.surrendered === 0));
  if (!gone || changes.length === 0) return [];
  return lines
    .filter((line) => line.kind === 'shipping' && kept(line) > 0)
    .map((line) => change(line, kept(line), returnUnits));
}

function change<Line extends OrderLine>(before: Line, units: number, move: Step): LineChange<Line> {
  const after = move(before, units);
  if ('refused' in after) throw new RangeError(`${units} units were picked of a line that has ${after.possible}.`);
  return { before, after, units };
}

function bySku(changes: readonly LineChange<OrderLine>[]): SkuUnits[] {
  const units = new Map<string, number>();
  for (const { before, units: picked } of changes) {
    if (before.sku !== null) units.set(before.sku, (units.get(before.sku) ?? 0) + picked);
  }
  return [...units].map(([sku, quantity]) => ({ sku, quantity }));
}
