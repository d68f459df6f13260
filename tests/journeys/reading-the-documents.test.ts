import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Page } from 'playwright-core';
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

test('a developer finds an operation, reads it and tries it, on a desk and on a phone', async () => {
  for (const screen of [desk, phone]) {
    const { page, complaints } = await reader(screen);
    await page.goto(`${house.baseUrl}/docs`);
    if (screen === phone) await page.getByText('All operations').click();
    const list = page.getByRole('navigation', { name: screen === phone ? 'All operations' : 'Operations' });
    await list.getByRole('link', { name: 'Price a cart' }).click();
    assert.equal(new URL(page.url()).hash, '#quoteOrder');

    const card = page.locator('#quoteOrder');
    await card.locator('summary', { hasText: 'Body' }).click();
    await card.getByText('nextPayDate').waitFor();
    await card.getByText('Other spellings').click();
    await card.getByText('/quotes', { exact: true }).waitFor();
    await card.getByText('Try it').click();
    await card.getByRole('button', { name: 'Send to the sandbox' }).click();
    await card.getByText('Status 200').waitFor();
    await card.getByText('"totalCostWithTax": 829').waitFor();

    await card.getByLabel('Example').selectOption({ label: 'Where leases are not offered → NotOffered' });
    await card.getByRole('button', { name: 'Send to the sandbox' }).click();
    await card.getByText('Status 403').waitFor();
    const refused = JSON.parse((await card.locator('.try pre').textContent())!);
    assert.deepEqual([refused.error.statusCode, refused.error.code], [403, 'NotOffered']);

    await page.goto(refused.error.docs);
    await page.locator('#NotOffered:target').waitFor();
    assert.deepEqual(complaints, []);
  }
});

test('every page of the documents is there without the internet, and axe finds nothing on it', async () => {
  const { page, complaints } = await reader(desk);
  await page.goto(`${house.baseUrl}/docs`);
  await page.getByRole('link', { name: /Python/ }).waitFor();
  const tabs = await page.getByRole('navigation', { name: 'Documents' }).getByRole('link').all();
  const paths = await Promise.all(tabs.map((tab) => tab.getAttribute('href')));
  assert.ok(paths.includes('/docs/errors') && paths.includes('/docs/changes') && paths.length >= 6, paths.join());
  for (const path of paths) {
    await page.goto(house.baseUrl + path);
    await page.getByRole('heading', { level: 1 }).first().waitFor();
    assert.doesNotMatch((await page.locator('#content').textContent()) ?? '', /can not be read/);
    await axeFindsNothing(page, path!);
  }
  assert.deepEqual(complaints, []);
});

/** A new device, and all that goes wrong in it: complaints of the console, and requests that leave the house. */
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
  return { page, complaints };
}
