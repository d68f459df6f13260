import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { startChromium } from '../start-chromium.ts';
import { type StartedHouse, startHouse } from '../start-house.ts';
import { apply, newDevice, openTab, pay, person, phone, sign, transactionOf } from './shopper.ts';
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

test('on a phone the whole way can be walked with a thumb, and nothing scrolls sideways', async () => {
  const device = await newDevice(browser, phone);
  // Every screen is measured as it is drawn; what scrolls sideways even once is remembered.
  await device.addInitScript(() => {
    const wide = new Set<string>();
    const look = () => {
      const { scrollWidth } = document.documentElement;
      const where = document.querySelector('[data-step]')?.getAttribute('data-step') ?? location.pathname;
      if (scrollWidth > innerWidth) wide.add(`${where}: ${scrollWidth}`);
      requestAnimationFrame(look);
    };
    addEventListener('DOMContentLoaded', look);
    Object.assign(window, { scrollsSideways: () => [...wide] });
  });
  const tab = await openTab(device, house);
  const { modal, page } = tab;
  const who = person('Maren');
  const nothingIsWide = async () => {
    for (const frame of page.frames()) assert.deepEqual(await frame.evaluate('scrollsSideways()'), [], frame.url());
  };
  await tab.go('/store');
  await page.getByRole('link', { name: /Halden desk lamp/ }).click();
  await page.getByRole('button', { name: 'Add to bag' }).click();
  await page.getByRole('link', { name: 'Look at your bag' }).click();
  await page.getByRole('link', { name: 'Check out' }).click();
  await tab.press('email');
  await apply(tab, who);
  await tab.says('Review my order');
  await tab.sees('review');
  const figures = modal.locator('.plate-grid dd');
  assert.deepEqual(await figures.allInnerTexts(), ['$4.04', '52', '$105.00', '$210.00']);
  for (const figure of await figures.all()) {
    const box = await figure.boundingBox();
    assert.ok(box && box.y + box.height < phone.height, 'all four figures are seen without scrolling');
  }
  const transactionId = await transactionOf(tab);
  await sign(tab, street, who);
  await pay(tab);
  await tab.sees('done');
  await nothingIsWide();
  await tab.says('Back to Marlow & Finch');
  await page.getByText(`Thank you. Order ${transactionId}`).waitFor();
  await nothingIsWide();
  await street.auditIsGreen();
});
