import assert from 'node:assert/strict';
import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { startChromium } from '../start-chromium.ts';
import { type StartedHouse, startHouse } from '../start-house.ts';
import { axeFindsNothing } from './axe.ts';
import {
  ada,
  apply,
  closed,
  giveBank,
  giveEmail,
  givePassword,
  givePersonal,
  giveProfile,
  newDevice,
  openTab,
  pay,
  person,
  sign,
  transactionOf,
} from './shopper.ts';
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

test('axe finds nothing on the way of a new customer, nor on the pages around it', async () => {
  const tab = await openTab(await newDevice(browser), house);
  const { modal, page } = tab;
  const look = (what: string) => axeFindsNothing(page, what);
  const who = person('Maren', { account: '440000000300' });
  await tab.go('/store');
  await page.getByRole('heading', { level: 1 }).waitFor();
  await look('the shop');
  await tab.go('/store/bag');
  await look('an empty bag');
  await tab.putInBag('halden-desk-lamp');
  await look('a product');
  await tab.go('/store/bag');
  await page.getByRole('link', { name: 'Check out' }).waitFor();
  await look('the bag');
  await tab.go('/store/checkout');
  await page.getByRole('button', { name: /FlexPay/ }).waitFor();
  await look('the checkout');

  await tab.press('email');
  await look('e-mail');
  await modal.getByLabel('E-mail', { exact: true }).fill('nobody@nowhere');
  await page.keyboard.press('Enter');
  await modal.getByText('does not look like an e-mail address').waitFor();
  await look('e-mail, wrong');
  for (const panel of ['Help', 'Terms', 'Privacy', 'Accessibility']) {
    await tab.says(panel);
    await modal.locator('#panel-title').waitFor();
    await look(panel);
    await tab.says('Back to your application');
  }
  await giveEmail(tab, who.email);
  await tab.sees('profile');
  await look('profile');
  await modal.getByRole('button', { name: 'Continue' }).press('Enter');
  await modal.getByText('answers need another look').waitFor();
  await look('profile, wrong');
  await giveProfile(tab, who);
  await tab.sees('personal');
  await look('personal');
  await givePersonal(tab, who);
  await tab.sees('bank');
  await look('bank');
  await modal.getByLabel('Routing number', { exact: true }).fill('084009519');
  await modal.getByText('We cannot take payments from this bank').waitFor();
  await look('bank, blocked');
  await giveBank(tab, who.account);
  await tab.sees('decision');
  await look('decision');
  await tab.says('Review my order');
  await tab.sees('review');
  await look('review');
  await modal.getByText('Order total').first().click();
  await modal.getByText('Delivery to').click();
  await look('review, opened');
  await modal.getByRole('button', { name: 'Close' }).click();
  await modal.getByRole('alertdialog').waitFor();
  await look('the closing question');
  await tab.says('Keep going');
  const transactionId = await transactionOf(tab);
  await tab.says('Continue to the agreement');
  await tab.sees('agreement');
  await look('agreement');
  await modal.locator('.docs button').first().click();
  await modal.locator('#panel-title').waitFor();
  await look('a document beside the agreement');
  await tab.says('Back to your application');
  await tab.says('Back');
  await sign(tab, street, who);
  await look('first payment');
  await pay(tab);
  await modal.getByText('The payment did not go through').waitFor();
  await look('first payment, refused');
  await tab.says('Use another account');
  await tab.sees('bank');
  await giveBank(tab, '440000001234');
  await tab.sees('payment');
  await pay(tab);
  await tab.sees('done');
  await modal.getByRole('button', { name: 'Keep it open' }).click();
  await look('done');
  await tab.says('Back to Marlow & Finch');
  await page.getByText(`Thank you. Order ${transactionId}`).waitFor();
  await look('the order');
  await tab.go('/store/staff');
  await page.getByRole('link', { name: transactionId }).waitFor();
  await look('the orders of the shop');
  await tab.go(`/store/staff/${transactionId}`);
  await page.getByRole('button', { name: 'Confirm shipment' }).waitFor();
  await look('an order of the shop');
  await tab.go('/');
  await page.getByText('SSN 666-01-xxxx').waitFor();
  await look('the start page');
  await tab.go(`/sandbox/inbox?to=${who.email}`);
  await page.getByRole('button', { name: /Your lease/ }).click();
  await look('the inbox');
  await page
    .getByRole('link', { name: /agreement/ })
    .first()
    .click();
  await page.getByText('access code of this document').waitFor();
  await axeFindsNothing(page, 'the copy of the agreement', paper);
  await street.auditIsGreen();
});

