import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Locator, Page } from 'playwright-core';
import { startChromium } from '../start-chromium.ts';
import { type StartedHouse, startHouse } from '../start-house.ts';
import { axeFindsNothing } from './axe.ts';
import { desk, newDevice, phone, type Screen } from './shopper.ts';

let house: StartedHouse;
let browser: Browser;
before(async () => {
  house = await startHouse();
  browser = await startChromium();
});
after(async () => {
  await browser?.close();
  await house?.stop();
});

const screens: [string, Screen][] = [
  ['on a desk', desk],
  ['on a phone', phone],
];

type Described = { operationId: string; summary: string; 'x-aliases': string[]; 'x-twin-of'?: string };

for (const [where, screen] of screens) {
  test(`every operation is listed and reached, ${where}`, async () => {
    const { page, complaints } = await reader(screen);
    await page.goto(`${house.baseUrl}/docs`);
    await page.getByRole('heading', { level: 1, name: 'The FlexPay API' }).waitFor();
    const list = await openList(page, screen);
    const operations = (await documented()).filter((one) => one['x-twin-of'] === undefined);
    assert.ok(operations.length > 35);
    for (const { operationId, summary } of operations) {
      await list.locator(`a[href="#${operationId}"]`, { hasText: summary }).waitFor();
    }
    assert.equal(await list.getByRole('link').count(), operations.length);
    for (const { operationId, 'x-aliases': aliases } of operations) {
      const said = await page.locator(`#${operationId} li code`).allTextContents();
      assert.deepEqual(said, aliases, `the other spellings of ${operationId}`);
    }
    await stands(page, complaints);
  });

  test(`a developer finds an operation, reads it and tries it, ${where}`, async () => {
    const { page, complaints } = await reader(screen);
    await page.goto(`${house.baseUrl}/docs`);
    await (await openList(page, screen)).getByRole('link', { name: 'Price a cart' }).click();
    assert.equal(new URL(page.url()).hash, '#quoteOrder');
    const card = page.locator('#quoteOrder');
    await card.locator('summary', { hasText: 'Parameters and headers' }).click();
    await card.getByText('Idempotency-Key', { exact: true }).waitFor();
    await card.locator('summary', { hasText: 'Body' }).click();
    await card.getByText('nextPayDate').waitFor();
    await card.locator('summary', { hasText: 'Answer' }).click();
    await card.getByText('data.totalCostWithTax', { exact: true }).waitFor();
    await card.locator('summary', { hasText: 'Refusals' }).click();
    await card.getByRole('link', { name: 'NotOffered' }).waitFor();
    await card.getByText('Other spellings').click();
    await card.getByText('/quotes', { exact: true }).waitFor();
    for (const [language, word] of [
      ['Node', 'await fetch('],
      ['PHP', 'GuzzleHttp'],
      ['Python', 'requests.request('],
      ['curl', `curl -X POST '${house.baseUrl}/v3/quotes'`],
    ] as const) {
      await card.getByLabel('Written in').selectOption(language);
      await card.locator('.examples > pre', { hasText: word }).waitFor();
    }

    await card.getByText('Try it').click();
    const sent = page.waitForResponse(`${house.baseUrl}/v3/quotes`);
    await card.getByRole('button', { name: 'Send to the sandbox' }).click();
    assert.equal((await sent).status(), 200);
    await card.getByText('Status 200').waitFor();
    const shown = JSON.parse((await card.locator('.try pre').textContent())!);
    assert.deepEqual(shown, await (await sent).json());
    assert.equal(shown.data.totalCostWithTax, 829);
    await axeFindsNothing(page, 'an answer that was tried', { region: { enabled: false } });
    await page.setViewportSize(screen);

    await card.getByLabel('Example').selectOption({ label: 'Where leases are not offered → NotOffered' });
    await card.getByRole('button', { name: 'Send to the sandbox' }).click();
    await card.getByText('Status 403').waitFor();
    const { error } = JSON.parse((await card.locator('.try pre').textContent())!);
    assert.deepEqual([error.statusCode, error.code], [403, 'NotOffered']);
    assert.ok(error.message !== '' && typeof error.data === 'object');

    await page.goto(error.docs);
    const told = page.locator('#NotOffered:target');
    await told.getByText('Offer another way to pay').waitFor();
    await isOnScreen(told);
    await stands(page, complaints);
  });

  test(`every page of the documents is there without the internet, and every link in it, ${where}`, async () => {
    const { page, complaints } = await reader(screen);
    await page.goto(`${house.baseUrl}/docs`);
    await page.getByRole('link', { name: /Python/ }).waitFor();
    const paths = await hrefsOf(page.locator('.docs-top nav a'));
    assert.ok(paths.length >= 7 && paths.includes('/docs/guides/compatibility'), paths.join());
    const links = new Set<string>();
    for (const path of paths) {
      await page.goto(house.baseUrl + path);
      await page
        .locator(drawn[path] ?? '#content article h1')
        .first()
        .waitFor();
      await isOnScreen(page.locator('.docs-top [aria-current=page]'));
      if (screen === desk) await axeFindsNothing(page, path);
      for (const href of await hrefsOf(page.locator('a'))) links.add(href);
      await stands(page, complaints);
    }
    const addresses = new Set([...links].map((href) => new URL(href, `${house.baseUrl}/docs`).href.split('#')[0]!));
    for (const address of addresses) assert.equal((await fetch(address)).status, 200, address);
    assert.ok(addresses.has(`${house.baseUrl}/static/docs/guides/merchant-server-node.mjs`));
  });
}

