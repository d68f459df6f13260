import type { IncomingMessage, ServerResponse } from 'node:http';
import { flexpayClient } from '#client/client.ts';
import { fulfilOrder } from './back-office/fulfil-order.ts';
import { handOver, lookAtHandOver, renewOrCancel } from './back-office/hand-over.ts';
import { keepCart } from './back-office/keep-cart.ts';
import { nameApplicant } from './back-office/name-applicant.ts';
import { orderBook } from './back-office/order-book.ts';
import { placeOrder } from './back-office/place-order.ts';
import { type Body, type Reply, refuses } from './back-office/reply.ts';
import type { Shop } from './back-office/shop.ts';
import { showOrder, showOrders } from './back-office/show-orders.ts';
import { showSettings } from './back-office/show-settings.ts';
import { listTablets, makeTablet } from './back-office/tablets.ts';

/**
 * The server half of Marlow & Finch: what any merchant's server does beside FlexPay, with the merchant's own keys.
 * Answers requests under `/store/api/` and says so with true; false means that the shop has no such address and said
 * nothing.
 * `flexpayUrl` is where FlexPay listens; `ordersFile` is the JSON file in which the shop keeps its carts and orders.
 */
export function storeServer(options: {
  flexpayUrl: string;
  apiKey: string;
  authKey: string;
  ordersFile: string;
}): (request: IncomingMessage, response: ServerResponse) => Promise<boolean> {
  const { flexpayUrl, apiKey, authKey } = options;
  const flexpay = flexpayClient({ url: flexpayUrl, apiKey, attemptsMax: 2 });
  const shop = { flexpayUrl, authKey, flexpay, book: orderBook(options.ordersFile) };
  const onSign = placeOrder(shop);
  return async (request, response) => {
    const { pathname } = new URL(request.url ?? '/', 'http://store');
    if (!pathname.startsWith('/store/api/')) return false;
    const reply = await answer(shop, onSign, request, pathname.slice('/store/api'.length)).catch(() => broken);
    if (reply === null) return false;
    response.writeHead(reply.status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
    response.end(JSON.stringify(reply.body));
    return true;
  };
}

const broken = refuses(500, 'Something broke in our shop. Please try again.');

async function answer(
  shop: Shop,
  onSign: ReturnType<typeof placeOrder>,
  request: IncomingMessage,
  path: string,
): Promise<Reply | null> {
  const [, place, id, action] = path.split('/').map(decodeURIComponent);
  if (request.method === 'GET') {
    if (place === 'settings') return showSettings(shop, request.headers.host ?? '');
    if (place === 'hand-overs' && id) return lookAtHandOver(shop, onSign, id);
    if (place === 'tablets') return listTablets(shop);
    if (place === 'orders') return id ? showOrder(shop, id) : showOrders(shop);
    return null;
  }
  // Another site's form can't send JSON: asking for it keeps foreign pages from acting in a shopper's name.
  if (request.method !== 'POST' || !request.headers['content-type']?.startsWith('application/json')) return null;
  const body = await readJson(request);
  if (!body) return refuses(400, 'We could not read that.');
  if (place === 'carts') return keepCart(shop, body);
  if (place === 'on-sign') return onSign(body);
  if (place === 'hand-overs') return id && action ? renewOrCancel(shop, id, action, body) : handOver(shop, body);
  if (place === 'tablets') return makeTablet(shop, body);
  if (place === 'applicants') return nameApplicant(shop, body);
  if (place === 'orders' && id && action) return fulfilOrder(shop, id, action, body);
  return null;
}

const bodyBytesMax = 64_000;

async function readJson(request: IncomingMessage): Promise<Body | null> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size > bodyBytesMax) return null;
    chunks.push(chunk);
  }
  try {
    const body: unknown = JSON.parse(Buffer.concat(chunks).toString('utf8'));
    return typeof body === 'object' && body !== null && !Array.isArray(body) ? (body as Body) : null;
  } catch {
    return null;
  }
}
