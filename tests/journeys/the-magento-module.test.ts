import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { startChromium } from '../start-chromium.ts';
import { type StartedHouse, startHouse } from '../start-house.ts';
import { ada, giveEmail, givePassword, newDevice, pay, sign, type Tab } from './shopper.ts';
import { openStreet, type Street } from './street.ts';

// What a shop with the public Magento module sends, in its order and its spellings (api-v3 13, items 2, 3, 4 and 11).

let house: StartedHouse;
let street: Street;
let browser: Browser;
let shop: Shop;

before(async () => {
  house = await startHouse();
  browser = await startChromium();
  street = openStreet(house);
  shop = await openShop();
});
after(async () => {
  shop?.server.closeAllConnections();
  shop?.server.close();
  await browser?.close();
  await house?.stop();
});

test('settings, button, onSign, get, finalize, ship and take back, as the module calls them', async () => {
  const { status, body } = await module('GET', 'settings/lease');
  assert.deepEqual([status, body.data.minimumOrderValue], [200, 49.95]);

  const tab = await openShopPage();
  await tab.page.getByRole('button', { name: /FlexPay/ }).click();
  await tab.sees('email');
  await giveEmail(tab, ada.email);
  await givePassword(tab, ada.password);
  await tab.sees('review');
  const early = await module('GET', `transactions/${shop.transactionId}`);
  assert.notEqual(early.body.data?.lease?.status, 'signed', 'the module looks at nothing else');
  await sign(tab, street, ada);
  await pay(tab);
  await tab.sees('done');
  await tab.says(/^Back to/);
  await tab.page.getByText('Thank you for your order').waitFor();

  // The page told the shop, which fetched, looked for "signed" and finalized with nothing in the body.
  assert.deepEqual(shop.calls, [
    ['GET', 200, 'signed'],
    ['POST', 200, shop.transactionId],
  ]);
  const shipment = { sku: 'NF-340', carrier: 'ground', quantity: '2.0000', shipDate: yesterday };
  const shipped = await module('POST', `transactions/${shop.transactionId}/confirm-shipment`, { items: [shipment] });
  assert.deepEqual([shipped.status, shipped.body], [200, { data: {} }]);
  assert.deepEqual(await unitsNow(), { ordered: 2, shipped: 2 });
  assert.deepEqual(
    await module('POST', `transactions/${shop.transactionId}/confirm-shipment`, { items: [] }),
    { status: 200, body: { data: {} } },
    'everything is shipped already',
  );

  const one = { items: [{ sku: 'NF-340', quantity: '1.0000' }] };
  const returned = await module('POST', `transactions/${shop.transactionId}/return-items`, one);
  assert.deepEqual(returned.body, { data: { returned: [{ sku: 'NF-340', quantity: 1 }], failed: [] } });
  const rest = await module('POST', `transactions/${shop.transactionId}/return-items`, { items: [] });
  assert.deepEqual(rest.body.data.returned, [{ sku: 'NF-340', quantity: 1 }]);
  await street.auditIsGreen();
});

test('an order that the module can not finalize is cancelled with an empty list', async () => {
  const shopper = await street.shopper('Magda');
  const { leaseId } = await shopper.lease('CART-9-1700000000', [
    { sku: 'A', description: 'A chair', brand: 'n/a', cost: 80, quantity: 2 },
  ]);
  await shopper.sign(leaseId);
  const { status, body } = await module('POST', 'transactions/CART-9-1700000000/cancel', { items: [] });
  assert.deepEqual([status, body.data], [200, { canceled: [{ sku: 'A', quantity: 2 }], failed: [] }]);
  assert.notEqual((await module('GET', 'transactions/CART-9-1700000000')).body.data.lease.status, 'signed');
  await street.auditIsGreen();
});

const yesterday = new Date(Date.now() - 86_400_000).toISOString().slice(0, 10);

const unitsNow = async () => (await street.transaction(shop.transactionId)).items[0]?.quantityByStatus;

// biome-ignore lint/suspicious/noExplicitAny: answers of several shapes, as a client without types sees them.
type Answer = { status: number; body: any };

/** The module says JSON on every call, also with nothing in it, and joins its base `…/v3/` and a path without a slash. */
async function module(method: 'GET' | 'POST', path: string, body?: object): Promise<Answer> {
  const response = await fetch(`${house.baseUrl}/v3/${path}`, {
    method,
    headers: { Authorization: house.apiKey, 'Content-Type': 'application/json' },
    body: body ? JSON.stringify(body) : null,
  });
  return { status: response.status, body: await response.json() };
}

type Shop = {
  readonly server: Server;
  readonly url: string;
  readonly transactionId: string;
  /** What the shop's server asked FlexPay when the page told it, and what it heard. */
  readonly calls: [string, number, string][];
};

/** A page and a server that do what the module does: the cart's number with seconds behind it, and no look at a price. */
async function openShop(): Promise<Shop> {
  const transactionId = `000000042-${1_700_000_000}`;
  const calls: Shop['calls'] = [];
  const server = createServer(async (request, response) => {
    if (request.method === 'GET') {
      response.setHeader('content-type', 'text/html');
      return response.end(pageOf(transactionId));
    }
    const fetched = await module('GET', `transactions/${transactionId}`);
    calls.push(['GET', fetched.status, fetched.body.data?.lease?.status]);
    if (fetched.body.data?.lease?.status !== 'signed') return response.writeHead(400).end('{}');
    const finalized = await module('POST', `transactions/${transactionId}/finalize`);
    calls.push(['POST', finalized.status, finalized.body.data?.transactionId]);
    response.end('{}');
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return { server, url: `http://localhost:${port}/`, transactionId, calls };
}

/** Total with shipping as `cost`, a date as its words, the whole shipping on the first item, an image that is not there. */
function pageOf(transactionId: string): string {
  return `<!doctype html><title>A shop</title><div id="pay"></div><p id="said"></p>
<script src="${house.baseUrl}/sdk/js?authKey=${encodeURIComponent(house.authKey)}"></script>
<script>
  FlexSDK.Button({
    createOrder: function (data, actions) {
      return actions.transaction.create({
        cost: 610.00, transactionId: '${transactionId}',
        items: [{ description: 'Night stand', sku: 'NF-340', cost: 300, brand: 'n/a', condition: 'new', quantity: 2,
                  images: [undefined], shipping: { cost: 10, date: new Date().toString(), method: 'ground' } }],
      });
    },
    onSign: function (data) {
      return fetch('/signed', { method: 'POST', body: JSON.stringify(data) }).then(function (response) {
        if (response.ok) document.getElementById('said').textContent = 'Thank you for your order';
      });
    },
  }).render('#pay');
</script>`;
}

async function openShopPage(): Promise<Tab> {
  const page = await (await newDevice(browser)).newPage();
  page.setDefaultTimeout(60_000);
  await page.goto(shop.url);
  const modal = page.frameLocator('iframe[title=FlexPay]');
  const unused = async () => undefined;
  return {
    ...{ page, modal, go: unused, putInBag: unused, press: unused },
    sees: (step) => modal.locator(`[data-step=${step}]`).waitFor(),
    says: (name) => modal.getByRole('button', { name, exact: typeof name === 'string' }).click(),
  };
}