test('every code that a refusal can have has its place on the page of errors', async () => {
  const { page, complaints } = await reader(desk);
  await page.goto(`${house.baseUrl}/docs`);
  await page.locator('#quoteOrder').waitFor();
  const codes = [...new Set(await hrefsOf(page.locator('.codes a')))].map((href) => href.split('#')[1]!);
  assert.ok(codes.length > 30, codes.join());
  const { error } = await (await fetch(`${house.baseUrl}/v3/settings/lease`)).json();
  await page.goto(error.docs);
  await page.locator('#Unauthorized:target').waitFor();
  for (const code of codes) assert.equal(await page.locator(`[id="${code}"]`).count(), 1, code);
  await stands(page, complaints);
});

test('an address without a page says so and leads on', async () => {
  const { page } = await reader(phone);
  const answer = await page.goto(`${house.baseUrl}/docs/guides/nothing`);
  assert.equal(answer?.status(), 404);
  await page.getByRole('heading', { name: 'There is no page at this address' }).waitFor();
  await axeFindsNothing(page, 'no page');
  await page.locator('#content').getByRole('link', { name: 'operations' }).click();
  await page.getByRole('heading', { name: 'The FlexPay API' }).waitFor();
});

/** What is only there when the page has been drawn; a guide and the change log are one article. */
const drawn: Record<string, string> = { '/docs': '#content .operation', '/docs/errors': '#content .errors' };

function hrefsOf(links: Locator): Promise<string[]> {
  return links.evaluateAll((all) => all.map((link) => link.getAttribute('href') ?? ''));
}

/** The list of operations: beside the text where there is room, else behind a word at the top. */
async function openList(page: Page, screen: Screen): Promise<Locator> {
  const name = screen === phone ? 'All operations' : 'Operations';
  if (screen === phone) await page.getByText(name).click();
  const list = page.getByRole('navigation', { name, exact: true });
  await list.waitFor();
  return list;
}

async function documented(): Promise<Described[]> {
  const document = (await (await fetch(`${house.baseUrl}/openapi.json`)).json()) as {
    paths: Record<string, Record<string, Described>>;
  };
  return Object.values(document.paths).flatMap((methods) => Object.values(methods));
}

async function isOnScreen(thing: Locator): Promise<void> {
  const inside = await thing.evaluate((element) => {
    const { left, right, top } = element.getBoundingClientRect();
    return left >= 0 && right <= innerWidth && top >= 0 && top < innerHeight;
  });
  assert.ok(inside, 'it is not where a reader looks');
}

/** Nobody complained on the way, and nothing scrolls sideways. */
async function stands(page: Page, complaints: string[]): Promise<void> {
  assert.deepEqual(complaints, []);
  assert.equal(await page.evaluate('document.documentElement.scrollWidth > innerWidth'), false, page.url());
}

/** A new device, and all that goes wrong in it: complaints of the console and the policy, requests that leave the house. */
async function reader(screen: Screen): Promise<{ page: Page; complaints: string[] }> {
  const page = await (await newDevice(browser, screen)).newPage();
  page.setDefaultTimeout(60_000);
  const complaints: string[] = [];
  page.on('console', (line) => {
    // A refusal that was asked for is told by the browser as well.
    if (line.type() === 'error' && !line.text().includes('status of 403')) complaints.push(line.text());
  });
  page.on('pageerror', (error) => complaints.push(String(error)));
  page.on('request', (request) => {
    const { protocol, origin } = new URL(request.url());
    if (protocol !== 'data:' && origin !== house.baseUrl) complaints.push(`asked ${request.url()}`);
  });
  page.on('response', (response) => {
    const policy = response.headers()['content-security-policy'] ?? '';
    if (response.request().isNavigationRequest() && (!policy.includes("script-src 'self';") || /unsafe/.test(policy)))
      complaints.push(`${response.url()} has the policy ${policy}`);
  });
  return { page, complaints };
}
