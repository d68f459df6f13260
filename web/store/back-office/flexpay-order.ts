import { wireNumber } from '#core/money/decimal.ts';
import type { StoreCart } from './store-order.ts';

/** A cart as FlexPay's button takes it, and as the signed lease is checked against. The whole shipping stands on the first line. */
export function flexpayOrder(cart: StoreCart) {
  const { method, cost, arrivesOn } = cart.shipping;
  return {
    transactionId: cart.transactionId,
    cost: wireNumber(cart.total),
    items: cart.lines.map((line, index) => ({
      description: line.name,
      sku: line.sku,
      brand: line.brand,
      cost: wireNumber(line.unitPrice),
      quantity: line.quantity,
      condition: 'new' as const,
      images: [],
      shipping: { cost: index === 0 ? wireNumber(cost) : 0, date: arrivesOn, method },
    })),
  };
}
