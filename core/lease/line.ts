/**
 * Where the units of one order line stand (domain 6.3). Counters, not one status: three chairs may be one shipped, one
 * delivered and one cancelled. Always `shipped + cancelled ≤ ordered`, `delivered ≤ shipped` and
 * `merchantReturned + surrendered ≤ delivered` (domain 6.4, invariant 7).
 *
 * A unit that was delivered stays counted as shipped and delivered after it went back.
 */
export type LineCounters = {
  readonly ordered: number;
  /** Never delivered and never will be: cancelled, or sent back on its way. */
  readonly cancelled: number;
  readonly shipped: number;
  readonly delivered: number;
  /** Went back to the merchant inside its return window. */
  readonly merchantReturned: number;
  /** Went back to the lessor later on. */
  readonly surrendered: number;
};

/** More units than the line has left for it; `possible` says how many it has. */
export type TooManyUnits = { readonly refused: 'TooManyUnits'; readonly possible: number };

/** Units that can still be cancelled: not shipped yet. */
export function cancellable(line: LineCounters): number {
  return line.ordered - line.cancelled - line.shipped;
}

/** Units that can still be shipped. */
export function shippable(line: LineCounters): number {
  return line.ordered - line.cancelled - line.shipped;
}

/** Units on their way. */
export function deliverable(line: LineCounters): number {
  return line.shipped - line.delivered;
}

/** Units that the customer can receive now: on their way, or handed over in the store without a shipment (api-v3 6.7). */
export function receivable(line: LineCounters): number {
  return line.ordered - line.cancelled - line.delivered;
}

/** Units in the customer's hands. */
export function returnable(line: LineCounters): number {
  return line.delivered - line.merchantReturned - line.surrendered;
}

/** Units that are still part of the lease, wherever they are. */
export function kept(line: LineCounters): number {
  return line.ordered - line.cancelled - line.merchantReturned - line.surrendered;
}

export function cancelUnits<Line extends LineCounters>(line: Line, quantity: number): Line | TooManyUnits {
  if (count(quantity) > cancellable(line)) return tooMany(cancellable(line));
  return { ...line, cancelled: line.cancelled + quantity };
}

export function shipUnits<Line extends LineCounters>(line: Line, quantity: number): Line | TooManyUnits {
  if (count(quantity) > shippable(line)) return tooMany(shippable(line));
  return { ...line, shipped: line.shipped + quantity };
}

export function deliverUnits<Line extends LineCounters>(line: Line, quantity: number): Line | TooManyUnits {
  if (count(quantity) > deliverable(line)) return tooMany(deliverable(line));
  return { ...line, delivered: line.delivered + quantity };
}

/** Delivers units on their way first; units handed over without a shipment are shipped and delivered in one step (api-v3 6.7). */
export function receiveUnits<Line extends LineCounters>(line: Line, quantity: number): Line | TooManyUnits {
  if (count(quantity) > receivable(line)) return tooMany(receivable(line));
  const handedOver = Math.max(0, quantity - deliverable(line));
  return { ...line, shipped: line.shipped + handedOver, delivered: line.delivered + quantity };
}

/**
 * Takes units back to the merchant: first those in the customer's hands, then those on their way, then those still in the
 * store. A unit that was never delivered is cancelled, not returned, and one on its way leaves `shipped` (api-v3 6.5).
 */
export function returnUnits<Line extends LineCounters>(line: Line, quantity: number): Line | TooManyUnits {
  if (count(quantity) > kept(line)) return tooMany(kept(line));
  const fromCustomer = Math.min(quantity, returnable(line));
  const undelivered = quantity - fromCustomer;
  return {
    ...line,
    merchantReturned: line.merchantReturned + fromCustomer,
    shipped: line.shipped - Math.min(undelivered, deliverable(line)),
    cancelled: line.cancelled + undelivered,
  };
}

export type LineStatus = 'open' | 'partly_shipped' | 'shipped' | 'delivered' | 'cancelled' | 'returned';

/** One word for a line, told by the units that were not cancelled (domain 6.3). */
export function deriveLineStatus(line: LineCounters): LineStatus {
  const due = line.ordered - line.cancelled;
  if (due === 0) return 'cancelled';
  if (kept(line) === 0) return 'returned';
  if (line.delivered === due) return 'delivered';
  if (line.shipped === due) return 'shipped';
  return line.shipped > 0 ? 'partly_shipped' : 'open';
}

/**
 * The line's units as the API shows them (api-v3 C-13): before finalize how many were signed for, afterwards how many
 * were ordered and how many stand where now. Zero is left out; a unit counts in the last place it reached.
 */
export function quantityByStatus(line: LineCounters, finalized: boolean): Record<string, number> {
  const taken = { canceled: line.cancelled, returned: line.merchantReturned + line.surrendered };
  const counts = finalized
    ? { ordered: line.ordered, shipped: deliverable(line), delivered: returnable(line), ...taken }
    : { signed: kept(line), ...taken };
  return Object.fromEntries(Object.entries(counts).filter(([, units]) => units > 0));
}

function count(quantity: number): number {
  if (!Number.isSafeInteger(quantity) || quantity < 0) throw new RangeError(`${quantity} is not a number of units.`);
  return quantity;
}

function tooMany(possible: number): TooManyUnits {
  return { refused: 'TooManyUnits', possible };
}
