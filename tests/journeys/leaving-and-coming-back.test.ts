import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { startChromium } from '../start-chromium.ts';
import { type StartedHouse, startHouse } from '../start-house.ts';
import {
  apply,
  close,
  closed,
  giveBank,
  giveEmail,
  givePersonal,
  giveProfile,
  newDevice,
  openTab,
  pay,
  person,
  sign,
  signaturesTold,
  type Tab,
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

test('closing, reloading and going back lose nothing that was typed', async () => {
  const tab = await openTab(await newDevice(browser), house);
  const { modal, page, says, sees } = tab;
  const who = person('Freya');
  await tab.putInBag('halden-desk-lamp');
  await tab.press('email');
  await giveEmail(tab, who.email);
  await sees('profile');
  await modal.getByLabel('First name').fill('Fre');
  await close(tab);
  await tab.press('profile');
  assert.equal(await modal.getByLabel('First name').inputValue(), 'Fre');
  await giveProfile(tab, who);
  await sees('personal');
  await givePersonal(tab, who);
  await sees('bank');

  await page.reload();
  await tab.press('bank');
  await modal.getByLabel('Routing number', { exact: true }).fill('110000000');
  await says('Back');
  await sees('personal');
  assert.equal(await modal.getByLabel('Date of birth').inputValue(), '02 / 28 / 1991');
  await modal.getByText('On file, ends in 1500').waitFor();
  assert.equal(await modal.getByLabel('SSN or ITIN', { exact: true }).inputValue(), '');
  await says('Back');
  await sees('profile');
  assert.equal(await modal.getByLabel('First name').inputValue(), 'Freya');
  assert.equal(await modal.getByLabel('ZIP code').inputValue(), '78705');
  await says('Continue');
  await sees('personal');
  await says('Continue');
  await sees('bank');
  assert.equal(await modal.getByLabel('Routing number', { exact: true }).inputValue(), '110000000');
  await giveBank(tab, who.account);
  await sees('decision');
  await close(tab);
  await page.reload();
  await tab.press('review');
  await street.auditIsGreen();
});

test('two tabs are one checkout, and the store hears of the signature once', async () => {
  const device = await newDevice(browser);
  const told = signaturesTold(device);
  const first = await openTab(device, house);
  const who = person('Gerda');
  await first.putInBag('halden-desk-lamp');
  await first.press('email');
  await apply(first, who);
  await first.says('Review my order');
  await first.sees('review');
  const transactionId = await transactionOf(first);
  const second = await openTab(device, house);
  await second.press('review');
  await sign(second, street, who);
  await first.page.bringToFront();
  await first.sees('payment');
  await first.modal.getByLabel(/^I authorize/).check();
  await second.page.bringToFront();
  await second.modal.getByLabel(/^I authorize/).check();
  // A tab in the background draws nothing, so the presses are given as events.
  const press = (tab: Tab) => tab.modal.getByRole('button', { name: /^Pay \$/ }).dispatchEvent('click');
  await Promise.all([press(first), press(second)]);
  for (const tab of [first, second]) {
    await tab.page.bringToFront();
    await tab.modal.getByText('Marlow & Finch has been told').waitFor();
    await tab.says('Back to Marlow & Finch');
    await closed(tab.page);
  }
  const { lease_number: leaseNumber } = await street.record(transactionId, 'l.lease_number');
  assert.deepEqual(told, [{ leaseNumber, transactionId }]);
  await street.record(transactionId, 'p.amount_cents', 'join payment_attempt p using (customer_id, lease_id)');
  await street.auditIsGreen();
});

test('a page that could not keep the order hears of the signature when it loads again, without a click', async () => {
  const device = await newDevice(browser);
  const tab = await openTab(device, house);
  const who = person('Ingrid');
  await tab.putInBag('halden-desk-lamp');
  await tab.press('email');
  await apply(tab, who);
  await tab.says('Review my order');
  await tab.sees('review');
  await device.route('**/on-sign', (route) => route.abort());
  await sign(tab, street, who);
  await pay(tab);
  await tab.modal.getByText('has not confirmed yet').waitFor();
  const transactionId = await transactionOf(tab);
  await device.unroute('**/on-sign');
  await tab.page.reload();
  await tab.page.waitForURL(`**/store/orders/${transactionId}`);
  const { state } = await street.record(transactionId, 'l.state');
  assert.equal(state, 'finalized');
  await street.auditIsGreen();
});

test('the button pressed again and again for one order makes one lease', async () => {
  const tab = await openTab(await newDevice(browser), house);
  const { page } = tab;
  const who = person('Hedda');
  await tab.putInBag('halden-desk-lamp');
  await tab.go('/store/checkout');
  await page.getByRole('button', { name: /FlexPay/ }).dblclick();
  await tab.sees('email');
  await apply(tab, who);
  await tab.says('Review my order');
  await tab.says('Continue to the agreement');
  await tab.sees('agreement');
  const transactionId = await transactionOf(tab);
  for (const again of ['close', 'reload'] as const) {
    await (again === 'close' ? close(tab) : page.reload());
    await tab.press('agreement');
    assert.equal(await transactionOf(tab), transactionId);
  }
  await tab.says('Back');
  await tab.sees('review');
  await sign(tab, street, who);
  await pay(tab);
  await tab.sees('done');
  const leases = await street.record(transactionId, 'count(*) over () as leases, l.state');
  assert.equal(String(leases.leases), '1');
  const { transactions } = await street.store.get<{ transactions: { id: string }[] }>('/v3/transactions?limit=100');
  assert.equal(transactions.filter(({ id }) => id === transactionId).length, 1);
  await tab.says('Back to Marlow & Finch');
  await page.getByText(`Thank you. Order ${transactionId}`).waitFor();
  await street.auditIsGreen();
});
