import type { TransactionView } from '#client/operations.gen.ts';
import type { LineUnits } from './store-order.ts';

/** Where the units of one article are. */
export function unitsOf({ items }: Pick<TransactionView, 'items'>, sku: string): LineUnits | null {
  const found = items.filter((item) => item.sku === sku);
  if (found.length === 0) return null;
  const count = (status: string) => found.reduce((sum, item) => sum + (item.quantityByStatus[status] ?? 0), 0);
  const [onTheWay, delivered, cancelled, returned] = ['shipped', 'delivered', 'canceled', 'returned'].map(count) as [
    number,
    number,
    number,
    number,
  ];
  const ordered = found.reduce((sum, item) => sum + item.quantity, 0);
  return { toShip: ordered - onTheWay - delivered - cancelled - returned, onTheWay, delivered, cancelled, returned };
}
