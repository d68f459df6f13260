import type { Socket } from 'node:net';
import fastify, {
  type FastifyBaseLogger,
  type FastifyError,
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
} from 'fastify';
import type { House } from '#server/house.ts';
import { addressOf } from '#server/http/address-of.ts';
import { admission } from '#server/http/admission.ts';
import { refusalOf, sendRefusal } from '#server/http/answer.ts';
import { answerRoute, type Guessed } from '#server/http/answer-route.ts';
import { authenticator, type Caller } from '#server/http/authenticate.ts';
import { answerBrokenRequest } from '#server/http/broken-request.ts';
import { connectionsMax, type Patience, patienceDefault } from '#server/http/patience.ts';
import { rateLimiter } from '#server/http/rate-limit.ts';
import { readJson, readText, startsAsJson, Unreadable } from '#server/http/read-json.ts';
import type { Call, Route } from '#server/http/route.ts';
import { spellings } from '#server/http/spellings.ts';
import { newId } from '#server/ids.ts';
import { loggable } from '#server/loggable.ts';
import { type Refused, refuse } from '#server/outcome.ts';

declare module 'fastify' {
  interface FastifyRequest {
    /** Who the door has recognised; null before it looked. */
    caller: Caller | null;
  }
  interface FastifyInstance {
    /** Where people read about the API; every refusal names its page there. */
    docsUrl: string;
  }
}

/** Everything that is served beside the API: pages, scripts, health. */
export type Pages = (server: FastifyInstance, house: House) => void;

/** What the hooks and the parser know of the route that was asked for. */
type RouteConfig = { readonly operation?: string; readonly bareText?: string | undefined };

const bodyBytesMax = 1_048_576;
const paramCharactersMax = 4_096;

/**
 * Builds the door: routes and pages on one server that does not listen yet. A request is asked in this order: is there
 * such a route, who are you, is it well formed, and only then the verb.
 */
export function buildServer(
  house: House,
  routes: readonly Route[],
  pages?: Pages,
  patience: Patience = patienceDefault,
): FastifyInstance {
  const log: FastifyBaseLogger = house.log;
  const docsUrl = `${house.settings.publicUrl}/docs`;
  const server = fastify({
    loggerInstance: log,
    logController: new fastify.LogController({ disableRequestLogging: true }),
    bodyLimit: bodyBytesMax,
    requestTimeout: patience.requestMs,
    keepAliveTimeout: patience.idleMs,
    http: {
      headersTimeout: patience.headersMs,
      connectionsCheckingInterval: patience.lookEveryMs,
      // Node would answer without a body; the door says it in our envelope.
      requireHostHeader: false,
    },
    exposeHeadRoutes: false,
    return503OnClosing: false,
    requestIdHeader: false,
    trustProxy: house.settings.trustedProxies.length > 0 && [...house.settings.trustedProxies],
    genReqId: (request) => requestId(house, request.headers['x-request-id']),
    routerOptions: { maxParamLength: paramCharactersMax, ignoreTrailingSlash: true, ignoreDuplicateSlashes: true },
    frameworkErrors: (error, request, reply) => void answerError(house, error, request, reply),
    clientErrorHandler: answerBrokenRequest(docsUrl),
  });
  server.server.maxConnections = connectionsMax;
  answerBareHttp(server, docsUrl);
  server.addHttpMethod('GET', { hasBody: true, overrideExisting: true });
  server.removeAllContentTypeParsers();
  server.addContentTypeParser('*', { parseAs: 'string' }, async (request: FastifyRequest, body: string) => {
    const { bareText } = request.routeOptions.config as RouteConfig;
    return bareText === undefined || startsAsJson(body) ? readJson(body) : readText(bareText, body);
  });
  server.decorateRequest('caller', null);
  server.decorate('docsUrl', docsUrl);
  server.setErrorHandler((error: FastifyError, request, reply) => answerError(house, error, request, reply));
  server.setNotFoundHandler((_request, reply) => sendRefusal(reply, nothingHere));
  const served = routes.filter((route) => !route.sandboxOnly || house.settings.mode === 'sandbox');
  server.addHook('onRequest', door(house, served));
  server.addHook('onResponse', logAnswer);
  addRoutes(server, house, served);
  pages?.(server, house);
  return server;
}

/** What Node by itself answers without our envelope: an expectation it does not know, which may be ignored, and a tunnel. */
function answerBareHttp({ server }: FastifyInstance, docsUrl: string): void {
  const answerBroken = answerBrokenRequest(docsUrl);
  server.on('checkExpectation', (request, response) => void server.emit('request', request, response));
  server.on('connect', (_request, socket) => answerBroken(new Error('a tunnel'), socket as Socket));
}

