import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { startChromium } from '../start-chromium.ts';
import { type StartedHouse, startHouse } from '../start-house.ts';
import { axeFindsNothing } from './axe.ts';
import { openPage } from './hosted-tab.ts';
import { ada, apply, close, closed, giveEmail, givePassword, newDevice, openTab, person, phone } from './shopper.ts';
import { openStreet, type Street } from './street.ts';

let house: StartedHouse;
let street: Street;
let browser: Browser;

before(async () => {
  house = await startHouse();
  street = openStreet(house);
  browser = await startChromium();
});
after(async () => {
  await browser?.close();
  await house?.stop();
});

test('somebody new applies without a bag; the page hears an opaque id, and the store asks FlexPay who that is', async () => {
  const tab = await openTab(await newDevice(browser), house);
  const { page } = tab;
  const told: unknown[] = [];
  page.on('request', (request) => {
    if (request.url().endsWith('/store/api/applicants')) told.push(request.postDataJSON());
  });
  await tab.go('/store?do=apply');
  await tab.sees('email');
  await axeFindsNothing(page, 'e-mail without a bag');
  await apply(tab, person('Nadia'));
  await axeFindsNothing(page, 'decision without a bag');
  await tab.says('Back to Marlow & Finch');
  await closed(page);
  await page.getByText('Hello Nadia. You can lease here with FlexPay.').waitFor();
  await axeFindsNothing(page, 'the shop after applying');
  assert.equal(told.length, 1);
  assert.deepEqual(Object.keys(told[0] as object), ['userId']);
  assert.match((told[0] as { userId: string }).userId, /^[0-9a-f]{24}$/);

  await tab.putInBag('halden-desk-lamp');
  await tab.press('review');
  await street.auditIsGreen();
});

test('who has a limit already is named too; closing before the answer names nobody', async () => {
  const tab = await openTab(await newDevice(browser), house);
  await tab.go('/store');
  const open = tab.page.getByRole('button', { name: 'See what you can lease with FlexPay' });
  await open.click();
  await tab.sees('email');
  await close(tab);
  assert.equal(await tab.page.getByText(/^Hello/).count(), 0);
  await open.click();
  await giveEmail(tab, ada.email);
  await givePassword(tab, ada.password);
  await tab.sees('decision');
  await tab.says('Back to Marlow & Finch');
  await tab.page.getByText('Hello Ada. You can lease here with FlexPay.').waitFor();
  await street.auditIsGreen();
});

test('whoever has applied without a bag goes on on a phone by a link, after a login there', async () => {
  const who = person('Oda');
  const tab = await openTab(await newDevice(browser), house);
  await tab.go('/store?do=apply');
  await apply(tab, who);
  await tab.says('Your account');
  await tab.says('E-mail me the link');
  await tab.modal.getByText('The link is on its way').waitFor();
  await axeFindsNothing(tab.page, 'the account without a bag');
  assert.equal((await street.letters(who.email))[0], 'Go on with your application at Marlow & Finch');
  const address = await tab.modal.locator('.address').innerText();

  const pocket = await openPage(await newDevice(browser, phone), address);
  await pocket.sees('email');
  assert.doesNotMatch(await pocket.page.locator('body').innerText(), /Oda/);
  await giveEmail(pocket, who.email);
  await givePassword(pocket, who.password);
  await pocket.sees('decision');
  await axeFindsNothing(pocket.page, 'decision without a bag, on a page of its own');
  await pocket.page.reload();
  await pocket.sees('decision');
  await pocket.says('Back to Marlow & Finch');
  await pocket.page.waitForURL((at) => at.hostname === 'localhost');
  await street.auditIsGreen();
});
