import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, FrameLocator } from 'playwright-core';
import { askDatabase } from '../ask-database.ts';
import { startChromium } from '../start-chromium.ts';
import { type StartedHouse, startHouse } from '../start-house.ts';
import { axeFindsNothing } from './axe.ts';
import {
  ada,
  apply,
  giveEmail,
  givePassword,
  newDevice,
  openTab,
  pay,
  person,
  phone,
  sign,
  signaturesTold,
  type Tab,
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

const pays = '4111 1111 1111 1111';
const declined = '4000 0000 0000 9995';

test('the first payment by card: a declined one, another one, and the number stays in its frame', async () => {
  const device = await newDevice(browser);
  const sent: string[] = [];
  device.on('request', (request) => sent.push(`${request.url()} ${request.postData() ?? ''}`));
  const told = signaturesTold(device);
  const tab = await openTab(device, house);
  const { modal, page } = tab;
  const who = person('Cora');
  await tab.putInBag('halden-desk-lamp');
  await tab.press('email');
  await apply(tab, who);
  await tab.says('Review my order');
  await sign(tab, street, who);

  await tab.says('Pay by card instead');
  const form = cardFormIn(tab);
  await form.getByRole('button', { name: 'Use this card' }).click();
  await form.getByText('Type the whole number on the card.').waitFor();
  await axeFindsNothing(page, 'the card form, empty');
  await giveCard(form, '5555 5555 5555 4444');
  await form.getByText('it takes test cards only', { exact: false }).waitFor();
  await giveCard(form, declined);
  await modal.getByText('Visa, ends in 9995').first().waitFor();
  await axeFindsNothing(page, 'first payment, by card');
  await modal.getByRole('heading', { name: 'Authorization to charge your card' }).waitFor();
  await pay(tab);
  await modal.getByText('The card was declined', { exact: false }).waitFor();

  // Chosen is chosen, also after the page was loaded anew.
  await page.reload();
  await tab.press('payment');
  await modal.getByText('Visa, ends in 9995').first().waitFor();
  await tab.says('Use another card');
  await giveCard(cardFormIn(tab), pays);
  await modal.getByText('Visa, ends in 1111').first().waitFor();
  await pay(tab);
  await tab.sees('done');
  await page.getByText('Thank you.', { exact: false }).waitFor();
  assert.equal(told.length, 1);

  const everything = sent.join('\n').replaceAll('%20', '').replaceAll(' ', '');
  for (const number of [pays, declined, '5555 5555 5555 4444']) {
    assert.ok(!everything.includes(number.replaceAll(' ', '')), 'a card number was sent');
  }
  const [attempt] = await askDatabase(
    house.databaseUrl,
    `select a.rail, m.last_four, m.is_primary from payment_attempt a join payment_method m using (customer_id, payment_method_id)
      join customer c using (customer_id) where c.email = '${who.email}' and a.state = 'pending'`,
  );
  assert.deepEqual(attempt, { rail: 'card', last_four: '1111', is_primary: false });
  const consents = await askDatabase(
    house.databaseUrl,
    `select distinct kind from consent join customer using (customer_id)
      where email = '${who.email}' and kind like '%authorization'`,
  );
  assert.deepEqual(consents, [{ kind: 'card_authorization' }], 'nothing was allowed of the account');
  await street.auditIsGreen();
});

test('on a phone and in Spanish the card form fits, and the way back to the account keeps the account', async () => {
  const tab = await openTab(await newDevice(browser, phone), house);
  const { modal, page } = tab;
  await tab.putInBag('halden-desk-lamp');
  await tab.press('email');
  await giveEmail(tab, ada.email);
  await tab.sees('password');
  await givePassword(tab, ada.password);
  await tab.sees('review');
  await sign(tab, street, ada);
  await modal.getByRole('button', { name: 'Español' }).click();
  await tab.says('Pagar con tarjeta');
  const form = cardFormIn(tab, 'Su tarjeta');
  await form.getByLabel('Número de la tarjeta').waitFor();
  await axeFindsNothing(page, 'the card form, on a phone');
  const isWide = await form.locator('html').evaluate((root) => root.scrollWidth > root.clientWidth);
  assert.equal(isWide, false, 'nothing scrolls sideways');
  await giveCard(form, pays, spanish);
  await modal.getByText('Visa, termina en 1111').first().waitFor();
  await tab.says('Pagar desde mi cuenta bancaria');
  await modal
    .getByText(/termina en \d{4}$/)
    .first()
    .waitFor();
  await modal.getByLabel(/^Autorizo a .* a debitar esta cuenta/).waitFor();
  await street.auditIsGreen();
});

const english = {
  number: 'Card number',
  expires: 'Expires',
  code: 'Security code',
  zip: 'Billing ZIP code',
  use: 'Use this card',
};
const spanish: typeof english = {
  number: 'Número de la tarjeta',
  expires: 'Vence',
  code: 'Código de seguridad',
  zip: 'Código postal de facturación',
  use: 'Usar esta tarjeta',
};

function cardFormIn({ modal }: Tab, title = 'Your card'): FrameLocator {
  return modal.locator(`iframe[title="${title}"]`).contentFrame();
}

async function giveCard(form: FrameLocator, number: string, words = english): Promise<void> {
  await form.getByLabel(words.number).fill('');
  await form.getByLabel(words.number).pressSequentially(number.replaceAll(' ', ''));
  assert.equal(await form.getByLabel(words.number).inputValue(), number);
  await form.getByLabel(words.expires).fill('09/39');
  await form.getByLabel(words.code).fill('123');
  await form.getByLabel(words.zip).fill('78705');
  await form.getByRole('button', { name: words.use }).click();
}