function addRoutes(server: FastifyInstance, house: House, routes: readonly Route[]): void {
  const authenticate = authenticator(house);
  const limit = rateLimiter(house);
  const placesFor = admission(house.settings.capacity);
  const guessed: Guessed = (request, refused) =>
    (refused.refused === 'Unauthorized' ? limit('wrongKey', addressOf(request)) : null) ?? refused;
  for (const route of routes) {
    const places = placesFor(route);
    const recognise = async (request: FastifyRequest, reply: FastifyReply) => {
      // A body is JSON whatever its type says, so that even a malformed type must not matter (rulings 21).
      delete request.headers['content-type'];
      const full = places.refusal();
      if (full !== null) return sendRefusal(reply, full);
      const caller = await authenticate(route, request.headers);
      if ('refused' in caller) return sendRefusal(reply, guessed(request, caller));
      const unknown = (await route.knows?.(house, request.headers as Call['headers'])) ?? null;
      if (unknown !== null) return sendRefusal(reply, guessed(request, unknown));
      if (request.method === 'GET' && caller.merchant !== undefined && route.postOnlyFor?.(caller.merchant)) {
        reply.header('allow', 'POST');
        return sendRefusal(reply, refuse('MethodNotAllowed', 'Your account asks for POST at this address.'));
      }
      const keys = caller.merchant === undefined ? [] : [caller.merchant.keyId];
      const address = addressOf(request);
      const callers = route.limitBy === 'session' ? [String(request.headers['x-flexpay-session'])] : [...keys, address];
      const tooMany = route.limit === undefined ? null : limit(route.limit, address, callers);
      if (tooMany !== null) return sendRefusal(reply, tooMany);
      request.caller = caller;
    };
    const answer = answerRoute(house, route, guessed);
    const handler = async (request: FastifyRequest, reply: FastifyReply) => {
      // Asked again, because others came in while this one was being read.
      const full = places.refusal();
      if (full !== null) return sendRefusal(reply, full);
      places.enter();
      try {
        await answer(request, reply);
        return reply;
      } finally {
        places.leave();
      }
    };
    for (const url of new Set(route.paths.flatMap(spellings))) {
      const pattern = url.replace(/\{(\w+)\}/g, ':$1');
      server.route({
        method: [...route.methods],
        url: pattern,
        onRequest: recognise,
        handler,
        ...(route.bodyBytesMax === undefined ? {} : { bodyLimit: route.bodyBytesMax }),
        config: { operation: route.operation, bareText: route.bare?.text } satisfies RouteConfig,
      });
    }
  }
}

/** The first hook of every request: the headers that every answer carries, and a plain "no" where nothing is served. */
function door(house: House, routes: readonly Route[]) {
  const methodsAt = routes.flatMap((route) =>
    route.paths.flatMap(spellings).map((path) => ({ pattern: patternOf(path), methods: route.methods })),
  );
  const allowed = (url: string) => {
    const path = (url.split('?')[0] ?? '').replace(/\/{2,}/g, '/').replace(/(?<=.)\/$/, '');
    return [...new Set(methodsAt.filter(({ pattern }) => pattern.test(path)).flatMap(({ methods }) => methods))];
  };
  return async (request: FastifyRequest, reply: FastifyReply) => {
    reply.headers(house.settings.mode === 'production' ? productionHeaders : everyHeaders);
    reply.header('x-request-id', request.id);
    if (request.headers.host === undefined && request.raw.httpVersion === '1.1') return sendRefusal(reply, noHost);
    if (!request.is404) return;
    const methods = allowed(request.url);
    if (methods.length === 0) return sendRefusal(reply, nothingHere);
    reply.header('allow', methods.join(', '));
    return sendRefusal(reply, refuse('MethodNotAllowed', `This address takes ${methods.join(' and ')}.`));
  };
}

function patternOf(path: string): RegExp {
  return new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}$`);
}

const noHost = refuse('ValidationError', 'A request of HTTP/1.1 names its host. Send the Host header.', { fields: [] });
const nothingHere = refuse('NotFound', 'There is nothing at this address.');

const everyHeaders = {
  'cache-control': 'no-store',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
  'referrer-policy': 'no-referrer',
  'x-content-type-options': 'nosniff',
};
const productionHeaders = { ...everyHeaders, 'strict-transport-security': 'max-age=31536000' };

function answerError(house: House, error: FastifyError, request: FastifyRequest, reply: FastifyReply): FastifyReply {
  const refused = meaningOf(error, request.routeOptions.bodyLimit ?? bodyBytesMax);
  if (refused === null || refused.refused === 'ServiceUnavailable') {
    house.log.error(
      { requestId: request.id, operation: operationOf(request), error: loggable(error) },
      'request failed',
    );
  }
  const ours = refuse('InternalServerError', `We made a mistake. If you ask us about it, name request ${request.id}.`);
  return sendRefusal(reply, refused ?? ours);
}

function meaningOf(error: FastifyError, bodyMost: number): Refused | null {
  if (error instanceof Unreadable) return refuse('ValidationError', error.message, { fields: [] });
  if (error.code === 'FST_ERR_CTP_BODY_TOO_LARGE') {
    return refuse('PayloadTooLarge', `A body may have at most ${bodyMost} bytes.`);
  }
  const theirs = error.code?.startsWith('FST_') && error.statusCode !== undefined && error.statusCode < 500;
  return theirs ? refuse('ValidationError', error.message, { fields: [] }) : refusalOf(error);
}

function logAnswer(request: FastifyRequest, reply: FastifyReply, next: () => void): void {
  // The operation and no address: paths and queries carry ids, e-mails and tokens.
  request.log.info(
    {
      requestId: request.id,
      operation: operationOf(request),
      merchantId: request.caller?.merchant?.merchantId,
      versionOverride: versionOverride(request.headers['x-version-override']),
      status: reply.statusCode,
      ms: Math.round(reply.elapsedTime * 10) / 10,
    },
    'answered',
  );
  next();
}

/** What an older client asks for by a header that has no effect (api-v3 O-3), so far as it is a version and no person's word. */
function versionOverride(given: string | string[] | undefined): string | undefined {
  if (given === undefined) return undefined;
  return /^v?\d{1,3}(\.\d{1,3}){0,2}(-[a-z]{1,12})?$/i.test(String(given)) ? String(given) : 'unreadable';
}

function operationOf(request: FastifyRequest): string {
  const { operation } = request.routeOptions.config as RouteConfig;
  return operation ?? request.routeOptions.url ?? 'none';
}

function requestId(house: House, given: string | string[] | undefined): string {
  return typeof given === 'string' && /^[\w.:-]{1,64}$/.test(given) ? given : newId(house);
}
