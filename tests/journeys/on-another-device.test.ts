import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { startChromium } from '../start-chromium.ts';
import { type StartedHouse, startHouse } from '../start-house.ts';
import { axeFindsNothing } from './axe.ts';
import { openPage } from './hosted-tab.ts';
import { readCode } from './read-code.ts';
import { ada, giveEmail, givePassword, newDevice, openTab, phone } from './shopper.ts';
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

test('a camera reads the code in light and in dark, the phone goes on after its own login, and nobody else can', async () => {
  const desk = await openTab(await newDevice(browser), house);
  await desk.putInBag('halden-desk-lamp');
  await desk.press('email');
  await giveEmail(desk, ada.email);
  await desk.sees('password');
  await givePassword(desk, ada.password);
  await desk.sees('review');
  await desk.says('Your account');
  const lettersBefore = await street.letters(ada.email);
  await desk.says('Show a code for my phone’s camera');
  const code = desk.modal.getByRole('img', { name: 'Code with the link for your phone’s camera' });
  await code.waitFor();
  const address = await desk.modal.locator('.address').innerText();
  for (const colorScheme of ['light', 'dark'] as const) {
    await desk.page.emulateMedia({ colorScheme });
    assert.equal(await readCode(browser, code), address, colorScheme);
  }
  await axeFindsNothing(desk.page, 'the code in the account');
  assert.deepEqual(await street.letters(ada.email), lettersBefore, 'a code on the screen is no message');

  const pocket = await openPage(await newDevice(browser, phone), address);
  await pocket.sees('email');
  await giveEmail(pocket, ada.email);
  await pocket.sees('password');
  await pocket.page.reload();
  await pocket.sees('password');
  await givePassword(pocket, ada.password);
  await pocket.sees('review');

  const stranger = await openPage(await newDevice(browser, phone), address);
  await stranger.page.getByRole('heading', { name: 'This page is open on another device' }).waitFor();
  assert.doesNotMatch(await stranger.page.locator('body').innerText(), /Ada|lamp/i);
  await axeFindsNothing(stranger.page, 'open on another device');
  await stranger.page.getByRole('button', { name: 'Español' }).click();
  await stranger.page.getByRole('heading', { name: 'Esta página está abierta en otro dispositivo' }).waitFor();

  await desk.says('Back to your application');
  await desk.says('Your account');
  await desk.says('Show a code for my phone’s camera');
  assert.notEqual(await desk.modal.locator('.address').innerText(), address, 'what was opened is not handed out again');
  await street.auditIsGreen();
});
