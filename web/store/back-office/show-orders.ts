import { isFlexPayError } from '#client/client.ts';
import type { TransactionView } from '#client/operations.gen.ts';
import { type Reply, refuses, says } from './reply.ts';
import { type Shop, shopToday } from './shop.ts';
import { staffOnly } from './staff-only.ts';
import type { OrderView, StoreOrder } from './store-order.ts';
import { unitsOf } from './units-of.ts';

/** One order with what FlexPay says about it now. */
export async function showOrder({ flexpay, book }: Shop, id: string): Promise<Reply> {
  const order = (await book.read()).orders.find((each) => each.transactionId === id);
  if (!order) return refuses(404, 'We do not know this order.');
  const found = await flexpay.transactions.get(id).catch(unknownNow);
  return says({ order: viewOf(order, found) });
}

/** Every order of the shop, newest first. For the staff. */
export async function showOrders(shop: Shop): Promise<Reply> {
  if (!(await shopToday(shop))) return staffOnly;
  const { orders } = await shop.book.read();
  const known = await transactionsOf(shop, new Set(orders.map(({ transactionId }) => transactionId))).catch(unknownNow);
  return says({ orders: orders.map((order) => viewOf(order, known?.get(order.transactionId))).reverse() });
}

/** Those of these ids, newest first, as far as there are orders to find. */
async function transactionsOf({ flexpay }: Shop, wanted: Set<string>): Promise<Map<string, TransactionView>> {
  const known = new Map<string, TransactionView>();
  if (wanted.size === 0) return known;
  let looked = 0;
  for await (const transaction of flexpay.transactions.list()) {
    if (wanted.has(transaction.id)) known.set(transaction.id, transaction);
    looked += 1;
    if (known.size === wanted.size || looked === lookedMax) break;
  }
  return known;
}

const lookedMax = 2_000;

/** An order can be shown without what FlexPay says about it. */
function unknownNow(error: unknown): undefined {
  if (!isFlexPayError(error)) throw error;
}

const viewOf = (order: StoreOrder, transaction: TransactionView | undefined): OrderView => ({
  ...order,
  lines: order.lines.map((line) => ({ ...line, units: transaction ? unitsOf(transaction, line.sku) : null })),
});
