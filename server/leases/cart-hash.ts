import { createHash } from 'node:crypto';
import { lineCents } from '#core/money/decimal.ts';
import type { LeaseOrder } from '#server/leases/order.ts';

/** What was in the cart, in hex: compared when somebody asks whether it is still the same cart. */
export function cartHash(order: LeaseOrder): string {
  return createHash('sha256')
    .update(JSON.stringify(cartOf(order)))
    .digest('hex');
}

/**
 * What is hashed of a cart: the transaction id, the lines as article, description, price in cents and quantity, the
 * shipping charge and the discount. Evidence keeps it, so that anybody can hash it again.
 */
export function cartOf(order: LeaseOrder): [string, [string, string, number, number][], number, number] {
  const lines = order.items.map(({ sku, description, cost, quantity }): [string, string, number, number] => [
    sku,
    description,
    lineCents(cost, quantity),
    quantity,
  ]);
  return [order.transactionId, lines, lineCents(order.shipping.cost, 1), lineCents(order.totalDiscount, 1)];
}
