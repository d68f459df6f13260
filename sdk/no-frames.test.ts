import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import type { Page } from 'playwright-core';
import { sampleView } from '../web/checkout/sample-views.ts';
import { heardBy, openTestShop, type TestShop } from './test-shop.ts';

// Pages whose policy allows no frame of ours: the checkout has a window of its own, and where that is no use, this tab.

let shop: TestShop;
before(async () => {
  shop = await openTestShop();
});
after(() => shop.close());
beforeEach(async () => {
  await shop.empty();
  shop.answer.open = () => sampleView('email');
});

const noFrames = { frames: "'none'" };

const button = (options = '') => `
  FlexSDK.Button({
    createOrder: (data, actions) => actions.transaction.create({ transactionId: 'A-1', items: [] }).then(hear('outcome')),
    onSign: hear('onSign'), onCancel: hear('onCancel'), onClose: hear('onClose'), onError: hear('onError'), ${options}
  }).render('#box');
  addEventListener('securitypolicyviolation', hear('refused'));`;

/** The page once it has tried the frame and knows that it may have none. */
async function refusing(script: string, visitor = {}): Promise<Page> {
  const page = await shop.visit(script, { ...noFrames, ...visitor });
  await hears(page, 'refused');
  return page;
}

const press = (page: Page) => page.locator('#box button').click();

const hears = (page: Page, name: string) =>
  page.waitForFunction(
    (wanted) => (window as unknown as { heard?: [string][] }).heard?.some(([each]) => each === wanted),
    name,
  );

const told = async (page: Page) => (await heardBy(page)).filter(([name]) => name !== 'refused');

test('where the page allows no frame the click opens a window, and the page hears of the signature from there, once', async () => {
  shop.answer.open = () => sampleView('done');
  const page = await refusing(button());
  const [popup] = await Promise.all([page.waitForEvent('popup'), press(page)]);
  await popup.getByText('closes by itself').waitFor();
  await page.getByText('opens in a window of its own').waitFor();
  const closed = popup.waitForEvent('close');
  await popup.getByRole('button', { name: 'Back to Marlow & Finch' }).click();
  await closed;
  await hears(page, 'outcome');
  assert.deepEqual((await told(page)).sort(), [
    ['onClose', null],
    ['onSign', { leaseNumber: '1234567890', transactionId: 'A-1' }],
    ['outcome', { status: 'signed' }],
  ]);
  assert.equal(shop.calls.filter(({ verb }) => verb === 'heard').length, 1);
  assert.equal(await page.locator('dialog[open]').count(), 0);
});

test('a window that the shopper closes, or leaves by the store’s page, cancels, and the next click opens another', async () => {
  const page = await refusing(button());
  for (const how of ['its own cross', 'Cancel', 'Escape']) {
    const [popup] = await Promise.all([page.waitForEvent('popup'), press(page)]);
    await popup.locator('#email').waitFor();
    if (how === 'its own cross') await popup.close();
    else if (how === 'Cancel') await page.getByRole('button', { name: 'Cancel' }).click();
    else await page.keyboard.press('Escape');
    await page.waitForFunction(() => document.activeElement?.shadowRoot?.activeElement?.tagName === 'BUTTON');
    if (!popup.isClosed()) await popup.waitForEvent('close');
  }
  assert.deepEqual(
    (await told(page)).map(([name]) => name).sort(),
    ['onCancel', 'onClose', 'outcome'].flatMap((name) => [name, name, name]).sort(),
  );
});

test('an order that can’t be made leaves no window behind', async () => {
  const page = await refusing(button(`createOrder: () => Promise.reject(new Error('the bag is empty')),`));
  const [popup] = await Promise.all([page.waitForEvent('popup'), press(page)]);
  if (!popup.isClosed()) await popup.waitForEvent('close');
  assert.deepEqual(await told(page), [['onError', 'the bag is empty']]);
});

