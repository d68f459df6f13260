import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import type { Page } from 'playwright-core';
import { sampleView } from '../web/checkout/sample-views.ts';
import { heardBy, modalIn, openTestShop, type TestShop } from './test-shop.ts';

let shop: TestShop;
before(async () => {
  shop = await openTestShop();
});
after(() => shop.close());
beforeEach(async () => {
  await shop.empty();
  shop.answer.open = () => sampleView('email');
});

const order = `{ transactionId: 'A-1', cost: 105, items: [{ description: 'Lamp', sku: 'L', cost: 100.5, quantity: '1.0000',
  shipping: { cost: 5, date: new Date(0), method: 'ground' } }] }`;

const button = (options: string) => `FlexSDK.Button({ ${options} }).render('#box');`;

const openingButton = (options = '') =>
  button(`createOrder: (data, actions) => actions.transaction.create(${order}).then(hear('outcome')),
    onClose: hear('onClose'), onCancel: hear('onCancel'), onError: hear('onError'), ${options}`);

const press = (page: Page) => page.locator('#box button').click();

const heardIncludes = (page: Page, name: string) =>
  page.waitForFunction(
    (wanted) => (window as unknown as { heard: [string][] }).heard.some(([each]) => each === wanted),
    name,
  );

test('the modal without a cart tells who applied, once, as an opaque id and nothing else', async () => {
  const applicant = { userId: '65f0c0ffee65f0c0ffee65f0' };
  shop.answer.open = () => sampleView('decision', { order: null, offer: null, applicant });
  const page = await shop.visit(`FlexSDK.apply({ onApply: hear('apply'), onClose: hear('close') });`);
  await heardIncludes(page, 'apply');
  assert.equal(shop.calls.find(({ verb }) => verb === 'open')?.body.order, null);
  await modalIn(page)
    .getByRole('button', { name: /^Back to/ })
    .click();
  await heardIncludes(page, 'close');
  assert.deepEqual(await heardBy(page), [
    ['apply', applicant],
    ['close', null],
  ]);
});

test('a signature that comes up without a cart goes to the last button, also to one that was drawn meanwhile', async () => {
  shop.answer.open = () => sampleView('done', { order: null });
  const page = await shop.visit(`FlexSDK.apply({}); ${button(`createOrder() {}, onSign: hear('onSign')`)}`);
  await heardIncludes(page, 'onSign');
  assert.deepEqual(await heardBy(page), [['onSign', { leaseNumber: '1234567890', transactionId: 'A-1' }]]);
});

test('the order is made at the click and reaches the frame as data, dates as ISO text and numbers as written', async () => {
  const page = await shop.visit(openingButton());
  assert.equal(shop.calls.filter(({ verb }) => verb !== 'unheard').length, 0, 'nothing is sent before the click');
  await press(page);
  await modalIn(page).locator('#email').waitFor();
  assert.deepEqual(opened(), {
    verb: 'open',
    body: {
      authKey: 'public-key',
      browserLocale: 'en',
      parentOrigin: page.url().replace(/\/$/, ''),
      order: {
        transactionId: 'A-1',
        cost: 105,
        items: [
          {
            description: 'Lamp',
            sku: 'L',
            cost: 100.5,
            quantity: '1.0000',
            shipping: { cost: 5, date: '1970-01-01T00:00:00.000Z', method: 'ground' },
          },
        ],
      },
    },
  });
});

test('rendering twice leaves one button, rendering into nothing says so', async () => {
  const page = await shop.visit(`
    const button = FlexSDK.Button({ createOrder() {} });
    button.render('#box');
    button.render(document.querySelector('#box'));
    FlexSDK.Button({ createOrder() {} }).render('#box');
    try { button.render('#nowhere'); } catch (error) { hear('thrown')(error); }`);
  assert.equal(await page.locator('#box button').count(), 1);
  assert.deepEqual(await heardBy(page), [['thrown', 'FlexSDK: there is no element #nowhere to render into.']]);
});

test('an order that cannot be made reaches onError and leaves the button usable', async () => {
  const page = await shop.visit(
    button(`createOrder: () => Promise.reject(new Error('the cart is empty')), onError: hear('onError')`),
  );
  await press(page);
  await heardIncludes(page, 'onError');
  await press(page);
  await page.waitForFunction('window.heard.length === 2');
  assert.deepEqual(await heardBy(page), [
    ['onError', 'the cart is empty'],
    ['onError', 'the cart is empty'],
  ]);
});

