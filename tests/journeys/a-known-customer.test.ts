import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { startChromium } from '../start-chromium.ts';
import { type StartedHouse, startHouse } from '../start-house.ts';
import {
  ada,
  closed,
  codeSentTo,
  giveEmail,
  givePassword,
  newDevice,
  openTab,
  pay,
  sign,
  signaturesTold,
  transactionOf,
} from './shopper.ts';
import { openStreet, type Street } from './street.ts';

let house: StartedHouse;
let street: Street;
let browser: Browser;

before(async () => {
  house = await startHouse();
  browser = await startChromium();
  street = openStreet(house);
});
after(async () => {
  await browser?.close();
  await house?.stop();
});

test('a known customer logs in with the password; a wrong one does not say what was wrong', async () => {
  const tab = await openTab(await newDevice(browser), house);
  await tab.putInBag('halden-desk-lamp');
  await tab.press('email');
  await giveEmail(tab, ada.email);
  await tab.sees('password');
  await givePassword(tab, 'sandbox-Ada-2');
  await tab.modal.getByText('The e-mail address and the password do not fit together.').waitFor();
  await givePassword(tab, ada.password);
  await tab.sees('review');
  await tab.modal.getByText('$2,500.00', { exact: true }).waitFor();
  await street.auditIsGreen();
});

test('a known customer without the password gets in with a one-time code', async () => {
  const tab = await openTab(await newDevice(browser), house);
  await tab.putInBag('halden-desk-lamp');
  await tab.press('email');
  await giveEmail(tab, ada.email);
  await tab.says('Use a one-time code instead');
  await tab.says('Send the code');
  await tab.sees('passcode');
  await tab.modal.getByLabel('One-time code').fill('999999');
  await tab.says('Continue');
  await tab.modal.locator('#passcode[aria-invalid=true]').waitFor();
  await tab.modal.getByLabel('One-time code').fill(await codeSentTo(street, ada.email));
  await tab.says('Continue');
  await tab.sees('review');
  await street.auditIsGreen();
});

test('over the limit leads back to the bag; with less in it the next click is the review, and signs', async () => {
  const tab = await openTab(await newDevice(browser), house);
  const { page, modal } = tab;
  await tab.putInBag('porter-cargo-bicycle');
  await tab.putInBag('norda-refrigerator');
  await tab.press('email');
  await giveEmail(tab, ada.email);
  await givePassword(tab, ada.password);
  await modal.getByText('This order is $654.00 over your limit').waitFor();
  await tab.says('Change the cart');
  await closed(page);
  await tab.go('/store/bag');
  await page.getByRole('button', { name: 'Take out Porter cargo bicycle' }).click();
  await page.getByRole('link', { name: 'Check out' }).click();
  await tab.press('review');
  const transactionId = await transactionOf(tab);
  await sign(tab, street, ada);
  await pay(tab);
  await tab.sees('done');
  await tab.says('Back to Marlow & Finch');
  await page.getByText(`Thank you. Order ${transactionId}`).waitFor();
  const { items, purchaseTotal } = await street.transaction(transactionId);
  assert.deepEqual([items.map(({ sku }) => sku), purchaseTotal], [['NF-340'], 1_254_00]);
  await street.auditIsGreen();
});

test('the store believes no page: neither an unsigned order, nor another one, nor a price that the page made up', async () => {
  const device = await newDevice(browser);
  const told = signaturesTold(device);
  const tab = await openTab(device, house);
  const { page } = tab;
  await page.route('**/store/api/carts', async (route) => {
    const response = await route.fetch();
    const offered = await response.json();
    offered.order.items[0].cost = 60;
    await route.fulfill({ response, json: offered });
  });
  await tab.putInBag('halden-desk-lamp');
  await tab.press('email');
  await giveEmail(tab, ada.email);
  await givePassword(tab, ada.password);
  await tab.sees('review');
  const transactionId = await transactionOf(tab);
  const says = (signed: object) => page.evaluate(tellTheStore, signed);
  assert.deepEqual(await says({ transactionId }), { status: 400, errors: ['FlexPay does not know this order.'] });
  await tab.says('Continue to the agreement');
  await tab.sees('agreement');
  const unsigned = await says({ transactionId, leaseNumber: '1234567890' });
  assert.equal(unsigned.status, 400);
  assert.ok(unsigned.errors.includes('The lease is not signed.'), `${unsigned.errors}`);
  assert.deepEqual(await says({ transactionId: 'MF-1004' }), { status: 400, errors: ['We do not know this order.'] });

  await tab.says('Back');
  await sign(tab, street, ada);
  told.length = 0;
  await pay(tab);
  await tab.sees('done');
  await tab.says('Back to Marlow & Finch');
  await page.getByText('We could not take this order.').waitFor();
  await page.getByText('Halden desk lamp: the price is not $100.00.').waitFor();
  assert.equal(told.length, 1);
  assert.equal((await street.record(transactionId, 'l.state')).state, 'signed');
  assert.equal((await street.transaction('MF-1004')).lease.status, 'signed');
  await street.auditIsGreen();
});

async function tellTheStore(signed: object): Promise<{ status: number; errors: string[] }> {
  const response = await fetch('/store/api/on-sign', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(signed),
  });
  return { status: response.status, errors: (await response.json()).errors };
}
