import type { Difference } from '#client/check-order.ts';
import { dollars } from '#core/money/dollars.ts';
import type { StoreCart } from './store-order.ts';

/** How this shop tells a shopper what is not as it was offered. */
export function sayDifference({ path, sku, expected, actual }: Difference, { lines }: StoreCart): string {
  const name = lines.find((line) => line.sku === sku)?.name;
  if (sku !== undefined && name === undefined) return `${sku} is not part of this order.`;
  if (path.endsWith('.quantity')) return `${name}: ${actual} leased, ${expected} ordered.`;
  if (sku !== undefined) return `${name}: the price is not ${dollars(Number(expected))}.`;
  if (path === 'lease.status') return 'The lease is not signed.';
  if (path === 'shippingCost') return `Shipping is not ${dollars(Number(expected))}.`;
  if (path === 'purchaseTotal') return `The total is ${dollars(Number(actual))}, not ${dollars(Number(expected))}.`;
  return `This is order ${actual}, not ${expected}.`;
}
