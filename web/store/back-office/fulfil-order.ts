import { isFlexPayError } from '#client/client.ts';
import { isDay } from '#core/calendar/day.ts';
import { type Body, linesOf, type Reply, refuses, says } from './reply.ts';
import { type Shop, shopToday } from './shop.ts';
import { staffOnly } from './staff-only.ts';
import type { Shipment, StoreOrder } from './store-order.ts';

/** Ships, hands over, cancels or takes back units of an order, as the staff says, and tells FlexPay. */
export async function fulfilOrder(shop: Shop, id: string, action: string, body: Body): Promise<Reply> {
  const today = await shopToday(shop);
  if (!today) return staffOnly;
  const order = (await shop.book.read()).orders.find((each) => each.transactionId === id);
  if (!order) return refuses(404, 'We do not know this order.');
  const lines = linesOf(body.lines);
  if (lines.length === 0) return refuses(400, 'Choose at least one item.');
  const { transactions } = shop.flexpay;
  switch (action) {
    case 'ship': {
      const day = String(body.shippedOn ?? '');
      return ship(shop, order, {
        carrier: String(body.carrier ?? '').trim(),
        trackingNumber: String(body.trackingNumber ?? '').trim(),
        shippedOn: isDay(day) ? day : today,
        lines,
      });
    }
    case 'receive':
      return told(transactions.confirmReceipt(id, { items: lines }));
    case 'cancel':
      return told(transactions.cancel(id, { items: lines }));
    case 'return':
      return told(transactions.returnItems(id, { items: lines }));
    default:
      return refuses(404, 'Orders can be shipped, received, cancelled or returned.');
  }
}

async function ship({ flexpay, book }: Shop, order: StoreOrder, shipment: Shipment): Promise<Reply> {
  const { carrier, trackingNumber, shippedOn } = shipment;
  if (!carrier) return refuses(400, 'Say which carrier takes it.');
  const sent = { carrier, shipDate: shippedOn, ...(trackingNumber && { trackingNumber }) };
  const items = shipment.lines.map((line) => ({ ...line, ...sent }));
  const shipped = await told(flexpay.transactions.confirmShipment(order.transactionId, { items }));
  if (shipped.status !== 200) return shipped;
  await book.change((before) => ({
    ...before,
    orders: before.orders.map((each) =>
      each.transactionId === order.transactionId ? { ...each, shipments: [...each.shipments, shipment] } : each,
    ),
  }));
  return shipped;
}

/** What FlexPay made of it, or its own words for "no". */
async function told(asked: Promise<{ readonly failed?: unknown }>): Promise<Reply> {
  try {
    const { failed } = await asked;
    const units = Array.isArray(failed) ? (failed as { sku: string }[]) : [];
    if (units.length > 0) return refuses(409, `Not possible for ${units.map(({ sku }) => sku).join(', ')}.`);
    return says({ done: true });
  } catch (error) {
    if (isFlexPayError(error)) return refuses(409, error.message);
    throw error;
  }
}