test('an order that is no object is refused without a frame and without an unhandled rejection', async () => {
  const page = await shop.visit(
    button(`createOrder: (data, actions) => actions.transaction.create(), onError: hear('onError')`),
  );
  const unhandled: string[] = [];
  page.on('pageerror', (error) => unhandled.push(error.message));
  await press(page);
  await heardIncludes(page, 'onError');
  assert.deepEqual(await heardBy(page), [['onError', 'FlexSDK: transaction.create needs an order object.']]);
  assert.deepEqual(unhandled, []);
});

test('closing asks once, gives the focus back to the button, and the same order can be opened again', async () => {
  const page = await shop.visit(openingButton());
  await press(page);
  const modal = modalIn(page);
  await modal.locator('#email').fill('half@typed');
  await page.keyboard.press('Escape');
  await modal.getByRole('button', { name: 'Keep going' }).click();
  await modal.getByRole('button', { name: 'Close' }).click();
  await modal.getByRole('alertdialog').getByRole('button', { name: 'Close' }).click();
  await heardIncludes(page, 'outcome');
  assert.deepEqual((await heardBy(page)).map(([name]) => name).sort(), ['onCancel', 'onClose', 'outcome']);
  assert.equal(await page.evaluate('document.activeElement.shadowRoot.activeElement.tagName'), 'BUTTON');
  await press(page);
  await modal.locator('#email').waitFor();
  assert.equal(await modal.locator('#email').inputValue(), 'half@typed', 'what was typed is still there');
  assert.equal(shop.calls.filter(({ verb }) => verb === 'open').length, 2);
});

test('a signed lease is told once, and the server hears it after the page has taken it', async () => {
  shop.answer.open = () => sampleView('done');
  const page = await shop.visit(openingButton(`onSign: async (data) => { hear('onSign')(data); }`));
  await press(page);
  await modalIn(page).getByText('closes by itself').waitFor();
  await modalIn(page).getByRole('button', { name: 'Back to Marlow & Finch' }).click();
  await heardIncludes(page, 'outcome');
  const heard = await heardBy(page);
  assert.deepEqual(
    heard.filter(([name]) => name === 'onSign'),
    [['onSign', { leaseNumber: '1234567890', transactionId: 'A-1' }]],
  );
  assert.deepEqual(
    heard.filter(([name]) => name === 'outcome'),
    [['outcome', { status: 'signed' }]],
  );
  assert.equal(shop.calls.filter(({ verb }) => verb === 'heard').length, 1);
});

test('a page whose onSign fails is told again at the next opening, and the server is not told it was heard', async () => {
  shop.answer.open = () => sampleView('done');
  const page = await shop.visit(
    openingButton(
      `onSign: () => { hear('onSign')(); if (heard.filter(([name]) => name === 'onSign').length === 1) throw new Error('store is down'); }`,
    ),
  );
  await press(page);
  await modalIn(page).getByText('has not confirmed yet').waitFor();
  assert.equal(shop.calls.filter(({ verb }) => verb === 'heard').length, 0);
  await modalIn(page).getByRole('button', { name: 'Back to Marlow & Finch' }).click();
  await heardIncludes(page, 'outcome');
  await press(page);
  await modalIn(page).getByText('closes by itself').waitFor();
  await shopHears('heard');
  assert.equal(shop.calls.filter(({ verb }) => verb === 'heard').length, 1);
});

test('a lease whose signature the page has heard is not told again', async () => {
  const done = sampleView('done');
  shop.answer.open = () => ({ ...done, done: { ...done.done!, heard: true } });
  const page = await shop.visit(openingButton(`onSign: hear('onSign')`));
  await press(page);
  await modalIn(page).getByText('closes by itself').waitFor();
  assert.equal(
    (await heardBy(page)).some(([name]) => name === 'onSign'),
    false,
  );
});

test('the decision reaches the page with the limit and nothing personal', async () => {
  shop.answer.open = () => sampleView('decision');
  const page = await shop.visit(openingButton(`onDecision: (data) => hear('onDecision')(JSON.parse(atob(data)))`));
  await press(page);
  await heardIncludes(page, 'onDecision');
  assert.deepEqual(await heardBy(page), [['onDecision', { decision: 'approved', spendingLimit: 1500 }]]);
});

test('that there is no answer yet reaches the page too, and the answer that follows it', async () => {
  const { decision } = sampleView('decision');
  const pending = { ...decision!, status: 'pending', limitCents: 0, waitsFor: 'operator' } as const;
  shop.answer.open = () => sampleView('decision', { decision: pending });
  const page = await shop.visit(
    openingButton(`onClose: hear('onClose'), onDecision: (data) => hear('onDecision')(JSON.parse(atob(data)))`),
  );
  await press(page);
  await heardIncludes(page, 'onDecision');
  assert.deepEqual(await heardBy(page), [['onDecision', { decision: 'pending', spendingLimit: 0 }]]);
  shop.answer.view = () => sampleView('decision');
  await page.frames()[1]!.evaluate(`dispatchEvent(new Event('focus'))`);
  await modalIn(page).locator('.hero-figure').waitFor();
  await page.keyboard.press('Escape');
  await modalIn(page).getByRole('alertdialog').getByRole('button', { name: 'Close' }).click();
  await heardIncludes(page, 'onClose');
  assert.deepEqual((await heardBy(page))[1], ['onDecision', { decision: 'approved', spendingLimit: 1500 }]);
});

