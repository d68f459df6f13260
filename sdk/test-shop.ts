import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer, type IncomingMessage, type RequestListener } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { extname, join } from 'node:path';
import type { Browser, FrameLocator, Page } from 'playwright-core';
import type { Unheard } from '../contract/modal/calls.ts';
import type { View } from '../contract/modal/view.ts';
import { startChromium } from '../tests/start-chromium.ts';
import { buildEverything } from '../web/build-everything.ts';

/**
 * A shop for tests: a page on `localhost` under a strict policy, the built button and modal on `127.0.0.1`, and the
 * answers of the server as the test scripts them. A real Chromium walks through it.
 */
export interface TestShop {
  browser: Browser;
  /** Where our side is. */
  houseUrl: string;
  /** The folder with everything that browsers load. */
  built: string;
  /** The calls the frame made, newest last. */
  calls: { verb: string; body: Record<string, unknown> }[];
  /** How the server answers from now on; what is not scripted answers with the last view. */
  answer: Record<string, (body: Record<string, unknown>) => View | Refused>;
  /** The signature that the store's page has not taken. */
  unheard: Unheard['signed'];
  /** What may be said beside an amount. */
  priceText: (amount: string) => string | null;
  /** Opens the shop's page with this script on it, in a new browser; the page collects what it hears in `window.heard`. */
  visit(script: string, visitor?: Visitor): Promise<Page>;
  /** Everybody goes home: the next test hears no late call of this one's pages, and scripts its own answers. */
  empty(): Promise<void>;
  close(): Promise<void>;
}

/** Somebody's window, what their browser prefers, and how the store answers with its page. */
interface Visitor {
  width?: number;
  height?: number;
  scheme?: 'light' | 'dark';
  locale?: string;
  reducedMotion?: 'reduce';
  /** Of the page's policy, instead of what lets our frame in. */
  frames?: string;
  headers?: Record<string, string>;
  /** A script of modules beside the page's own; then the page has no tag of ours. */
  module?: string;
  /** What more its policy says, and which scripts it lets in instead of ours. */
  policy?: string;
  scripts?: string;
  /** The browser keeps the pages that are left, for the way back. */
  keepsPages?: boolean;
  /** How often the page has our tag, each time at another address. */
  tags?: number;
  /** The page's one script, inline under the nonce `r4nd0m`, instead of its tags. */
  inline?: string;
}

/** An answer with this status and the envelope of a refusal. */
export interface Refused {
  refused: number;
  code: string;
  message: string;
  data?: { fields: { path: string; message: string }[] };
}

