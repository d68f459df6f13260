import { isFlexPayError } from '#client/client.ts';
import type { HandOverView } from '#client/operations.gen.ts';
import { flexpayOrder } from './flexpay-order.ts';
import { keptCart } from './keep-cart.ts';
import type { placeOrder } from './place-order.ts';
import { type Body, type Reply, refuses, says } from './reply.ts';
import { type Shop, shopToday } from './shop.ts';
import { staffOnly } from './staff-only.ts';

/** Gives the cart of the counter to the customer who stands there: FlexPay makes the link and its code. */
export async function handOver(shop: Shop, body: Body): Promise<Reply> {
  if (!(await shopToday(shop))) return staffOnly;
  const cart = await keptCart(shop, { ...body, shipping: 'store' });
  if ('body' in cart) return cart;
  const associateId = text(body.associateId) || 'counter';
  const kioskId = text(body.kioskId);
  // On a tablet of the shop nothing is sent anywhere.
  const where = kioskId === '' ? sending(body) : { kioskId };
  return told(shop.flexpay.handOvers.create({ ...flexpayOrder(cart), associateId, ...where }));
}

/**
 * How far it is. Once it is signed the order is placed from here: at a counter there is no page of ours on the customer's
 * device that could say so. Of what FlexPay knows of a customer nothing passes through.
 */
export async function lookAtHandOver(shop: Shop, onSign: ReturnType<typeof placeOrder>, id: string): Promise<Reply> {
  const look = await told(shop.flexpay.handOvers.get(id));
  const { handOver } = look.body as { handOver?: HandOverView };
  if (handOver?.status !== 'signed') return look;
  const placed = await onSign({ transactionId: handOver.transactionId });
  return placed.status === 200 ? look : refuses(placed.status, 'It is signed. We are still checking the order.');
}

/** Another link for the same cart, or none any more. */
export async function renewOrCancel(shop: Shop, id: string, action: string, body: Body): Promise<Reply> {
  if (!(await shopToday(shop))) return staffOnly;
  if (action === 'renew') return told(shop.flexpay.handOvers.renew(id, sending(body)));
  if (action === 'cancel') return told(shop.flexpay.handOvers.cancel(id));
  return refuses(404, 'A hand-over can be renewed or cancelled.');
}

function sending(body: Body): { phone: string; language: 'en' | 'es' } {
  return { phone: text(body.phone), language: body.language === 'es' ? 'es' : 'en' };
}

const text = (value: unknown): string => (typeof value === 'string' ? value.trim() : '');

/** What FlexPay says, or its own words for "no". */
async function told(asked: Promise<HandOverView>): Promise<Reply> {
  try {
    return says({ handOver: await asked });
  } catch (error) {
    if (!isFlexPayError(error)) throw error;
    return refuses(error.statusCode === 404 ? 404 : 409, error.message);
  }
}
