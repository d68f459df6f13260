import { checkTransaction } from './check-transaction.ts';
import type { Book } from './order-book.ts';
import { type Body, type Reply, refuses, says } from './reply.ts';
import { type Shop, shopToday } from './shop.ts';
import type { StoreOrder } from './store-order.ts';

/**
 * The page says that a lease is signed. It is believed only after FlexPay was asked: signed, and for exactly the cart that
 * this shop offered. Only then the lease is finalized and the order kept. Asking again gives the same answer.
 * A 400 is final; a 503 means that nobody knows yet, and that the page has to ask again.
 */
export async function placeOrder(shop: Shop, body: Body): Promise<Reply> {
  const { flexpay, book } = shop;
  const transactionId = String(body.transactionId ?? '');
  const { carts, orders } = await book.read();
  const placed = orders.find((order) => order.transactionId === transactionId);
  if (placed) return says({ valid: true, order: placed });
  const cart = carts.find((kept) => kept.transactionId === transactionId);
  if (!cart) return invalid('We do not know this order.');

  const found = await flexpay.transaction(transactionId);
  if (!found.ok)
    return found.status === 404 ? invalid('FlexPay does not know this order.') : refuses(503, found.message);
  const errors = checkTransaction(found.data, cart);
  if (errors.length > 0) return invalid(...errors);

  const finalized = await flexpay.finalize(transactionId);
  if (!finalized.ok && finalized.status >= 400 && finalized.status < 500) return invalid(finalized.message);
  const today = await shopToday(shop);
  if (!finalized.ok || !today) return refuses(503, 'FlexPay does not answer. Please try again.');
  const order: StoreOrder = { ...cart, leaseNumber: finalized.data.leaseNumber, placedOn: today, shipments: [] };
  await book.change((before) => withOrder(before, order));
  return says({ valid: true, order });
}

const invalid = (...errors: string[]): Reply => ({ status: 400, body: { valid: false, errors } });

function withOrder(before: Book, order: StoreOrder): Book {
  if (before.orders.some((each) => each.transactionId === order.transactionId)) return before;
  const carts = before.carts.filter((kept) => kept.transactionId !== order.transactionId);
  return { ...before, carts, orders: [...before.orders, order] };
}
