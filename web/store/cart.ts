import type { Cents } from '#core/money/money.ts';
import { type Product, productOf } from './catalogue.ts';

/** What a shopper wants: article numbers, quantities and a way to get them. No prices: those are the shop's. */
export type Cart = { lines: { sku: string; quantity: number }[]; shipping: ShippingMethod };

export type ShippingMethod = keyof typeof shippingMethods;

/** The ways to get an order, in the words that FlexPay's API uses for them. */
export const shippingMethods = {
  ground: { name: 'Delivery', under: 'at your door in 5 days', cost: 5_00, days: 5 },
  '2-day-air': { name: 'Fast delivery', under: 'at your door in 2 days', cost: 18_00, days: 2 },
  store: { name: 'Pick up', under: 'at the shop, tomorrow', cost: 0, days: 1 },
} satisfies Record<string, { name: string; under: string; cost: Cents; days: number }>;

export const quantityMax = 10;
const linesMax = 20;

export type PricedCart = {
  lines: { product: Product; quantity: number; amount: Cents }[];
  shipping: { method: ShippingMethod; name: string; cost: Cents; days: number };
  itemsTotal: Cents;
  total: Cents;
};

/** A cart with the shop's prices, or null when it holds something that the shop does not sell in that number. */
export function priceCart(cart: Cart): PricedCart | null {
  const method = shippingMethods[cart.shipping];
  if (!method || cart.lines.length === 0 || cart.lines.length > linesMax) return null;
  const lines: PricedCart['lines'] = [];
  for (const { sku, quantity } of cart.lines) {
    const product = productOf(sku);
    const twice = lines.some((line) => line.product.sku === sku);
    if (!product || twice || !Number.isInteger(quantity) || quantity < 1 || quantity > quantityMax) return null;
    lines.push({ product, quantity, amount: product.price * quantity });
  }
  const itemsTotal = lines.reduce((sum, line) => sum + line.amount, 0);
  const { name, cost, days } = method;
  return { lines, shipping: { method: cart.shipping, name, cost, days }, itemsTotal, total: itemsTotal + cost };
}
