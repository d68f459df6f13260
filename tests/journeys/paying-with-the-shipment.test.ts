import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { freePort } from '#doorstep/free-port.ts';
import { startChromium } from '../start-chromium.ts';
import { type StartedHouse, startHouse } from '../start-house.ts';
import { axeFindsNothing } from './axe.ts';
import { killAtTheBooks } from './kill-at-the-books.ts';
import { apply, newDevice, openTab, person, sign, transactionOf } from './shopper.ts';
import { lampOrder, openStreet, type Street } from './street.ts';

// A store whose customers' first payment is authorized at signing and taken before the shipment is confirmed (api-v3 6.6).

let house: StartedHouse;
let street: Street;
let browser: Browser;

before(async () => {
  house = await startHouse({ PORT: String(await freePort()) });
  street = openStreet(house);
  browser = await startChromium();
  assert.match(await street.setStore('--first-payment', 'shipment'), /first payment +taken at the shipment/);
});
after(async () => {
  await browser?.close();
  await house?.stop();
});

test('the shopper is told on every screen that nothing is charged before the shipment, and it is so', async () => {
  const tab = await openTab(await newDevice(browser), house);
  const { modal, page, says } = tab;
  const who = person('Solveig');
  await tab.putInBag('halden-desk-lamp');
  await tab.press('email');
  await apply(tab, who);
  await modal.getByText('First payment with the shipment').waitFor();
  await says('Review my order');
  await modal.getByText(/First payment when your order is shipped, \$\d/).waitFor();
  const transactionId = await transactionOf(tab);
  await sign(tab, street, who);

  await modal.getByText('Due when your order is shipped').waitFor();
  await modal.getByText('First debit, when your order is shipped').waitFor();
  await axeFindsNothing(page, 'the permission for a first payment with the shipment');
  await modal.getByLabel(/^I authorize .* once my order is shipped/).check();
  await says(/^Allow \$.*, charged with the shipment$/);
  await tab.sees('done');
  await modal.getByText('First payment, when your order is shipped').waitFor();
  await modal.getByRole('img', { name: 'No payment made yet' }).waitFor();
  await says('Back to Marlow & Finch');
  await page.getByText(`Thank you. Order ${transactionId}`).waitFor();
  assert.deepEqual(await paymentsOf(transactionId), { states: ['authorization authorized'] });

  await street.store.post(`/v3/transactions/${transactionId}/confirm-shipment`);
  const states = ['authorization captured', 'initial pending'];
  assert.deepEqual(await paymentsOf(transactionId), { states });
  const letters = await street.letters(who.email);
  assert.ok(letters.includes('Your order at Marlow & Finch is about to leave'), letters.join('; '));
  await street.auditIsGreen();
});

test('killed after the bank took the payment and before the shipment was recorded, the store calls again: one payment, one shipment', async () => {
  const shopper = await street.shopper('Ylva');
  const { leaseId } = await shopper.lease('KILLED-SHIPPING', lampOrder);
  await shopper.sign(leaseId);
  await street.store.post('/v3/transactions/KILLED-SHIPPING/finalize');
  const ship = () => street.store.post('/v3/transactions/KILLED-SHIPPING/confirm-shipment');
  let cut = Promise.resolve();
  await killAtTheBooks(house, async () => {
    cut = assert.rejects(ship());
  });
  await cut;
  house = await house.again();
  street = openStreet(house);
  assert.deepEqual(await paymentsOf('KILLED-SHIPPING'), { states: ['authorization authorized', 'initial scheduled'] });
  await ship();
  await ship();
  const states = ['authorization captured', 'initial pending'];
  assert.deepEqual(await paymentsOf('KILLED-SHIPPING'), { states });
  const shipments = 'join shipment s using (customer_id, lease_id)';
  assert.deepEqual(await street.record('KILLED-SHIPPING', 'count(*)::int as shipped', shipments), { shipped: 1 });
  await street.auditIsGreen();
});

function paymentsOf(transactionId: string) {
  const columns = "array_agg(p.purpose || ' ' || p.state order by p.purpose) as states";
  return street.record(transactionId, columns, 'join payment_attempt p using (customer_id, lease_id)');
}
