import { createHash } from 'node:crypto';
import { lineCents } from '#core/money/decimal.ts';
import type { LeaseOrder } from '#server/leases/order.ts';

/** What was in the cart, in hex: printed on nothing, compared when somebody asks whether it is still the same cart. */
export function cartHash(order: LeaseOrder): string {
  const lines = order.items.map((item) => [
    item.sku,
    item.description,
    lineCents(item.cost, item.quantity),
    item.quantity,
  ]);
  const cart = [order.transactionId, lines, lineCents(order.shipping.cost, 1), lineCents(order.totalDiscount, 1)];
  return createHash('sha256').update(JSON.stringify(cart)).digest('hex');
}
