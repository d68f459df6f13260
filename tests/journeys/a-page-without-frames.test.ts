import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
import { startChromium } from '../start-chromium.ts';
import { type StartedHouse, startHouse } from '../start-house.ts';
import { ada, apply, giveEmail, givePassword, newDevice, pay, person, sign, type Tab } from './shopper.ts';
import { lampOrder, openStreet, type Street } from './street.ts';

// A store whose policy allows no frames at all, in front of a whole house: a window of its own first, and where that is
// blocked, the tab itself. Its page counts what it hears over every load.

let house: StartedHouse;
let street: Street;
let browser: Browser;
let store: Server;
let storeUrl: string;

before(async () => {
  house = await startHouse();
  street = openStreet(house);
  browser = await startChromium();
  store = createServer((request, response) => {
    const script = request.url === '/page.js';
    response.setHeader('content-type', script ? 'text/javascript' : 'text/html');
    response.setHeader(
      'content-security-policy',
      `default-src 'none'; script-src 'self' ${house.baseUrl}; require-trusted-types-for 'script'`,
    );
    response.end(script ? storeScript : storePage());
  });
  await new Promise<void>((ready) => store.listen(0, 'localhost', ready));
  storeUrl = `http://localhost:${(store.address() as AddressInfo).port}/`;
});
after(async () => {
  await browser?.close();
  store?.close();
  store?.closeAllConnections();
  await house?.stop();
});

const transaction = (page: Page) => new URL(page.url()).searchParams.get('order')!;

test('a new customer leases in the window of its own, and the store hears of it once', async () => {
  const device = await newDevice(browser);
  const tab = await device.newPage();
  await opensStore(tab, 'WINDOW-1');
  const [popup] = await Promise.all([tab.waitForEvent('popup'), tab.locator('#box button').click()]);
  const inWindow = asTab(popup);
  const who = person('Wanda');
  await inWindow.sees('email');
  await apply(inWindow, who);
  await popup.reload();
  await inWindow.sees('review');
  await sign(inWindow, street, who);
  await pay(inWindow);
  await inWindow.sees('done');
  const { lease_number: leaseNumber } = await street.record('WINDOW-1', 'l.lease_number');
  await tab.waitForFunction(() => localStorage.getItem('heard') !== null);
  await inWindow.says('Back to Marlow & Finch');
  await tab.locator('dialog[open]').waitFor({ state: 'detached' });
  await tab.reload();
  await refusalKnown(tab);
  assert.equal(await tab.evaluate('FlexSDK.recover()'), false);
  assert.deepEqual(await heard(tab), [{ leaseNumber, transactionId: 'WINDOW-1' }]);
  await street.auditIsGreen();
});

test('where the window is blocked the tab goes to the checkout and comes back, and the store hears of it once', async () => {
  const device = await newDevice(browser);
  const tab = await device.newPage();
  await tab.addInitScript(() => {
    window.open = () => null;
  });
  await opensStore(tab, 'TAB-1');
  await tab.locator('#box button').click();
  await tab.waitForURL(/by=tab/);
  const there = asTab(tab);
  await there.sees('email');
  await giveEmail(there, ada.email);
  await givePassword(there, ada.password);
  await there.sees('review');
  await tab.reload();
  await there.sees('review');
  await sign(there, street, ada);
  await pay(there);
  await tab.waitForURL((url) => url.href.startsWith(storeUrl));
  await tab.waitForFunction(() => localStorage.getItem('heard') !== null);
  assert.equal(transaction(tab), 'TAB-1');
  const { lease_number: leaseNumber } = await street.record('TAB-1', 'l.lease_number');
  await tab.reload();
  await refusalKnown(tab);
  assert.equal(await tab.evaluate('FlexSDK.recover()'), false);
  assert.deepEqual(await heard(tab), [{ leaseNumber, transactionId: 'TAB-1' }]);
  await street.store.post('/v3/transactions/TAB-1/finalize');
  await street.auditIsGreen();
});

async function opensStore(tab: Page, order: string): Promise<void> {
  tab.setDefaultTimeout(60_000);
  await tab.goto(`${storeUrl}?order=${order}`);
  await refusalKnown(tab);
}

const refusalKnown = (tab: Page) => tab.waitForFunction(() => 'refused' in window);

const heard = async (tab: Page) => JSON.parse(await tab.evaluate(() => localStorage.getItem('heard') ?? '[]'));

/** The checkout as a page, walked through as shopper.ts walks through the frame. */
function asTab(page: Page): Tab {
  page.setDefaultTimeout(60_000);
  const nowhere = async () => assert.fail('no page of the demo store is open here');
  return {
    page,
    modal: page.locator('body'),
    go: nowhere,
    putInBag: nowhere,
    press: nowhere,
    sees: (step) => page.locator(`[data-step=${step}]`).waitFor(),
    says: (name) => page.getByRole('button', { name, exact: typeof name === 'string' }).click(),
  };
}

const storePage = () => `<!doctype html><html lang="en"><title>Store</title><div id="box"></div>
<script src="${house.baseUrl}/sdk/js?authKey=${encodeURIComponent(house.authKey)}"></script><script src="/page.js"></script></html>`;

const storeScript = `
  addEventListener('securitypolicyviolation', () => { window.refused = true; });
  FlexSDK.Button({
    createOrder: (data, actions) => actions.transaction.create({
      transactionId: new URLSearchParams(location.search).get('order'), items: ${JSON.stringify(lampOrder)},
    }),
    onSign: (data) => {
      localStorage.setItem('heard', JSON.stringify([...JSON.parse(localStorage.heard ?? '[]'), data]));
    },
  }).render('#box');`;