test('a click that came before the refusal was known is answered by what to press, and the order arrives all the same', async () => {
  const page = await shop.visit(
    `${button("locale: 'es',")} document.querySelector('#box > *').shadowRoot.querySelector('button').click();`,
    noFrames,
  );
  await page.getByText('se abre aquí en su propia ventana').waitFor();
  const [popup] = await Promise.all([
    page.waitForEvent('popup'),
    page.getByRole('button', { name: 'Continuar' }).click(),
  ]);
  await popup.locator('#email').waitFor();
  const opened = shop.calls.filter(({ verb }) => verb === 'open');
  assert.deepEqual(
    opened.map(({ body }) => [body.order, body.locale]),
    [[{ transactionId: 'A-1', items: [] }, 'es']],
  );
});

test('where pop-ups are blocked the tab itself goes, comes back to the same place, and the page hears once', async () => {
  shop.answer.open = () => sampleView('done');
  const page = await refusing(`window.open = () => null; ${button()}`);
  await page.evaluate(() => {
    location.hash = '#/bag';
  });
  await press(page);
  await page.waitForURL(/#\/bag$/);
  await hears(page, 'onSign');
  assert.deepEqual(
    (await heardBy(page)).filter(([name]) => name === 'onSign'),
    [['onSign', { leaseNumber: '1234567890', transactionId: 'A-1' }]],
  );
  assert.equal(shop.calls.filter(({ verb }) => verb === 'heard').length, 1);
  await page.reload();
  await hears(page, 'refused');
  assert.equal(await page.evaluate('FlexSDK.recover({ onSign: hear("again") })'), false);
  assert.deepEqual(await told(page), []);
});

test('a page that the browser had kept hears that its checkout is closed, and nothing that it can not know', async () => {
  for (const view of [sampleView('email'), sampleView('done')]) {
    shop.answer.open = () => view;
    const page = await refusing(`window.open = () => null; ${button()}`, { keepsPages: true });
    await press(page);
    if (view.step === 'done') await hears(page, 'onSign');
    else await page.waitForURL(/by=tab/);
    await page.goBack({ waitUntil: 'commit' });
    await hears(page, 'onClose');
    const names = (await told(page)).map(([name]) => name).filter((name) => name !== 'outcome');
    assert.deepEqual(names, ['onClose']);
    assert.equal(await page.locator('dialog[open]').count(), 0);
    await page.context().close();
  }
});

test('a page that fails when the shopper comes back is told again at its next load', async () => {
  shop.answer.open = () => sampleView('done');
  const page = await refusing(
    `window.open = () => null; ${button(`onSign: (data) => { hear('onSign')(data); if (!sessionStorage.up) throw new Error('store is down'); },`)}`,
  );
  await press(page);
  await hears(page, 'onError');
  await page.evaluate(() => sessionStorage.setItem('up', 'yes'));
  await page.reload();
  await hears(page, 'onSign');
  assert.equal(await page.evaluate('FlexSDK.recover()'), false, 'it is taken');
});

test('back from the tab’s checkout, by its own cross or the browser’s button, the store’s button works again', async () => {
  const page = await refusing(`window.open = () => null; ${button()}`);
  const store = page.url();
  for (const how of ['cross', 'browser'] as const) {
    await press(page);
    await page.waitForURL(/by=tab/);
    await page.locator('#email').waitFor();
    if (how === 'browser') await page.goBack();
    else {
      await page.getByRole('button', { name: 'Close' }).click();
      await page.getByRole('alertdialog').getByRole('button', { name: 'Close' }).click();
    }
    await page.waitForURL(({ href }) => href.replace(/#$/, '') === store);
    await hears(page, 'onClose');
    await page.locator('dialog[open]').waitFor({ state: 'detached' });
    assert.deepEqual(
      (await told(page)).map(([name]) => name).filter((name) => name !== 'outcome'),
      ['onCancel', 'onClose'],
      `by the ${how}`,
    );
    await page.reload();
    await hears(page, 'refused');
    assert.equal(await page.evaluate('FlexSDK.recover()'), false);
    assert.deepEqual(await told(page), [], 'once');
  }
  await press(page);
  await page.waitForURL(/by=tab/);
});

test('who applied, that they came back, and what went wrong, comes back with the tab; what was decided does not', async () => {
  const applicant = { userId: '65f0c0ffee65f0c0ffee65f0' };
  const script = `
    window.open = () => null;
    const told = { onApply: hear('onApply'), onClose: hear('onClose'),
      onDecision: hear('onDecision'), onError: hear('onError') };
    const go = document.createElement('button');
    go.textContent = 'Apply';
    go.onclick = () => FlexSDK.apply(told);
    document.body.append(go);
    ${button()}
    FlexSDK.recover(told).then(hear('asked'));`;
  shop.answer.open = () => sampleView('decision', { order: null, offer: null, applicant });
  for (const width of [1280, 390]) {
    const page = await refusing(script, { width });
    await page.getByRole('button', { name: 'Apply' }).click();
    await page.waitForURL(/by=tab/);
    await page.getByRole('button', { name: /^Back to/ }).click();
    await page.waitForURL(/localhost/);
    await hears(page, 'asked');
    await hears(page, 'onClose');
    assert.deepEqual(
      (await told(page)).filter(([name]) => name !== 'asked'),
      [
        ['onApply', applicant],
        ['onClose', null],
      ],
    );
    assert.doesNotMatch(page.url(), /flexpay=/);
    await page.reload();
    await hears(page, 'asked');
    assert.deepEqual(
      (await told(page)).filter(([name]) => name !== 'asked'),
      [],
      'once',
    );
  }
});

test('an order that the house refuses is told to the page that comes back', async () => {
  shop.answer.open = () => ({ refused: 400, code: 'InvalidTransactionId', message: 'This order has been used.' });
  const page = await refusing(`window.open = () => null; ${button()}`);
  await press(page);
  await page.waitForURL(/by=tab/);
  await page.getByText('This order has been signed already.').waitFor();
  await page
    .getByRole('button', { name: /Close|Back/ })
    .first()
    .click();
  await page.waitForURL(/localhost/);
  await hears(page, 'onClose');
  assert.deepEqual(
    (await told(page)).filter(([name]) => name === 'onError'),
    [['onError', 'This order has been used.']],
  );
});

test('a page that cuts itself off from its windows is told so, and goes on in this tab', async () => {
  shop.answer.open = () => sampleView('done');
  const page = await refusing(button(), { headers: { 'cross-origin-opener-policy': 'same-origin' } });
  await press(page);
  const go = page.getByRole('button', { name: 'Go on' });
  await go.waitFor();
  // The window knows that it has lost its page and is gone; then going on means this tab.
  while (page.context().pages().length > 1) await new Promise((again) => setTimeout(again, 20));
  while (!page.url().includes('by=tab') && !(await heardBy(page).catch(() => [])).some(([name]) => name === 'onSign')) {
    await go.click({ timeout: 1_000 }).catch(() => {});
  }
  await hears(page, 'onSign');
});

test('our page believes no address that leads elsewhere than where the browser says the shopper came from', async () => {
  const page = await refusing(`window.open = () => null; ${button()}`);
  await press(page);
  await page.waitForURL(/by=tab/);
  await page.locator('#email').waitFor();
  const forged = page
    .url()
    .replaceAll('localhost', 'evil.localhost')
    .replace(/(?<=parent=)[^&]*/, (parent) => parent);
  const opens = shop.calls.filter(({ verb }) => verb === 'open').length;
  const stranger = await (await shop.browser.newContext()).newPage();
  for (const address of [page.url(), forged]) {
    await stranger.goto(address);
    await stranger.getByText('This page opens from a store’s payment button.').waitFor();
  }
  assert.equal(shop.calls.filter(({ verb }) => verb === 'open').length, opens);
});

test('a fragment that this tab did not ask for tells the page nothing', async () => {
  const page = await refusing(button());
  await page.goto(`${page.url()}#flexpay=1234.5550000001.A-9`);
  await page.reload();
  await hears(page, 'refused');
  assert.equal(await page.evaluate('FlexSDK.recover()'), false);
  assert.deepEqual(await told(page), []);
});

test('a page that stands in a sandbox without an origin says that it is not eligible, and fails without a word to anybody', async () => {
  const page = await shop.visit(button(), { headers: { 'content-security-policy': 'sandbox allow-scripts' } });
  await press(page);
  await hears(page, 'onError');
  assert.equal(await page.evaluate('FlexSDK.Button({ createOrder() {} }).isEligible()'), false);
  assert.equal(shop.calls.length, 0);
});
