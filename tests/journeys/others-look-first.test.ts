import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { startChromium } from '../start-chromium.ts';
import { type StartedHouse, startHouse } from '../start-house.ts';
import { axeFindsNothing } from './axe.ts';
import {
  closed,
  giveBank,
  giveEmail,
  givePersonal,
  giveProfile,
  newDevice,
  openTab,
  type Person,
  person,
  type Tab,
} from './shopper.ts';
import { openStreet, type Street } from './street.ts';

let house: StartedHouse;
let street: Street;
let browser: Browser;

before(async () => {
  house = await startHouse({ FLEXPAY_SIMULATED_LENDERS: 'prime near_prime' });
  street = openStreet(house);
  browser = await startChromium();
});
after(async () => {
  await browser?.close();
  await house?.stop();
});

const inEnglish = (name: string) => `I allow FlexPay to send this application to ${name} first`;
const inSpanish = (name: string) => `Permito que FlexPay envíe esta solicitud primero a ${name}`;

test('whoever lets another company look first and is approved there reads where to go on, in either language', async () => {
  const tab = await openTab(await newDevice(browser), house);
  const { page, modal } = tab;
  const who = person('Petra', { ssn: '666011501' });
  await standAtPersonal(tab, who);
  for (const name of ['Prime Sample', 'Second Sample']) {
    assert.equal(await modal.getByLabel(inEnglish(name)).isChecked(), false, name);
  }
  await modal.getByText('Whom you tick sees this application before FlexPay decides').waitFor();
  await axeFindsNothing(page, 'consents to others');
  await tab.says(/Español/);
  await modal.getByText('A quien usted marque verá esta solicitud antes de que FlexPay decida').waitFor();
  await modal.getByLabel(inSpanish('Prime Sample')).check();
  await axeFindsNothing(page, 'consents to others in Spanish');
  await tab.says(/English/);
  assert.equal(await modal.getByLabel(inEnglish('Prime Sample')).isChecked(), true, 'a language takes no tick away');
  await givePersonal(tab, who);
  await tab.sees('bank');
  await giveBank(tab, who.account);

  await modal.getByRole('heading', { name: 'You go on with Prime Sample' }).waitFor();
  await modal.getByText('FlexPay makes no lease with you, and nothing was charged.').waitFor();
  await modal.getByText('$3,000.00').waitFor();
  const way = modal.getByRole('link', { name: 'Go on with Prime Sample' });
  assert.match((await way.getAttribute('href')) ?? '', /^https:\/\/prime\.example\/apply\/[0-9a-f]{24}$/);
  assert.equal(await way.getAttribute('target'), '_blank');
  await axeFindsNothing(page, 'handed over');
  await tab.says(/Español/);
  await modal.getByRole('heading', { name: 'Usted sigue con Prime Sample' }).waitFor();
  await axeFindsNothing(page, 'handed over in Spanish');
  await tab.says('Volver a Marlow & Finch');
  await closed(page);
  await street.auditIsGreen();
});

test('whom no other company takes gets our answer, and reads nothing of theirs', async () => {
  const tab = await openTab(await newDevice(browser), house);
  const who = person('Olga', { ssn: '666011505' });
  await standAtPersonal(tab, who);
  for (const name of ['Prime Sample', 'Second Sample']) await tab.modal.getByLabel(inEnglish(name)).check();
  await givePersonal(tab, who);
  await tab.sees('bank');
  await giveBank(tab, who.account);
  await tab.modal.getByText('Olga, you can lease up to').waitFor();
  assert.doesNotMatch(await tab.modal.locator('body').innerText(), /Sample|declined|others?\b/i);
  await tab.says('Review my order');
  await tab.sees('review');
  await street.auditIsGreen();
});

test('no box is needed to go on', async () => {
  const tab = await openTab(await newDevice(browser), house);
  const who = person('Nora', { ssn: '666011501' });
  await standAtPersonal(tab, who);
  await givePersonal(tab, who);
  await tab.sees('bank');
  await giveBank(tab, who.account);
  await tab.modal.getByText('Nora, you can lease up to').waitFor();
});

async function standAtPersonal(tab: Tab, who: Person): Promise<void> {
  await tab.putInBag('halden-desk-lamp');
  await tab.press('email');
  await giveEmail(tab, who.email);
  await tab.sees('profile');
  await giveProfile(tab, who);
  await tab.sees('personal');
}