/** What was signed is shown byte for byte, here as inside our own pages, which have the landmarks around it. */
const paper = { 'landmark-one-main': { enabled: false }, region: { enabled: false } };

test('axe finds nothing where the answer is no, nor on the way of a known customer', async () => {
  const declined = await openTab(await newDevice(browser), house);
  await declined.putInBag('halden-desk-lamp');
  await declined.press('email');
  await apply(declined, person('Tove', { ssn: '666021500' }));
  await axeFindsNothing(declined.page, 'declined');
  await declined.page.context().close();

  const waiting = await openTab(await newDevice(browser), house);
  await waiting.putInBag('halden-desk-lamp');
  await waiting.press('email');
  await apply(waiting, person('Wilma', { ssn: '666201500' }));
  await axeFindsNothing(waiting.page, 'a person decides');
  await waiting.page.context().close();

  const known = await openTab(await newDevice(browser), house);
  await known.putInBag('porter-cargo-bicycle');
  await known.putInBag('norda-refrigerator');
  await known.press('email');
  await giveEmail(known, ada.email);
  await known.sees('password');
  await axeFindsNothing(known.page, 'password');
  await givePassword(known, 'wrong-password-1');
  await known.modal.getByText('do not fit together').waitFor();
  await axeFindsNothing(known.page, 'password, wrong');
  await known.says('Use a one-time code instead');
  await axeFindsNothing(known.page, 'a code instead');
  await known.says('Send the code');
  await known.sees('passcode');
  await axeFindsNothing(known.page, 'passcode');
  await known.says('Back');
  await known.sees('password');
  await givePassword(known, ada.password);
  await known.sees('review');
  await axeFindsNothing(known.page, 'over the limit');
  await known.says('Change the cart');
  await closed(known.page);
  await street.auditIsGreen();
});

test('every piece and every token of the look stands on the page that shows them, and axe finds nothing there', async () => {
  const { page, go } = await openTab(await newDevice(browser), house);
  await go('/ui');
  await page.getByRole('heading', { name: 'Every piece of the screens' }).waitFor();
  const look = path.join(import.meta.dirname, '../../web/ui');
  const shown = await page
    .locator('[data-file]')
    .evaluateAll((pieces) => pieces.map((each) => each.getAttribute('data-file')));
  const files = globSync('*.{tsx,css}', { cwd: look });
  assert.deepEqual([...new Set(shown)].sort(), files.sort());
  const tokens = new Set(readFileSync(path.join(look, 'tokens.css'), 'utf8').match(/--fp-[\w-]+(?=:)/g));
  const named = await page.locator('code').allInnerTexts();
  assert.deepEqual(
    [...tokens].filter((token) => !named.includes(token)),
    [],
  );
  await axeFindsNothing(page, 'every piece');
  for (const theme of ['Light', 'Dark']) {
    await page.getByText(theme, { exact: true }).click();
    assert.equal(await page.evaluate('document.documentElement.dataset.theme'), theme.toLowerCase());
    await axeFindsNothing(page, `every piece, ${theme}`);
  }
  const wrong = page.getByLabel('Routing number', { exact: true });
  assert.equal(await wrong.getAttribute('aria-invalid'), 'true');
  await wrong.fill('110000000');
  assert.equal(await wrong.getAttribute('aria-invalid'), null);
  await page.context().close();
});