test('a no reaches the page by its own name too, and who goes back to the store for more is no one who gave up', async () => {
  const { decision } = sampleView('decision');
  const handlers = ['onDeny', 'onReturnToStore'].map((name) => `${name}: hear('${name}')`).join(', ');
  shop.answer.open = () => sampleView('decision', { decision: { ...decision!, status: 'denied', limitCents: 0 } });
  const denied = await shop.visit(openingButton(handlers));
  await press(denied);
  await heardIncludes(denied, 'onDeny');
  assert.deepEqual(await heardBy(denied), [['onDeny', null]]);

  shop.answer.open = () => sampleView('decision');
  const approved = await shop.visit(openingButton(handlers));
  await press(approved);
  await modalIn(approved).getByRole('button', { name: 'Back to the store to add something' }).click();
  await heardIncludes(approved, 'onClose');
  const heard = (await heardBy(approved)).map(([name]) => name);
  assert.deepEqual(heard.sort(), ['onClose', 'onReturnToStore', 'outcome']);
});

test('the button fills its box and cuts no word off, from the smallest size to a wide one, in either language', async () => {
  const sizes = [
    { width: 240, height: 38 },
    { width: 300, height: 44 },
    { width: 500, height: 56 },
  ];
  for (const locale of ['en', 'es']) {
    const boxes = sizes.map(({ width, height }, at) => {
      const style = `position: absolute; top: ${at * 80}px; width: ${width}px; height: ${height}px`;
      return `const box${at} = document.createElement('div'); box${at}.style.cssText = '${style}';
        document.body.append(box${at}); FlexSDK.Button({ createOrder() {}, locale: '${locale}' }).render(box${at});`;
    });
    const page = await shop.visit(boxes.join('\n'));
    const buttons = page.getByRole('button', { name: /FlexPay/ });
    for (const [at, size] of sizes.entries()) {
      const { width, height } = (await buttons.nth(at).boundingBox())!;
      assert.deepEqual({ width, height }, size);
      const isCut = await buttons.nth(at).evaluate((each) => each.scrollWidth > each.clientWidth);
      assert.equal(isCut, false, `${locale}, ${width} px`);
    }
  }
});

test('a refused order is said in the modal and to onError', async () => {
  shop.answer.open = () => ({ refused: 400, code: 'InvalidTransactionId', message: 'This order has been used.' });
  const page = await shop.visit(openingButton());
  await press(page);
  await modalIn(page).getByText('This order has been signed already.').waitFor();
  await heardIncludes(page, 'onError');
  assert.deepEqual(await heardBy(page), [['onError', 'This order has been used.']]);
});

test('a message from another window, with another nonce or another version opens nothing', async () => {
  const page = await shop.visit(openingButton());
  await page.locator('iframe').waitFor({ state: 'attached' });
  await modalIn(page).locator('#frame').waitFor({ state: 'attached' });
  const origin = new URL((await page.locator('iframe').getAttribute('src'))!).origin;
  const forge = (message: object) =>
    page.evaluate(
      ([origin, message]) => {
        const host = [...document.body.children].find((each) => each.shadowRoot?.querySelector('iframe'));
        const frame = host?.shadowRoot?.querySelector('iframe');
        frame?.contentWindow?.postMessage(message, origin as string, [new MessageChannel().port1]);
      },
      [origin, message] as const,
    );
  await forge({ flexpay: 'open', version: 1, nonce: 'guessed', order: {} });
  await forge({ flexpay: 'open', version: 2, nonce: '', order: {} });
  await page.evaluate(() => window.postMessage({ flexpay: 'ready', version: 1, nonce: '' }, '*'));
  await press(page);
  await modalIn(page).locator('#email').waitFor();
  assert.equal(shop.calls.filter(({ verb }) => verb === 'open').length, 1, 'only the click opened it');
});

