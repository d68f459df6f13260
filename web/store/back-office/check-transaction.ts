import { centsOf } from '#core/money/decimal.ts';
import { dollars } from '#core/money/dollars.ts';
import type { LineUnits, StoreCart } from './store-order.ts';

/** The part of FlexPay's transaction that a shop looks at. Amounts are dollars, `purchaseTotal` is cents. */
export type Transaction = {
  id: string;
  lease?: { status?: string };
  shippingCost?: number;
  purchaseTotal?: number;
  items: { sku: string; cost: number; quantity: number; quantityByStatus?: Record<string, number> }[];
};

/**
 * What stands between a signed lease and an order: every difference between the transaction that FlexPay holds and the
 * cart that this shop offered, in words. Empty when the lease is signed for exactly that cart.
 * The page's word is not asked: a shopper can change what a page says.
 */
export function checkTransaction(transaction: Transaction, cart: StoreCart): string[] {
  const errors: string[] = [];
  if (transaction.id !== cart.transactionId) errors.push(`This is order ${transaction.id}, not ${cart.transactionId}.`);
  if (transaction.lease?.status !== 'signed') errors.push('The lease is not signed.');

  for (const line of cart.lines) {
    const found = transaction.items.filter((item) => item.sku === line.sku);
    const quantity = found.reduce((sum, item) => sum + item.quantity, 0);
    if (quantity !== line.quantity) errors.push(`${line.name}: ${quantity} leased, ${line.quantity} ordered.`);
    if (found.some((item) => centsOf(String(item.cost)) !== line.unitPrice))
      errors.push(`${line.name}: the price is not ${dollars(line.unitPrice)}.`);
  }
  for (const item of transaction.items)
    if (!cart.lines.some((line) => line.sku === item.sku)) errors.push(`${item.sku} is not part of this order.`);

  if (centsOf(String(transaction.shippingCost ?? 0)) !== cart.shipping.cost)
    errors.push(`Shipping is not ${dollars(cart.shipping.cost)}.`);
  if (transaction.purchaseTotal !== undefined && transaction.purchaseTotal !== cart.total)
    errors.push(`The total is ${dollars(transaction.purchaseTotal)}, not ${dollars(cart.total)}.`);
  return errors;
}

/** Where the units of one article are. */
export function unitsOf(transaction: Transaction, sku: string): LineUnits | null {
  const found = transaction.items.filter((item) => item.sku === sku);
  if (found.length === 0) return null;
  const count = (status: string) => found.reduce((sum, item) => sum + (item.quantityByStatus?.[status] ?? 0), 0);
  const [onTheWay, delivered, cancelled, returned] = ['shipped', 'delivered', 'canceled', 'returned'].map(count) as [
    number,
    number,
    number,
    number,
  ];
  const ordered = found.reduce((sum, item) => sum + item.quantity, 0);
  return { toShip: ordered - onTheWay - delivered - cancelled - returned, onTheWay, delivered, cancelled, returned };
}
