import type { LineUnits, OrderView } from './back-office/store-order.ts';

/** A status has a word and a shape; `look` is the class of the pill. */
export type State = { word: string; look: 'done' | 'now' | 'way' | 'over' | '' };

/** Where an order stands, told by what waits longest: something to ship, then something on its way. */
export function orderState(order: Pick<OrderView, 'lines'>): State {
  const all = order.lines.map((line) => line.units);
  if (all.some((units) => units === null)) return { word: 'Not known now', look: '' };
  return unitsState(
    all.reduce<LineUnits>((sum, units) => (units ? added(sum, units) : sum), {
      toShip: 0,
      onTheWay: 0,
      delivered: 0,
      cancelled: 0,
      returned: 0,
    }),
  );
}

/** Where the units of one line stand. */
export function unitsState(units: LineUnits): State {
  const moved = units.onTheWay + units.delivered > 0;
  if (units.toShip > 0) return { word: moved ? 'Partly shipped' : 'Not sent yet', look: 'now' };
  if (units.onTheWay > 0) return { word: units.delivered > 0 ? 'Partly delivered' : 'On the way', look: 'way' };
  if (units.delivered > 0) return { word: 'Delivered', look: 'done' };
  return units.returned > 0 ? { word: 'Returned', look: 'over' } : { word: 'Cancelled', look: 'over' };
}

const added = (a: LineUnits, b: LineUnits): LineUnits => ({
  toShip: a.toShip + b.toShip,
  onTheWay: a.onTheWay + b.onTheWay,
  delivered: a.delivered + b.delivered,
  cancelled: a.cancelled + b.cancelled,
  returned: a.returned + b.returned,
});