test('a page that died before it heard of a signature is told when it loads again, and not a second time', async () => {
  shop.answer.open = () => sampleView('done');
  const page = await shop.visit(
    openingButton(
      `onSign: (data) => { hear('onSign')(data); if (!sessionStorage.up) throw new Error('store is down'); }`,
    ),
  );
  await press(page);
  await modalIn(page).getByText('has not confirmed yet').waitFor();
  shop.unheard = { leaseNumber: '1234567890', transactionId: 'A-1' };
  await page.evaluate(() => sessionStorage.setItem('up', 'yes'));
  await page.reload();
  await heardIncludes(page, 'onSign');
  assert.deepEqual(await heardBy(page), [['onSign', { leaseNumber: '1234567890', transactionId: 'A-1' }]]);
  await shopHears('heard');
  assert.equal(await page.evaluate('FlexSDK.recover()'), true, 'it is taken');
  assert.equal((await heardBy(page)).length, 1, 'and told once');
  assert.equal(await page.locator('dialog[open]').count(), 0, 'nothing was shown');
});

test('recover() asks at once and tells the handler it is given', async () => {
  shop.unheard = { leaseNumber: '5550000001', transactionId: 'A-2' };
  const page = await shop.visit('');
  await page.evaluate(
    `FlexSDK.recover({ onSign: (data) => { hear('recovered')(data); } }).then((found) => { hear('found')(found); })`,
  );
  assert.deepEqual(await heardBy(page), [
    ['recovered', { leaseNumber: '5550000001', transactionId: 'A-2' }],
    ['found', true],
  ]);
  await shopHears('heard');
  assert.equal(await page.evaluate('FlexSDK.recover()'), false, 'nobody listens');
  shop.unheard = null;
  assert.equal(await page.evaluate(`FlexSDK.recover({ onSign() {} })`), false);
});

test('a button looks as the page wants, and goes away when the page says so', async () => {
  const page = await shop.visit(`
    window.pay = FlexSDK.Button({ createOrder() {}, style: { color: 'black', shape: 'pill' }, nonce: 'unused', later: 1 });
    pay.render('#box');
    hear('eligible')(pay.isEligible());`);
  const look = page.locator('#box button');
  assert.deepEqual(
    await look.evaluate((each) => [getComputedStyle(each).backgroundColor, getComputedStyle(each).borderRadius]),
    ['rgb(17, 17, 17)', '999px'],
  );
  assert.deepEqual(await heardBy(page), [['eligible', true]]);
  await page.evaluate('pay.unmount(); pay.unmount();');
  assert.equal(await page.locator('#box > *').count(), 0);
  await page.evaluate(`pay.render('#box')`);
  assert.equal(await look.count(), 1, 'and comes back');
});

const opened = () => shop.calls.find(({ verb }) => verb === 'open');

/** Until the frame has called this verb. */
async function shopHears(verb: string): Promise<void> {
  while (!shop.calls.some((call) => call.verb === verb)) await new Promise((again) => setTimeout(again, 20));
}

test('prices on a page are asked for together, follow the cart, and where nothing may be said nothing stands', async () => {
  shop.priceText = (amount) => (amount === '20~A%2CB' ? null : `$4.04 a week for 52 weeks, $${amount} in total.`);
  const page = await shop.visit(`
    for (const [amount, state, sku] of
      [['210.00', 'TX'], ['20', 'TX', 'A,B'], ['99.00', 'TX'], ['nonsense', 'TX'], ['210.00', '']]) {
      const said = document.createElement('flexpay-message');
      said.setAttribute('amount', amount);
      if (sku) said.setAttribute('sku', sku);
      if (state) said.setAttribute('state', state);
      document.body.append(said);
    }`);
  const said = page.locator('flexpay-message');
  await said.nth(0).getByText('$4.04 a week for 52 weeks, $210.00 in total.').waitFor();
  await said.nth(4).getByText('$210.00 in total').waitFor();
  assert.deepEqual(
    shop.calls.filter(({ verb }) => verb === 'messages').map(({ body }) => body),
    [
      { authKey: 'public-key', locale: 'en', state: 'TX', amounts: '210.00,20~A%2CB,99.00' },
      { authKey: 'public-key', locale: 'en', state: '', amounts: '210.00' },
    ],
  );
  assert.deepEqual(await said.evaluateAll((all) => all.map((one) => one.shadowRoot!.querySelector('p')!.hidden)), [
    false,
    true,
    false,
    true,
    false,
  ]);
  const fonts = await said
    .nth(0)
    .evaluate((one) => [...one.shadowRoot!.querySelectorAll('b')].map((bold) => getComputedStyle(bold).font));
  assert.deepEqual([fonts.length, new Set(fonts).size], [2, 1], 'the total is as large as the payment');
  await said.nth(1).evaluate((one) => {
    one.setAttribute('amount', '315.00');
    one.removeAttribute('sku');
  });
  await said.nth(1).getByText('$315.00 in total').waitFor();
});
