import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { magicValues } from '#sandbox/magic-values.ts';
import { startChromium } from '../start-chromium.ts';
import { type StartedHouse, startHouse } from '../start-house.ts';
import { axeFindsNothing } from './axe.ts';
import { giveEmail, givePersonal, giveProfile, newDevice, openTab, person } from './shopper.ts';

let house: StartedHouse;
let browser: Browser;

before(async () => {
  house = await startHouse();
  browser = await startChromium();
});
after(async () => {
  await browser?.close();
  await house?.stop();
});

test('in a sandbox the modal has the published values at hand: those of the screen first, typed in at a press', async () => {
  const tab = await openTab(await newDevice(browser), house);
  const { page, modal, says, sees } = tab;
  const who = person('Maren');
  const loaded: string[] = [];
  page.on('request', (request) => loaded.push(new URL(request.url()).pathname));
  const panelIsLoaded = () => loaded.some((path) => path.includes('/sandbox-panel-') || path === '/sandbox/magic');
  await tab.putInBag('halden-desk-lamp');
  await tab.press('email');
  const values = modal.getByRole('button', { name: 'Test values' });
  await values.waitFor();
  assert.equal(panelIsLoaded(), false, 'its script and its table load when somebody asks for them');

  await values.focus();
  await page.keyboard.press('Enter');
  await modal.getByRole('heading', { name: 'For this screen' }).waitFor();
  assert.ok(panelIsLoaded());
  const title = modal.locator('#panel-title');
  assert.equal(await title.evaluate((each) => each === document.activeElement), true);
  await axeFindsNothing(page, 'the values, at the e-mail');
  const rows = await modal.locator('.magic li b').allInnerTexts();
  assert.deepEqual(rows.toSorted(), magicValues.map(({ input }) => input).toSorted(), 'every row is there once');
  assert.match(rows[0]!, /^e-mail with/);
  await page.keyboard.press('Escape');
  await title.waitFor({ state: 'detached' });
  assert.equal(await values.evaluate((each) => each === document.activeElement), true, 'the focus is back');

  await says('Test values');
  await says(/^Fill in deny/);
  const email = modal.getByLabel('E-mail', { exact: true });
  await modal.locator('#email:focus').waitFor();
  assert.match(await email.inputValue(), /^deny[a-z0-9]+@example\.com$/);
  await giveEmail(tab, who.email);
  await sees('profile');
  await giveProfile(tab, who);
  await sees('personal');

  await says(/Español/);
  await says('Valores de prueba');
  await modal.getByRole('heading', { name: 'Para esta pantalla' }).waitFor();
  await axeFindsNothing(page, 'the values in Spanish');
  await says('Llenar con 666-02-1500');
  await modal.locator('#ssn:focus').waitFor();
  assert.equal(await modal.locator('#ssn').inputValue(), '666-02-1500');
  await says(/English/);
  await givePersonal(tab, { ...who, ssn: '' });
  await sees('bank');
  await says('Test values');
  await axeFindsNothing(page, 'the values, at the bank');
  await says('Fill in 110000000, 440000000101');
  await modal.locator('#routingNumber:focus').waitFor();
  const typed = (name: string) => modal.locator(`#${name}`).inputValue();
  assert.deepEqual(
    [await typed('routingNumber'), await typed('accountNumber'), await typed('accountNumberAgain')],
    ['110000000', '440000000101', '440000000101'],
  );
  await modal.getByLabel('Checking', { exact: true }).check();
  await says('Get my answer');
  await sees('decision');
  await modal.getByRole('heading', { name: 'We cannot offer you a lease this time' }).waitFor();
  await says('Test values');
  await modal.getByText('This screen has none of its own.').waitFor();
  const inbox = await modal.getByRole('link', { name: 'Open the inbox' }).getAttribute('href');
  assert.equal(inbox, `/sandbox/inbox?to=${encodeURIComponent(who.email)}`);
  await says('Back to your application');
  await page.context().close();
});
