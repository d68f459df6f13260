import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { type StartedHouse, startHouse } from '../start-house.ts';
import { openSecureTown, type SecureTown, startCautiousChromium } from './secure-town.ts';
import { ada, desk, giveEmail, givePassword, modalFrame, newDevice, pay, phone, sign, type Tab } from './shopper.ts';
import { lampOrder, openStreet, type Street } from './street.ts';

// A store and FlexPay on two sites behind TLS, in a browser that keeps no cookie of a third party: the frame is one.

let town: SecureTown;
let house: StartedHouse;
let street: Street;
let browser: Browser;

before(async () => {
  town = await openSecureTown((request, response) => {
    const isScript = request.url === '/page.js';
    response.setHeader('content-type', isScript ? 'text/javascript' : 'text/html');
    response.setHeader(
      'content-security-policy',
      `default-src 'none'; script-src 'self' ${town.houseUrl}; frame-src ${town.houseUrl}`,
    );
    response.end(isScript ? storeScript : storePage());
  });
  const started = await startHouse({ PORT: town.portBehind, FLEXPAY_PUBLIC_URL: town.houseUrl });
  house = { ...started, baseUrl: `http://127.0.0.1:${town.portBehind}` };
  street = openStreet(house);
  browser = await startCautiousChromium();
});
after(async () => {
  await browser?.close();
  town?.close();
  await house?.stop();
});

for (const [where, screen] of Object.entries({ desk, phone })) {
  test(`at a ${where} the checkout knows the shopper again after a reload, without a cookie of a third party`, async () => {
    const order = `COOKIES-${where}`;
    const device = await newDevice(browser, screen);
    const tab = await openTab(await device.newPage(), order);
    await tab.press('email');
    const frame = await modalFrame(tab.page);
    await frame.evaluate('document.cookie = "probe=1; Path=/; Secure; SameSite=None"');
    assert.doesNotMatch(await frame.evaluate('document.cookie'), /probe/, 'this browser keeps none');
    await giveEmail(tab, ada.email);
    await givePassword(tab, ada.password);
    await tab.sees('review');
    await tab.page.reload();
    await tab.press('review');
    if (where === 'desk') {
      await sign(tab, street, ada);
      await pay(tab);
      await tab.page.waitForFunction(() => localStorage.getItem('heard') !== null);
      const { lease_number: leaseNumber } = await street.record(order, 'l.lease_number');
      assert.deepEqual(await tab.page.evaluate(() => JSON.parse(localStorage.heard)), {
        leaseNumber,
        transactionId: order,
      });
      await street.auditIsGreen();
    }
    const kept = await device.cookies();
    assert.deepEqual(
      kept.filter(({ domain }) => domain.includes('marlow')),
      [],
      'nothing of ours at the store',
    );
    await device.close();
  });
}

async function openTab(page: Tab['page'], order: string): Promise<Tab> {
  page.setDefaultTimeout(60_000);
  await page.goto(`${town.storeUrl}/?order=${order}`);
  const modal = page.frameLocator('iframe[title=FlexPay]');
  const nowhere = async () => assert.fail('no page of the demo store is open here');
  const sees = (step: string) => modal.locator(`[data-step=${step}]`).waitFor();
  return {
    page,
    modal,
    sees,
    go: nowhere,
    putInBag: nowhere,
    press: async (step) => {
      await page.locator('#box button').click();
      if (step !== undefined) await sees(step);
    },
    says: (name) => modal.getByRole('button', { name, exact: typeof name === 'string' }).click(),
  };
}

const storePage = () => `<!doctype html><html lang="en"><title>Store</title>
<meta name="viewport" content="width=device-width, initial-scale=1"><div id="box"></div>
<script src="${town.houseUrl}/sdk/js?authKey=${encodeURIComponent(house.authKey)}"></script><script src="/page.js"></script></html>`;

const storeScript = `FlexSDK.Button({
  createOrder: (data, actions) => actions.transaction.create({
    transactionId: new URLSearchParams(location.search).get('order'), items: ${JSON.stringify(lampOrder)},
  }),
  onSign: (data) => localStorage.setItem('heard', JSON.stringify(data)),
}).render('#box');`;
