import { type FlexPay, isFlexPayError } from '#client/client.ts';
import { addDays, type Day } from '#core/calendar/day.ts';
import { type PricedCart, priceCart, type ShippingMethod } from '../cart.ts';
import { flexpayOrder } from './flexpay-order.ts';
import { type Body, linesOf, type Reply, refuses, says } from './reply.ts';
import { type Shop, shopToday } from './shop.ts';
import type { StoreCart } from './store-order.ts';

/** Keeps the cart of a page. Answers with the object that FlexPay's button takes. */
export async function keepCart(shop: Shop, body: Body): Promise<Reply> {
  const cart = await keptCart(shop, body);
  if ('body' in cart) return cart;
  return says({ transactionId: cart.transactionId, total: cart.total, order: flexpayOrder(cart) });
}

/**
 * Prices a cart from the shop's own catalogue, gives it an order number and remembers it. The same cart keeps its number
 * while it is no order: FlexPay then replaces the draft.
 */
export async function keptCart(shop: Shop, body: Body): Promise<StoreCart | Reply> {
  const priced = priceCart({ lines: linesOf(body.lines), shipping: body.shipping as ShippingMethod });
  if (!priced) return refuses(400, 'We do not sell that. Please look at your bag again.');
  const today = await shopToday(shop);
  if (!today) return refuses(503, 'FlexPay does not answer. Please try again.');

  const { carts } = await shop.book.change(async (before) => {
    const known = before.carts.some((kept) => kept.transactionId === body.transactionId);
    const number = known ? before.lastNumber : await freeNumber(shop.flexpay, before.lastNumber + 1);
    const cart = cartOf(priced, known ? String(body.transactionId) : `MF-${number}`, today);
    const others = before.carts.filter((kept) => kept.transactionId !== cart.transactionId);
    return { ...before, lastNumber: number, carts: [...others, cart] };
  });
  return carts.at(-1)!;
}

function cartOf({ lines, shipping, total }: PricedCart, transactionId: string, today: Day): StoreCart {
  const { method, name, cost, days } = shipping;
  return {
    transactionId,
    lines: lines.map(({ product, quantity }) => ({
      sku: product.sku,
      slug: product.slug,
      name: product.name,
      brand: product.brand,
      quantity,
      unitPrice: product.price,
    })),
    shipping: { method, name, cost, arrivesOn: addDays(today, days) },
    total,
  };
}

// The book may have been lost while FlexPay still knows its orders: a number that was used is never used again.
async function freeNumber(flexpay: FlexPay, first: number): Promise<number> {
  for (let number = first; number < first + numbersTriedMax; number += 1) {
    try {
      await flexpay.transactions.get(`MF-${number}`);
    } catch (error) {
      if (isFlexPayError(error, 'TransactionNotFound')) return number;
      throw error;
    }
  }
  throw new Error('No free order number.');
}

const numbersTriedMax = 10_000;
