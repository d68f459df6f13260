import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { after, before, test } from 'node:test';
import type { Page } from 'playwright-core';
import { sampleView } from '#web/checkout/sample-views.ts';
import { bundled } from '../../sdk/test-bundle.ts';
import { heardBy, modalIn, openTestShop, type TestShop } from '../../sdk/test-shop.ts';

const guide = readFileSync(new URL('the-button.md', import.meta.url), 'utf8');
const blocks = (fence: string) =>
  [...guide.matchAll(new RegExp(`\`\`\`${fence}\\n([\\s\\S]*?)\`\`\``, 'g'))].map(([, code = '']) => code);

/** What the guide leaves to the store. */
const store = `
  document.querySelector('#box').id = 'flexpay';
  const myOrder = async () => ({ transactionId: 'A-1', items: [] });
  const tellMyServer = async (what) => { hear('server')(what); };`;

let shop: TestShop;
before(async () => {
  shop = await openTestShop();
});
after(() => shop.close());

test('the button of the guide is drawn as it says, opens in its language, and tells the store’s server', async () => {
  const [draw = ''] = blocks('js');
  shop.answer.open = () => sampleView('done');
  const page = await shop.visit(`${store}${draw}`);
  await page.locator('#flexpay button').click();
  await modalIn(page).locator('[data-step=done]').waitFor();
  await hears(page, 1);
  assert.deepEqual(await heardBy(page), [['server', { leaseNumber: '1234567890', transactionId: 'A-1' }]]);
  assert.equal(shop.calls.find(({ verb }) => verb === 'open')?.body.locale, 'es');
});

test('the page of modules and the page of React work as the guide writes them', async () => {
  shop.answer.open = () => sampleView('done');
  const here = (code: string) =>
    code.replaceAll('http://127.0.0.1:4300', shop.houseUrl).replaceAll('YOUR_AUTH_KEY', 'public-key');
  const [module = ''] = blocks('js module');
  const [jsx = ''] = blocks('jsx');
  const react = await bundled(`import { createRoot } from 'react-dom/client';
    ${jsx}
    createRoot(document.querySelector('#flexpay')).render(<Checkout />);`);
  // What the guide leaves to the store is there before any module.
  const globals = `${store} Object.assign(window, { myOrder, tellMyServer });`;
  for (const code of [module, react]) {
    const page = await shop.visit(globals, { module: here(code) });
    await page.locator('#flexpay button').click();
    await hears(page, 1);
    assert.deepEqual(await heardBy(page), [['server', { leaseNumber: '1234567890', transactionId: 'A-1' }]]);
  }
});

test('recovering and applying work as the guide writes them', async () => {
  const [, recover = '', apply = ''] = blocks('js');
  shop.unheard = { leaseNumber: '5550000001', transactionId: 'A-2' };
  const recovering = await shop.visit(`${store}(async () => { ${recover} hear('there')(wasThere); })();`);
  await hears(recovering, 2);
  assert.deepEqual(await heardBy(recovering), [
    ['server', { leaseNumber: '5550000001', transactionId: 'A-2' }],
    ['there', true],
  ]);
  shop.unheard = null;
  shop.answer.open = () => ({ ...sampleView('decision'), order: null, applicant: { userId: 'u-1' } });
  const applying = await shop.visit(`${store}(async () => { ${apply} })();`);
  await hears(applying, 1);
  assert.deepEqual(await heardBy(applying), [['server', { userId: 'u-1' }]]);
});

test('the page of the guide, its price and its policy are what a strict page lets work', async () => {
  const [box = '', message = ''] = blocks('html');
  assert.match(box, /<div id="flexpay".*\n<script src=".*\/sdk\/js\?authKey=YOUR_AUTH_KEY">/);
  shop.priceText = (amount) => `$4.04 a week, $${amount} in total.`;
  const attributes = /amount="(?<amount>[\d.]+)" sku="(?<sku>[\w-]+)" state="(?<state>\w+)"/.exec(message)?.groups;
  const { amount = '', sku = '', state = '' } = attributes ?? {};
  const page = await shop.visit(`
    const said = document.createElement('flexpay-message');
    said.setAttribute('amount', '${amount}');
    said.setAttribute('sku', '${sku}');
    said.setAttribute('state', '${state}');
    document.body.append(said);`);
  await page.getByText(`$${amount}~${sku} in total`).waitFor();
  const policy = /^script-src .*$/m.exec(guide)?.[0] ?? '';
  const directives = policy.split('; ').map((directive) => directive.split(' ')[0]);
  assert.deepEqual(directives, ['script-src', 'frame-src', 'connect-src']);
  // The page of these tests has this policy, and everything above worked on it.
  const strict = (await page.reload())?.headers()['content-security-policy'] ?? '';
  for (const directive of directives) assert.match(strict, new RegExp(`${directive} [^;]*http://127`));
});

const hears = (page: Page, count: number) =>
  page.waitForFunction((wanted) => (window as unknown as { heard: unknown[] }).heard.length >= wanted, count);
