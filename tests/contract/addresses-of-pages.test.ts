import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type StartedHouse, startHouse } from '../start-house.ts';

/** What a browser and a program get at addresses beside the API: pages, their files, the demo store, the frame. */
let house: StartedHouse;
before(async () => {
  house = await startHouse();
});
after(() => house.stop());

const html = 'text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8';

const ask = (method: string, path: string, accept: string) =>
  fetch(house.baseUrl + path, { method, headers: { accept }, redirect: 'manual' });

const pages = [
  '/',
  '/docs',
  '/docs/',
  '/docs/errors',
  '/docs/changes',
  '/docs/guides/compatibility',
  '/docs/guides/merchant-server-php',
  '/store',
  '/store/bag',
  '/store/checkout',
  '/store/room/bedroom',
  '/store/p/halden-desk-lamp',
  '/store/orders/any',
  '/store/staff',
  '/store/staff/any',
  '/sandbox/inbox',
  '/pay',
  '/kiosk',
  '/ui',
];

for (const path of pages) {
  test(`${path} is a page, with an icon of ours`, async () => {
    const page = await ask('GET', path, html);
    assert.equal(page.status, 200);
    const [, href = ''] = /<link rel="icon"[^>]* href="([^"]+)"/.exec(await page.text()) ?? [];
    await isTheIcon(href);
  });
}

test('the frame names the icon too, and a browser that asks by itself gets it', async () => {
  const frame = await ask('GET', `/modal?authKey=${house.authKey}`, html);
  assert.match(await frame.text(), /<link rel="icon"/);
  await isTheIcon('/favicon.ico');
});

/** Nothing is there; whether a browser reads so on a page, with the way back, or not. */
const nowhere: [string, 'a page' | 'JSON'][] = [
  ['/docs/nothing', 'a page'],
  ['/docs/guides', 'a page'],
  ['/docs/guides/nothing', 'a page'],
  ['/docs/errors/NotFound', 'a page'],
  ['/docs/..%2f..%2fpackage.json', 'a page'],
  ['/store/nothing', 'a page'],
  ['/store/room', 'a page'],
  ['/store/room/toString', 'a page'],
  ['/store/p/nothing', 'a page'],
  ['/store/p/halden-desk-lamp/more', 'a page'],
  ['/store/orders', 'a page'],
  ['/store/api', 'a page'],
  ['/store/api/nothing', 'JSON'],
  ['/static', 'JSON'],
  ['/static/nothing', 'JSON'],
  ['/static/docs', 'JSON'],
  ['/static/docs/nothing.js', 'JSON'],
  ['/static/store/..%2f..%2fpackage.json', 'JSON'],
  ['/static/checkout/nothing.css', 'JSON'],
  ['/modal/nothing', 'JSON'],
  ['/sdk/nothing', 'JSON'],
  ['/sandbox/nothing', 'JSON'],
  ['/nothing', 'JSON'],
];

for (const [path, forPeople] of nowhere) {
  test(`${path} is 404, ${forPeople} for people and our envelope for programs`, async () => {
    for (const accept of ['application/json', '*/*']) await isOurs(await ask('GET', path, accept), 404, 'NotFound');
    const seen = await ask('GET', path, html);
    if (forPeople === 'JSON') return isOurs(seen, 404, 'NotFound');
    assert.equal(seen.status, 404);
    assert.match(seen.headers.get('content-type') ?? '', /^text\/html/);
    assert.match(seen.headers.get('content-security-policy') ?? '', /^default-src 'none'; script-src 'self'/);
  });
}

test('the frame and the script without a known key are refused in our envelope, for people too', async () => {
  for (const path of ['/modal', '/modal?authKey=pk_nobody', '/sdk/js', '/sdk/js?authKey=pk_nobody']) {
    for (const accept of ['application/json', html]) await isOurs(await ask('GET', path, accept), 401, 'Unauthorized');
  }
});

test('what a page does not take is refused in our envelope', async () => {
  for (const path of [
    '/docs',
    '/docs/errors',
    '/store',
    '/favicon.ico',
    '/static/docs/texts.json',
    '/store/api/orders',
  ]) {
    await isOurs(await ask('DELETE', path, 'application/json'), 404, 'NotFound');
  }
});

async function isOurs(answer: Response, status: number, code: string): Promise<void> {
  assert.equal(answer.status, status);
  assert.match(answer.headers.get('content-type') ?? '', /^application\/json/);
  const { error } = (await answer.json()) as { error: Record<string, unknown> };
  assert.deepEqual([error.statusCode, error.code], [status, code]);
  assert.ok(typeof error.message === 'string' && error.message !== '' && typeof error.data === 'object');
  assert.equal(error.docs, `${house.baseUrl}/docs/errors#${code}`);
}

async function isTheIcon(path: string): Promise<void> {
  const icon = await ask('GET', path, 'image/svg+xml,image/*');
  assert.deepEqual([icon.status, icon.headers.get('content-type')], [200, 'image/svg+xml'], path);
  assert.match(await icon.text(), /^<svg[^>]*>\s*<title>FlexPay/);
}
