import path from 'node:path';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import { languageOfTag } from '#core/calendar/day-text.ts';
import type { House } from '#server/house.ts';
import { addressOf } from '#server/http/address-of.ts';
import { sendJson, sendRefusal } from '#server/http/answer.ts';
import { rateLimiter } from '#server/http/rate-limit.ts';
import { pagePolicy, readPage, serveStatic } from '#server/http/static.ts';
import { findLink } from '#server/links/find-link.ts';
import { allowedOrigins } from '#server/merchants/allowed-origins.ts';
import { findMerchantByPublicKey } from '#server/merchants/find-merchant.ts';
import { refuse } from '#server/outcome.ts';
import { priceMessages } from './price-messages.ts';

type Asked = { Querystring: { authKey?: string } };
type AskedForPrices = { Querystring: { authKey?: string; amounts?: string; state?: string; locale?: string } };
type AskedToPay = { Querystring: { id?: string } };

/**
 * What a store's page loads from us: `GET /sdk/js?authKey=…`, the script of the button, and `GET /modal?authKey=…`, the
 * frame, which only the merchant's own pages may embed. An unknown key gets no 2xx, so that `script.onerror` fires, and guesses are limited per address.
 * `GET /sdk/flexpay.mjs` loads that script for pages of modules.
 * `GET /sdk/messages?authKey=…&amounts=105.00,499&state=TX&locale=en`, what a page may say beside its prices, for any page
 * to read and to keep for a quarter of an hour. `GET /modal/card`, the form for a card, where the processor has no page of its own
 * for it. And `GET /pay?id=…`, the same checkout as a page of its own, which nobody may embed; `GET /kiosk`, that page on a store's tablet.
 * Throws when the pages under `dist` are not built.
 */
export function checkoutPages(server: FastifyInstance, house: House, dist: string): void {
  const limit = rateLimiter(house);
  const unknownKey = (request: FastifyRequest) => limit('wrongKey', addressOf(request)) ?? noSuchKey;
  const script = readPage(path.join(dist, 'sdk', 'flexpay.js'), (text) =>
    text.replaceAll('%FLEXPAY_BRAND%', () => inScript(house.settings.brand)),
  );
  const loader = readPage(path.join(dist, 'sdk', 'flexpay.mjs'));
  const frame = readPage(path.join(dist, 'checkout', 'index.html'));
  const page = readPage(path.join(dist, 'checkout', 'pay.html'));
  const kiosk = readPage(path.join(dist, 'checkout', 'kiosk.html'));
  const card = readPage(path.join(dist, 'checkout', 'card.html'));
  serveStatic(server, { prefix: '/static/checkout', folder: path.join(dist, 'checkout') });

  server.get<Asked>('/sdk/js', async (request, reply) => {
    const merchant = await findMerchantByPublicKey(house, request.query.authKey ?? '');
    if (merchant === null) return sendRefusal(reply, unknownKey(request));
    // A page that isolates itself may still load us.
    reply.header('cross-origin-resource-policy', 'cross-origin');
    return script(request, reply);
  });

  server.get('/sdk/flexpay.mjs', async (request, reply) => {
    // The same for everybody, and modules from elsewhere are only loaded by leave.
    reply.header('access-control-allow-origin', '*');
    reply.header('cross-origin-resource-policy', 'cross-origin');
    return loader(request, reply);
  });

  server.get<AskedForPrices>('/sdk/messages', async (request, reply) => {
    const { authKey = '', amounts = '', state, locale } = request.query;
    const merchant = await findMerchantByPublicKey(house, authKey);
    if (merchant === null) return sendRefusal(reply, unknownKey(request));
    const tooMany = limit('priceMessages', addressOf(request));
    if (tooMany !== null) return sendRefusal(reply, tooMany);
    const language = languageOfTag(locale) ?? 'en';
    // A public key and prices that stand on the store's page: any page may read the answer.
    reply.header('access-control-allow-origin', '*');
    const messages = await priceMessages(house, merchant, { amounts, state: state || null, language });
    if ('refused' in messages) return sendRefusal(reply, messages);
    reply.header('cache-control', 'public, max-age=900');
    return sendJson(reply, JSON.stringify({ data: { messages } }));
  });

  server.get<Asked>('/modal', async (request, reply) => {
    const merchant = await findMerchantByPublicKey(house, request.query.authKey ?? '');
    if (merchant === null) return sendRefusal(reply, unknownKey(request));
    const origins = await allowedOrigins(house, merchant.merchantId);
    reply.header('content-security-policy', framePolicy(house, origins));
    reply.header('cross-origin-resource-policy', 'cross-origin');
    return frame(request, reply);
  });

  if (house.processor.cardForm?.startsWith('/')) {
    server.get(house.processor.cardForm, async (request, reply) => {
      // Every page around it must be allowed, the store's too; it tells the token to our own origin alone.
      reply.header('content-security-policy', pagePolicy({ 'frame-ancestors': '*' }));
      reply.header('cross-origin-resource-policy', 'cross-origin');
      return card(request, reply);
    });
  }

  server.get<AskedToPay>('/pay', async (request, reply) => {
    const { id } = request.query;
    // The page says so in words; the status is for programs. An agreement token never comes this far.
    if (typeof id === 'string' && (await findLink(house, { id })) === null) reply.code(404);
    reply.header('content-security-policy', checkoutPolicy(house));
    return page(request, reply);
  });

  server.get('/kiosk', async (request, reply) => {
    reply.header('content-security-policy', checkoutPolicy(house));
    return kiosk(request, reply);
  });
}

const noSuchKey = refuse('Unauthorized', 'This public key is not known. Take the one of your account.');

function framePolicy(house: House, origins: readonly string[] | 'any'): string {
  const ancestors = origins === 'any' ? '*' : origins.join(' ') || "'none'";
  return checkoutPolicy(house, { 'frame-ancestors': ancestors });
}

/** Of a checkout, in a frame or as a page of its own: pictures of the goods, and the card form, may come from elsewhere. */
function checkoutPolicy(house: House, more: Readonly<Record<string, string>> = {}): string {
  return pagePolicy({ ...more, 'img-src': pictureSources(house), 'frame-src': cardFormSource(house) });
}

/** Where the card form may be from. */
function cardFormSource({ processor: { cardForm } }: House): string {
  if (cardForm === null) return "'none'";
  return cardForm.startsWith('/') ? "'self'" : new URL(cardForm).origin;
}

const pictureSources = (house: House): string => (house.settings.mode === 'sandbox' ? 'https: http:' : 'https:');

/** Text inside a string of a script, whichever quotes the script was built with. */
function inScript(text: string): string {
  return text.replace(/[^\w .,&-]/g, (sign) => `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`);
}