export async function openTestShop(): Promise<TestShop> {
  const built = await mkdtemp(join(tmpdir(), 'flexpay-built-'));
  await buildEverything(built);
  const browser = await startChromium();
  const keeping = { browser: null as Browser | null };

  const shop = {
    calls: [] as TestShop['calls'],
    answer: {} as TestShop['answer'],
    script: '',
    visitor: {} as Visitor,
    unheard: null as Unheard['signed'],
    priceText: ((amount) => amount) as TestShop['priceText'],
  };
  let last: View | null = null;

  const house = await listen('127.0.0.1', async (request, response) => {
    const { pathname, searchParams } = new URL(request.url ?? '/', 'http://house');
    if (pathname === '/sdk/js') {
      if (searchParams.get('authKey') !== 'public-key') response.statusCode = 401;
      const script = await readFile(join(built, 'sdk/flexpay.js'), 'utf8');
      return send(response, '.js', Buffer.from(script.replaceAll('%FLEXPAY_BRAND%', 'FlexPay')));
    }
    if (pathname === '/sdk/flexpay.mjs') {
      response.setHeader('access-control-allow-origin', '*');
      return send(response, '.js', await readFile(join(built, 'sdk/flexpay.mjs')));
    }
    if (pathname === '/sdk/messages') {
      const amounts = searchParams.get('amounts')!.split(',');
      shop.calls.push({ verb: 'messages', body: Object.fromEntries(searchParams) });
      response.setHeader('access-control-allow-origin', '*');
      const messages = amounts.map((amount) => ({ amount, text: shop.priceText(amount) }));
      return send(response, '.json', JSON.stringify({ data: { messages } }));
    }
    if (pathname === '/modal') {
      response.setHeader('content-security-policy', framePolicy);
      return send(response, '.html', await readFile(join(built, 'checkout/index.html')));
    }
    if (pathname.startsWith('/static/'))
      return send(response, extname(pathname), await readFile(join(built, pathname.slice(8))));
    const verb = pathname.slice('/modal/api/'.length);
    const body = JSON.parse(await textOf(request));
    shop.calls.push({ verb, body });
    if (verb === 'unheard') {
      const data = { session: shop.unheard === null ? null : 'session', signed: shop.unheard };
      return send(response, '.json', JSON.stringify({ data }));
    }
    if (verb === 'address' && shop.answer.address === undefined) {
      return send(response, '.json', JSON.stringify({ data: { place: null, suggestions: [] } }));
    }
    const answered = shop.answer[verb]?.(body) ?? last;
    if (answered && 'refused' in answered) {
      response.statusCode = answered.refused;
      return send(response, '.json', JSON.stringify({ error: { ...answered, statusCode: answered.refused } }));
    }
    last = answered;
    const data = verb === 'open' ? { session: 'session', device: 'device', view: answered } : answered;
    return send(response, '.json', JSON.stringify({ data }));
  });
  const houseUrl = `http://127.0.0.1:${house.port}`;

  const store = await listen('localhost', (request, response) => {
    if (request.url === '/page.js') return send(response, '.js', shop.script);
    if (request.url === '/pages.mjs') return send(response, '.js', shop.visitor.module ?? '');
    response.setHeader('content-security-policy', storePolicy(houseUrl, shop.visitor));
    response.setHeaders(new Map(Object.entries(shop.visitor.headers ?? {})));
    return send(response, '.html', storePage(houseUrl, shop.visitor));
  });

  return {
    browser,
    houseUrl,
    built,
    calls: shop.calls,
    answer: shop.answer,
    get unheard() {
      return shop.unheard;
    },
    set unheard(signed) {
      shop.unheard = signed;
    },
    get priceText() {
      return shop.priceText;
    },
    set priceText(say) {
      shop.priceText = say;
    },
    async visit(script, visitor = {}) {
      shop.script = `window.heard = [];\nconst hear = (name) => (data) => { heard.push([name, data?.message ?? data ?? null]); };\n${script}`;
      shop.visitor = visitor;
      last = null;
      if (visitor.keepsPages) keeping.browser ??= await startChromium({ keepsPages: true });
      const context = await ((visitor.keepsPages && keeping.browser) || browser).newContext({
        viewport: { width: visitor.width ?? 1280, height: visitor.height ?? 900 },
        colorScheme: visitor.scheme ?? 'light',
        locale: visitor.locale ?? 'en-US',
        reducedMotion: visitor.reducedMotion ?? 'no-preference',
      });
      const page = await context.newPage();
      await page.goto(`http://localhost:${store.port}/`);
      return page;
    },
    async empty() {
      for (const one of [browser, keeping.browser]) for (const context of one?.contexts() ?? []) await context.close();
      await house.quiet();
      shop.calls.length = 0;
      for (const verb of Object.keys(shop.answer)) delete shop.answer[verb];
      shop.unheard = null;
    },
    async close() {
      await browser.close();
      await keeping.browser?.close();
      await Promise.all([house.stop(), store.stop(), rm(built, { recursive: true })]);
    },
  };
}

/** The modal inside a page. */
export function modalIn(page: Page): FrameLocator {
  return page.frameLocator('iframe[title=FlexPay]');
}

/** What the page heard so far, in order. */
export function heardBy(page: Page): Promise<[string, unknown][]> {
  return page.evaluate('window.heard');
}

const framePolicy =
  "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; connect-src 'self'; base-uri 'none'";

const storePolicy = (house: string, { frames = house, scripts = `'self' ${house}`, policy = '' }: Visitor) =>
  `default-src 'none'; script-src ${scripts}; connect-src ${house}; frame-src ${frames}; require-trusted-types-for 'script'${policy}`;

const storePage = (house: string, { module, inline, tags: count = 1 }: Visitor) => {
  const tag = (n: number) => `<script src="${house}/sdk/js?authKey=public-key${n > 0 ? `&v=${n}` : ''}"></script>`;
  const all = Array.from({ length: count }, (_, n) => tag(n)).join('');
  const own = '<script src="/page.js"></script>';
  const tags = module === undefined ? `${all}${own}` : `${own}<script type="module" src="/pages.mjs"></script>`;
  return `<!doctype html><html lang="en"><title>Store</title><h1>Store</h1><div id="box"></div>
${inline === undefined ? tags : `<script nonce="r4nd0m">${inline}</script>`}</html>`;
};

const types: Record<string, string> = {
  '.js': 'text/javascript',
  '.css': 'text/css',
  '.html': 'text/html',
  '.json': 'application/json',
};

function send(response: Parameters<RequestListener>[1], kind: string, body: string | Buffer): void {
  response.setHeader('content-type', `${types[kind]}; charset=utf-8`);
  response.end(body);
}

async function textOf(request: IncomingMessage): Promise<string> {
  let text = '';
  for await (const part of request) text += part;
  return text;
}

async function listen(
  host: string,
  listener: RequestListener,
): Promise<{ port: number; quiet(): Promise<void>; stop(): Promise<void> }> {
  const server = createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, host, resolve));
  return {
    port: (server.address() as AddressInfo).port,
    /** Until nobody is connected: what a page that is gone has sent has been read then. */
    quiet: async () => {
      const connected = () => new Promise((tell) => server.getConnections((_error, count) => tell(count)));
      while ((await connected()) !== 0) await new Promise((again) => setTimeout(again, 5));
    },
    stop: () =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
}
