import type { ModalOrder } from '#contract/modal/order.ts';
import type { Order } from '#contract/modal/view.ts';
import { lineCents } from '#core/money/decimal.ts';

/** The cart as the shopper sees it: every line to the cent, the shipping, and their sum. */
export function orderView(cart: ModalOrder): Order {
  const lines = cart.items.map((item) => ({
    description: item.description,
    brand: item.brand,
    condition: item.condition ?? 'new',
    quantity: item.quantity,
    unitCents: lineCents(item.cost, 1),
    lineCents: lineCents(item.cost, item.quantity),
    imageUrl: item.image,
  }));
  const shippingCents = lineCents(cart.shipping.cost, 1);
  const discountCents = lineCents(cart.totalDiscount, 1);
  const totalCents = lines.reduce((sum, line) => sum + line.lineCents, shippingCents - discountCents);
  return { transactionId: cart.transactionId, lines, shippingCents, discountCents, totalCents };
}
