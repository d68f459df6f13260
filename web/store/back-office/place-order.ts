import { onSign } from '#client/on-sign.ts';
import { flexpayOrder } from './flexpay-order.ts';
import type { Book } from './order-book.ts';
import type { Body, Reply } from './reply.ts';
import { sayDifference } from './say-difference.ts';
import { type Shop, shopToday } from './shop.ts';
import type { StoreOrder } from './store-order.ts';

/**
 * The page says that a lease is signed. It is believed only after FlexPay was asked: signed, and for exactly the cart that
 * this shop offered. Only then the lease is finalized and the order kept. Asking again gives the same answer.
 * A 400 is final; a 503 means that nobody knows yet, and that the page has to ask again.
 */
export function placeOrder(shop: Shop): (body: Body) => Promise<Reply> {
  const { flexpay, book } = shop;
  const answer = onSign({
    flexpay,
    findOrder: async (id: string) => (await book.read()).orders.find((order) => order.transactionId === id),
    findCart: async (id: string) => {
      const cart = (await book.read()).carts.find((kept) => kept.transactionId === id);
      return cart && { ...flexpayOrder(cart), offered: cart };
    },
    say: (difference, { offered }) => sayDifference(difference, offered),
    keepOrder: async ({ leaseNumber, cart }) => {
      const today = await shopToday(shop);
      if (!today) throw new Error('The shop does not know its day.');
      const order: StoreOrder = { ...cart.offered, leaseNumber, placedOn: today, shipments: [] };
      await book.change((before) => withOrder(before, order));
      return order;
    },
  });
  return (body) => answer(body, undefined);
}

function withOrder(before: Book, order: StoreOrder): Book {
  if (before.orders.some((each) => each.transactionId === order.transactionId)) return before;
  const carts = before.carts.filter((kept) => kept.transactionId !== order.transactionId);
  return { ...before, carts, orders: [...before.orders, order] };
}
