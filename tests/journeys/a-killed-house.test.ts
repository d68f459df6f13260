import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { freePort } from '#doorstep/free-port.ts';
import { startChromium } from '../start-chromium.ts';
import { type StartedHouse, startHouse } from '../start-house.ts';
import { killAtTheBooks } from './kill-at-the-books.ts';
import { apply, newDevice, openTab, pay, person, sign, signaturesTold, type Tab, transactionOf } from './shopper.ts';
import { openStreet, type Street } from './street.ts';

let house: StartedHouse;
let street: Street;
let browser: Browser;

before(async () => {
  // The same port again after the kill: a browser knows the shop by its address.
  house = await startHouse({ PORT: String(await freePort()) });
  street = openStreet(house);
  browser = await startChromium();
});
after(async () => {
  await browser?.close();
  await house?.stop();
});

test('killed after the bank took the first payment and before the lease knew, the house charges once', async () => {
  const { tab, told, transactionId } = await signed('Maren');
  await killAtTheBooks(house, () => pay(tab));
  await tab.modal.getByText('We could not be reached').waitFor();
  await comesBack();
  assert.equal((await street.record(transactionId, 'l.state')).state, 'offered');
  await tab.says(/^Pay \$/);
  await isDone(tab, told, transactionId);
});

test('killed after the lease was signed and before the answer left, the same shopper finds it signed', async () => {
  const { tab, told, transactionId } = await signed('Tove');
  await tab.page.route('**/modal/api/pay', async (route) => {
    await route.fetch();
    await house.kill();
    await route.abort();
  });
  await pay(tab);
  await tab.modal.getByText('We could not be reached').waitFor();
  await tab.page.unrouteAll();
  await comesBack();
  // The page asks by itself when it loads: nobody has to press anything.
  await tab.page.reload();
  await isKept(tab, told, transactionId);
});

async function signed(firstName: string) {
  const device = await newDevice(browser);
  const told = signaturesTold(device);
  const tab = await openTab(device, house);
  const who = person(firstName);
  await tab.putInBag('halden-desk-lamp');
  await tab.press('email');
  await apply(tab, who);
  await tab.says('Review my order');
  const transactionId = await transactionOf(tab);
  await sign(tab, street, who);
  return { tab, told, transactionId };
}

async function comesBack(): Promise<void> {
  house = await house.again();
  street = openStreet(house);
}

async function isDone(tab: Tab, told: object[], transactionId: string): Promise<void> {
  await tab.sees('done');
  await tab.says('Back to Marlow & Finch');
  await isKept(tab, told, transactionId);
}

async function isKept(tab: Tab, told: object[], transactionId: string): Promise<void> {
  await tab.page.getByText(`Thank you. Order ${transactionId}`).waitFor();
  assert.equal(told.length, 1);
  const { payments, signed } = await street.record(
    transactionId,
    "count(p.*)::int as payments, bool_and(p.state = 'pending' and l.signed_at is not null) as signed",
    'left join payment_attempt p using (customer_id, lease_id)',
  );
  assert.deepEqual({ payments, signed }, { payments: 1, signed: true });
  await street.auditIsGreen();
}
