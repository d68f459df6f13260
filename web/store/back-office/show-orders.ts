import { type Transaction, unitsOf } from './check-transaction.ts';
import { type Reply, refuses, says } from './reply.ts';
import { type Shop, shopToday } from './shop.ts';
import { staffOnly } from './staff-only.ts';
import type { OrderView, StoreOrder } from './store-order.ts';

/** One order with what FlexPay says about it now. */
export async function showOrder({ flexpay, book }: Shop, id: string): Promise<Reply> {
  const order = (await book.read()).orders.find((each) => each.transactionId === id);
  if (!order) return refuses(404, 'We do not know this order.');
  const found = await flexpay.transaction(id);
  return says({ order: viewOf(order, found.ok ? found.data : undefined) });
}

/** Every order of the shop, newest first. For the staff. */
export async function showOrders(shop: Shop): Promise<Reply> {
  if (!(await shopToday(shop))) return staffOnly;
  const { orders } = await shop.book.read();
  const known = new Map<string, Transaction>();
  for (let page = 1; page <= pagesMax && orders.some((order) => !known.has(order.transactionId)); page += 1) {
    const found = await shop.flexpay.transactions(page);
    if (!found.ok) break;
    for (const transaction of found.data.transactions) known.set(transaction.id, transaction);
    if (page >= found.data.meta.totalPages) break;
  }
  return says({ orders: orders.map((order) => viewOf(order, known.get(order.transactionId))).reverse() });
}

const pagesMax = 20;

const viewOf = (order: StoreOrder, transaction: Transaction | undefined): OrderView => ({
  ...order,
  lines: order.lines.map((line) => ({ ...line, units: transaction ? unitsOf(transaction, line.sku) : null })),
});
