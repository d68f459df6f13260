import type { ModalOrder } from '#contract/modal/order.ts';
import type { CreateCheckoutBody } from '#contract/v3/checkout.ts';
import { decimalText, lineCents } from '#core/money/decimal.ts';
import type { LeaseOrder } from '#server/leases/order.ts';
import { orderOfRequest } from '#server/leases/order-of-request.ts';
import { pricedLines } from '#server/leases/quote-lease.ts';
import { type Refused, refuseMember } from '#server/outcome.ts';

type CartInBody = Pick<CreateCheckoutBody, 'transactionId' | 'items' | 'shipping' | 'discounts'>;

/**
 * The cart that a store names; its discounts are one amount that is spread over the goods. Refuses with ValidationError
 * for one that can't be priced or is worth nothing.
 */
export function cartOf({ discounts = [], ...body }: CartInBody): ModalOrder | Refused {
  const values = discounts.flatMap(({ items = [] }) => items.map(({ value = '0' }) => lineCents(value, 1)));
  const totalDiscount = decimalText(values.reduce((sum, value) => sum + value, 0));
  const order = orderOfRequest({ ...body, totalDiscount });
  if ('refused' in order) return order;
  if (pricedLines(order).every(({ cash }) => cash === 0)) {
    return refuseMember('items', 'must be worth more than nothing together');
  }
  return shown(order);
}

/** Only pictures that a page can fetch. */
function shown(order: LeaseOrder): ModalOrder {
  const items = order.items.map((item) => ({
    ...item,
    image: item.image !== null && /^https?:\/\//i.test(item.image) ? item.image : null,
  }));
  return { ...order, items };
}
