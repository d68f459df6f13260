import assert from 'node:assert/strict';
import fs from 'node:fs/promises';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import type { InboxAnswer } from '#contract/v3/sandbox.ts';
import { askDatabase } from '../ask-database.ts';
import { startChromium } from '../start-chromium.ts';
import { type StartedHouse, startHouse } from '../start-house.ts';
import { axeFindsNothing } from './axe.ts';
import { openPage } from './hosted-tab.ts';
import {
  ada,
  closed,
  codeSentTo,
  giveBank,
  giveEmail,
  givePassword,
  givePersonal,
  giveProfile,
  newDevice,
  openTab,
  person,
  phone,
  transactionOf,
} from './shopper.ts';
import { openStreet, type Street } from './street.ts';

/** Ada's number in the town that every house starts with. */
const adasPhone = '+15555550101';

// Turns that shoppers take and the straight way to a signature does not.

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

test('on a phone: a state that is not served, what may be said to a customer, and back to the store for more', async () => {
  const tab = await openTab(await newDevice(browser, phone), house);
  const { modal, page } = tab;
  const who = person('Una');
  await tab.putInBag('linen-cushion');
  await tab.go('/store/checkout');
  await page.getByRole('button', { name: /FlexPay/ }).waitFor();
  // The page is older than the store's new minimum: a cushion with its delivery is 54.95.
  await street.setStore('--minimum', '60');
  await tab.press('email');
  await giveEmail(tab, who.email);
  await tab.sees('profile');
  await giveProfile(tab, who, 'WI');
  await modal.getByText('We can’t offer leases in this state yet.', { exact: false }).waitFor();
  await axeFindsNothing(page, 'a state that is not served');
  assert.equal(await modal.getByLabel('First name', { exact: true }).inputValue(), who.firstName, 'nothing is lost');
  await giveProfile(tab, who);
  await tab.sees('personal');
  await modal.getByLabel(/may call or text me/).check();
  await givePersonal(tab, who);
  await tab.sees('bank');
  await giveBank(tab, who.account);
  await tab.sees('decision');
  const consents = `select c.given from consent c join customer p using (customer_id)
    where p.email = $1 and c.kind = 'contact'`;
  assert.deepEqual(await askDatabase(house.databaseUrl, consents, [who.email]), [{ given: true }]);

  await tab.says('Back to the store to add something');
  await closed(page);
  await tab.press('review');
  await modal.getByText('This order is $5.05 below the minimum of $60.00').waitFor();
  await axeFindsNothing(page, 'under the minimum');
  await tab.says('Change the cart');
  await closed(page);
  await tab.putInBag('halden-desk-lamp');
  await tab.press('review');
  await modal.getByRole('button', { name: 'Continue to the agreement' }).waitFor();
  await street.auditIsGreen();
});

test('another rhythm at the review is the rhythm of the agreement, and its PDF is saved from inside the frame', async () => {
  const tab = await openTab(await newDevice(browser), house);
  const { modal, page } = tab;
  await tab.putInBag('halden-desk-lamp');
  await tab.press('email');
  await giveEmail(tab, ada.email);
  await givePassword(tab, ada.password);
  await tab.sees('review');
  await modal.getByLabel(/^Once a month/).click();
  await modal.getByText('Each month', { exact: true }).waitFor();
  await axeFindsNothing(page, 'the review, monthly');
  const transactionId = await transactionOf(tab);
  await tab.says('Continue to the agreement');
  await tab.sees('agreement');
  assert.deepEqual(await street.record(transactionId, 'l.frequency'), { frequency: 'monthly' });
  await modal.locator('.paper').getByText('Each month', { exact: false }).first().waitFor();
  const saved = page.waitForEvent('download');
  await tab.says('Download as PDF');
  const file = await (await saved).path();
  assert.equal((await fs.readFile(file)).subarray(0, 5).toString(), '%PDF-');
});

