import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { startChromium } from '../start-chromium.ts';
import { type StartedHouse, startHouse } from '../start-house.ts';
import {
  apply,
  closed,
  giveBank,
  newDevice,
  openTab,
  pay,
  person,
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

test('a declined shopper reads why, gets the notice, owes nothing, and the button still works', async () => {
  const tab = await openTab(await newDevice(browser), house);
  const { modal, page } = tab;
  const who = person('Tove', { ssn: '666021500' });
  await tab.putInBag('halden-desk-lamp');
  await tab.press('email');
  await apply(tab, who);
  await modal.getByText('We cannot offer you a lease this time').waitFor();
  await modal.getByText('Recent insufficient funds').waitFor();
  assert.equal(await modal.getByText(/try another|instead of|partner/i).count(), 0, 'nothing else is sold here');
  assert.ok((await street.letters(who.email)).includes('About your application with FlexPay'));
  const transactionId = await transactionOf(tab);
  await modal.getByRole('button', { name: 'Close' }).click();
  await closed(page);
  await assert.rejects(street.transaction(transactionId), { code: 'TransactionNotFound' });
  await tab.press('decision');
  await modal.getByText('We cannot offer you a lease this time').waitFor();
  await street.auditIsGreen();
});

test('a bank that refuses the first payment leaves the screen usable, and another account signs', async () => {
  const device = await newDevice(browser);
  const told = signaturesTold(device);
  const tab = await openTab(device, house);
  const { modal, page } = tab;
  await tab.putInBag('halden-desk-lamp');
  await tab.press('email');
  const who = person('Sigrid', { account: '440000000300' });
  await apply(tab, who);
  await tab.says('Review my order');
  const transactionId = await transactionOf(tab);
  await sign(tab, street, who);
  await pay(tab);
  await modal.getByText('The payment did not go through').waitFor();
  await modal.getByText('nothing was signed and nothing was charged').waitFor();
  assert.equal((await street.record(transactionId, 'l.state')).state, 'offered');
  await street.auditIsGreen();

  await tab.says('Use another account');
  await tab.sees('bank');
  await giveBank(tab, '440000001234');
  await tab.sees('payment');
  await modal.getByText('Account that ends in 1234').waitFor();
  await pay(tab);
  await tab.sees('done');
  await tab.says('Back to Marlow & Finch');
  await page.getByText(`Thank you. Order ${transactionId}`).waitFor();
  const attempts = await street.record(
    transactionId,
    'array_agg(p.state order by p.created_at) as states',
    'join payment_attempt p using (customer_id, lease_id)',
  );
  assert.deepEqual(attempts.states, ['failed', 'pending']);
  assert.equal(told.length, 1);
  await street.auditIsGreen();
});
