import type { CreateLeaseBody } from '#contract/v3/leases.ts';
import { type Day, maxDay } from '#core/calendar/day.ts';
import { type Decimal, decimalText, lineCents } from '#core/money/decimal.ts';
import type { LeaseOrder } from '#server/leases/order.ts';
import { type Refused, refuse } from '#server/outcome.ts';

/**
 * The order in a create-lease body. Shipping stands on top, or at the items and is added up, never times the quantity
 * (api-v3 C-19). A price below zero is a discount and says so in its sku; anything else is refused at the door.
 */
export function orderOfRequest(body: OrderBody): LeaseOrder | Refused {
  const fields = body.items.flatMap(({ cost, sku }, index) =>
    cost.startsWith('-') && !sku.toUpperCase().startsWith('DISCOUNT')
      ? [{ path: `items[${index}].cost`, message: 'must not be negative, unless the sku starts with DISCOUNT' }]
      : [],
  );
  if (fields.length > 0) return refuse('ValidationError', 'A price is negative.', { fields });
  const perItem = body.items.flatMap(({ shipping }) => (shipping === undefined ? [] : [shipping]));
  const shippings = body.shipping === undefined ? perItem : [body.shipping];
  return {
    transactionId: body.transactionId,
    orderId: body.orderId ?? null,
    items: body.items.map((item) => ({
      sku: item.sku,
      description: item.description,
      brand: item.brand,
      condition: item.condition ?? null,
      cost: item.cost,
      quantity: item.quantity,
      productId: item.productId ?? null,
      mpn: item.mpn ?? null,
      gtin: item.gtin ?? null,
      image: item.images?.find((one) => one !== null && one !== '') ?? null,
    })),
    shipping: {
      cost: body.shipping?.cost ?? sum(perItem.map(({ cost }) => cost ?? '0')),
      date: latest(shippings.flatMap(({ date }) => (date === undefined ? [] : [date]))),
      method: shippings.find(({ method }) => method !== undefined && method !== '')?.method ?? null,
    },
    totalDiscount: body.totalDiscount ?? '0',
    ...(body.payTomorrowTaxTotal === undefined ? {} : { payTomorrowTaxTotal: body.payTomorrowTaxTotal }),
  };
}

type OrderBody = Pick<
  CreateLeaseBody,
  'transactionId' | 'orderId' | 'items' | 'shipping' | 'totalDiscount' | 'payTomorrowTaxTotal'
>;

function sum(costs: readonly Decimal[]): Decimal {
  return decimalText(costs.reduce((all, cost) => all + lineCents(cost, 1), 0));
}

function latest(days: readonly Day[]): Day | null {
  return days.reduce<Day | null>((last, day) => (last === null ? day : maxDay(last, day)), null);
}