test('somebody else at the same screen finds nothing of who was there', async () => {
  const tab = await openTab(await newDevice(browser), house);
  const { modal } = tab;
  await tab.putInBag('halden-desk-lamp');
  await tab.press('email');
  await giveEmail(tab, ada.email);
  await givePassword(tab, ada.password);
  await tab.sees('review');
  await tab.says('Not you?');
  await tab.sees('email');
  assert.equal(await modal.getByLabel('E-mail', { exact: true }).inputValue(), '');
  assert.doesNotMatch(await modal.locator('body').innerText(), /Ada|Okafor|ada@/);
  await tab.page.reload();
  await tab.press('email');
  assert.doesNotMatch(await modal.locator('body').innerText(), /Ada|Okafor|ada@/);
  await giveEmail(tab, 'someone-new@journeys.example');
  await tab.sees('profile');
  assert.equal(await modal.getByLabel('First name', { exact: true }).inputValue(), '');
});

test('a forgotten password by text, and the link to another device by text', async () => {
  const tab = await openTab(await newDevice(browser), house);
  const { modal } = tab;
  await tab.putInBag('halden-desk-lamp');
  await tab.press('email');
  await giveEmail(tab, ada.email);
  await tab.says('Forgot your password?');
  await modal.getByLabel(/^Text to the number that ends in \d{4}$/).check();
  await tab.says('Send the code');
  await tab.sees('reset-code');
  await modal.getByLabel('One-time code').fill(await codeSentTo(street, adasPhone));
  await tab.says('Continue');
  await tab.sees('new-password');
  await modal.getByLabel('New password', { exact: true }).fill('chosen-by-Ada-3');
  await tab.says('Save the password');
  await tab.sees('password-changed');
  await tab.says('Continue');
  await tab.sees('review');
  await tab.says('Your account');
  await tab.says(/^Text it to the number that ends in/);
  await modal.getByText('The link is on its way').waitFor();
  const { messages } = await street.store.get<InboxAnswer>(`/sandbox/inbox?to=${encodeURIComponent(adasPhone)}`);
  const address = /https?:\S+/.exec(messages[0]!.body)![0];
  const pocket = await openPage(await newDevice(browser, phone), address);
  await pocket.sees('email');
  await giveEmail(pocket, ada.email);
  await pocket.sees('password');
  await givePassword(pocket, 'chosen-by-Ada-3');
  await pocket.sees('review');
});

test('whoever was declined logs in elsewhere with their password and reads the same answer', async () => {
  const who = person('Nils', { ssn: '666021500' });
  const first = await openTab(await newDevice(browser), house);
  await first.putInBag('halden-desk-lamp');
  await first.press('email');
  await giveEmail(first, who.email);
  await giveProfile(first, who);
  await givePersonal(first, who);
  await giveBank(first, who.account);
  await first.modal.getByText('We cannot offer you a lease this time').waitFor();

  const other = await openTab(await newDevice(browser, phone), house);
  await other.putInBag('halden-desk-lamp');
  await other.press('email');
  await giveEmail(other, who.email);
  await other.sees('password');
  await givePassword(other, who.password);
  await other.modal.getByText('We cannot offer you a lease this time').waitFor();
  await other.modal.getByText('Recent insufficient funds').waitFor();
});

test('at 200 % every panel over a screen is read without scrolling sideways, and closes by its button', async () => {
  // A desk of 1280 × 900 at twice the size.
  const tab = await openTab(await newDevice(browser, { width: 640, height: 450 }), house);
  const { modal, page } = tab;
  await tab.putInBag('halden-desk-lamp');
  await tab.press('email');
  await giveEmail(tab, ada.email);
  await tab.sees('password');
  for (const panel of ['Terms', 'Privacy', 'Accessibility', 'Help']) {
    await modal.getByRole('button', { name: panel, exact: true }).click();
    const over = modal.locator('.over');
    await over.locator('h1, h2').first().waitFor();
    assert.ok(await over.evaluate((each) => each.scrollWidth <= each.clientWidth), panel);
    const back = modal.getByRole('button', { name: 'Back to your application' });
    await back.click();
    await over.waitFor({ state: 'detached' });
  }
  await axeFindsNothing(page, 'at 200 %');
});
