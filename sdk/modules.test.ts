import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import type { Page } from 'playwright-core';
import { sampleView } from '../web/checkout/sample-views.ts';
import { bundled } from './test-bundle.ts';
import { heardBy, modalIn, openTestShop, type TestShop } from './test-shop.ts';

// Pages of modules: the loader as our side serves it, and the component in a page that React draws, everything twice.

let shop: TestShop;
let reactPage: string;
before(async () => {
  shop = await openTestShop();
  reactPage = await bundled(`
    import { createElement, StrictMode, useEffect, useRef, useState } from 'react';
    import { createRoot } from 'react-dom/client';
    import { flexpayFor } from './sdk/react.ts';

    const FlexPayButton = flexpayFor({ createElement, useEffect, useRef });
    function Checkout() {
      const [bag, setBag] = useState(1);
      const [here, setHere] = useState(true);
      const [color, setColor] = useState('black');
      Object.assign(window, { setBag, setHere, setColor });
      return here && createElement(FlexPayButton, {
        authKey: 'public-key', origin: '${shop.houseUrl}', className: 'pay', style: { color },
        createOrder: (data, { transaction }) => transaction.create({ transactionId: 'A-' + bag, items: [] }),
        onSign: (data) => hear('onSign')({ bag, ...data }),
        onCancel: () => hear('onCancel')(bag),
        onError: hear('onError'),
      });
    }
    createRoot(document.querySelector('#box')).render(createElement(StrictMode, null, createElement(Checkout)));`);
});
after(() => shop.close());
beforeEach(async () => {
  await shop.empty();
  shop.answer.open = () => sampleView('email');
});

const hears = (page: Page, name: string, times = 1) =>
  page.waitForFunction(
    ([wanted, count]) =>
      (window as unknown as { heard: [string][] }).heard.filter(([each]) => each === wanted).length >= Number(count),
    [name, times] as const,
  );

const orders = () => shop.calls.filter(({ verb }) => verb === 'open').map(({ body }) => body.order);

const loading = (options: string) => `
  import { loadFlexPay } from '${shop.houseUrl}/sdk/flexpay.mjs';
  const load = () => loadFlexPay({ authKey: 'public-key', origin: '${shop.houseUrl}', ${options} });`;

test('a page of modules loads the script once, whoever asks, under a strict policy and Trusted Types', async () => {
  const module = `${loading('')}
    const [first, second] = await Promise.all([load(), load()]);
    hear('same')(first === second && first === window.FlexSDK && (await load()) === first);
    hear('tags')(document.querySelectorAll('script[src*="/sdk/js"]').length);
    first.Button({ createOrder: (data, actions) => actions.transaction.create({ transactionId: 'A-1', items: [] }) }).render('#box');`;
  const errors: string[] = [];
  const page = await shop.visit('', { module, policy: '; trusted-types flexpay' });
  page.on('pageerror', (error) => errors.push(error.message));
  await hears(page, 'tags');
  assert.deepEqual(await heardBy(page), [
    ['same', true],
    ['tags', 1],
  ]);
  await page.locator('#box button').click();
  await modalIn(page).locator('#email').waitFor();
  assert.deepEqual(errors, []);
});

test('where the policy lets scripts in by their nonce alone, ours is let in by the one that the page gives', async () => {
  const module = await bundled(`
    import { loadFlexPay } from './sdk/load.ts';
    const load = (more) => loadFlexPay({ authKey: 'public-key', origin: '${shop.houseUrl}', ...more });
    await load().catch(() => hear('without')('refused'));
    const { Button } = await load({ nonce: 'abc' });
    Button({ createOrder() {}, nonce: 'abc' }).render('#box');
    hear('with')('drawn');`);
  const page = await shop.visit('', { module, scripts: "'self' 'nonce-abc'" });
  await hears(page, 'with');
  assert.deepEqual(await heardBy(page), [
    ['without', 'refused'],
    ['with', 'drawn'],
  ]);
});

test('a key that is not known rejects, leaves no tag, and the next call tries again', async () => {
  const module = `${loading("authKey: 'unknown'")}
    for (const attempt of [1, 2]) await load().catch(hear('rejected'));
    hear('tags')(document.querySelectorAll('script[src*="/sdk/js"]').length);`;
  const page = await shop.visit('', { module });
  await hears(page, 'tags');
  const heard = await heardBy(page);
  assert.deepEqual(
    heard.map(([name]) => name),
    ['rejected', 'rejected', 'tags'],
  );
  assert.match(String(heard[0]?.[1]), /could not be loaded/);
  assert.deepEqual(heard[2], ['tags', 0]);
});

test('in React, drawn twice, there is one button; a press reads the newest bag and the newest handlers hear', async () => {
  const page = await shop.visit('', { module: reactPage });
  const button = page.locator('.pay button');
  await button.waitFor();
  await page.evaluate(() => (window as unknown as { setBag(bag: number): void }).setBag(2));
  assert.equal(await page.locator('.pay > *').count(), 1);
  await button.click();
  await modalIn(page).locator('#email').waitFor();
  assert.deepEqual(orders(), [{ transactionId: 'A-2', items: [] }]);
  await page.evaluate(() => (window as unknown as { setBag(bag: number): void }).setBag(3));
  await page.keyboard.press('Escape');
  await modalIn(page).getByRole('alertdialog').getByRole('button', { name: 'Close' }).click();
  await hears(page, 'onCancel');
  assert.deepEqual(await heardBy(page), [['onCancel', 3]]);
  assert.equal(await page.locator('iframe').count(), 1, 'one frame, whatever was drawn twice');
});

test('in React a button goes away and comes back, takes a new look, and hears of a signature once', async () => {
  shop.answer.open = () => sampleView('done');
  const page = await shop.visit('', { module: reactPage });
  const button = page.locator('.pay button');
  await button.waitFor();
  const set = (what: 'setHere' | 'setColor', to: unknown) =>
    page.evaluate(
      ([name, value]) => (window as unknown as Record<string, (to: unknown) => void>)[name as string]!(value),
      [what, to] as const,
    );
  await set('setHere', false);
  await button.waitFor({ state: 'detached' });
  await set('setHere', true);
  await set('setColor', 'white');
  await page.waitForFunction(() => {
    const shown = document.querySelector('.pay > *')?.shadowRoot?.querySelector('button');
    return shown?.classList.contains('white');
  });
  assert.equal(await page.locator('.pay > *').count(), 1);
  await button.click();
  await modalIn(page).getByText('closes by itself').waitFor();
  await set('setHere', false);
  await modalIn(page).getByRole('button', { name: 'Back to Marlow & Finch' }).click();
  await page.locator('dialog[open]').waitFor({ state: 'detached' });
  assert.deepEqual(await heardBy(page), [['onSign', { bag: 1, leaseNumber: '1234567890', transactionId: 'A-1' }]]);
});
