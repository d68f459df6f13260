import assert from 'node:assert/strict';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { after, before, beforeEach, test } from 'node:test';
import type { Page } from 'playwright-core';
import { sampleView } from '../web/checkout/sample-views.ts';
import { heardBy, modalIn, openTestShop, type TestShop } from './test-shop.ts';

// Pages that are careless, strict or in the wrong hands: the button keeps its word on each of them.

let shop: TestShop;
before(async () => {
  shop = await openTestShop();
});
after(() => shop.close());
beforeEach(async () => {
  await shop.empty();
  shop.answer.open = () => sampleView('email');
});

const desktop = { width: 1280, height: 900 };
const phone = { width: 390, height: 844 };

const button = `FlexSDK.Button({
    createOrder: (data, actions) => actions.transaction.create({ transactionId: 'A-1', items: [] }),
    onCancel: hear('onCancel'), onClose: hear('onClose'), onError: hear('onError'), onSign: hear('onSign'),
  }).render('#box');
  addEventListener('securitypolicyviolation', ({ violatedDirective }) => heard.push(['refused', violatedDirective]));`;

const press = (page: Page) => page.locator('#box button').click();
const opens = () => shop.calls.filter(({ verb }) => verb === 'open').length;

async function closeByAsking(page: Page): Promise<void> {
  await modalIn(page).getByRole('button', { name: 'Close' }).click();
  await modalIn(page).getByRole('alertdialog').getByRole('button', { name: 'Close' }).click();
  await page.locator('dialog[open]').waitFor({ state: 'detached' });
}

for (const [where, size] of Object.entries({ desktop, phone })) {
  test(`two tags of the script, at two addresses, are one SDK, on a ${where}: one button, one frame, each callback once`, async () => {
    const page = await shop.visit(`${button} ${button}`, { ...size, tags: 2 });
    assert.equal(await page.locator('script[src*="/sdk/js"]').count(), 2);
    assert.equal(await page.locator('#box button').count(), 1);
    await press(page);
    await modalIn(page).locator('#email').waitFor();
    assert.equal(await page.locator('iframe').count(), 1);
    assert.equal(opens(), 1);
    await closeByAsking(page);
    assert.deepEqual(await heardBy(page), [
      ['onCancel', null],
      ['onClose', null],
    ]);
  });

  test(`a shopper who leaves the page and comes back by the browser’s button finds it working, on a ${where}`, async () => {
    for (const keepsPages of [false, true]) {
      const page = await shop.visit(
        `${button} addEventListener('pageshow', (event) => { window.kept = event.persisted; });`,
        { ...size, keepsPages },
      );
      await press(page);
      await modalIn(page).locator('#email').waitFor();
      await closeByAsking(page);
      await page.goto(`${shop.houseUrl}/static/checkout/index.html`);
      await page.goBack({ waitUntil: 'commit' });
      await page.waitForFunction(() => 'kept' in window);
      assert.equal(await page.evaluate('kept'), keepsPages);
      await page.evaluate('heard.length = 0');
      const before = opens();
      await press(page);
      await page.locator('dialog[open]').waitFor();
      while (opens() === before) await new Promise((again) => setTimeout(again, 20));
      assert.equal(await page.locator('iframe').count(), 1);
      assert.deepEqual(await heardBy(page), []);
      await page.context().close();
    }
  });

  test(`a policy that knows scripts by nonce and by who loads them hears no complaint of us, on a ${where}`, async () => {
    const page = await shop.visit('window.later = []', {
      ...size,
      headers: {
        'content-security-policy': `default-src 'none'; script-src 'nonce-r4nd0m' 'strict-dynamic'; frame-src ${shop.houseUrl}; connect-src ${shop.houseUrl}; require-trusted-types-for 'script'; base-uri 'none'`,
      },
      inline: `window.heard = []; const hear = (name) => (data) => { heard.push([name, data ?? null]); };
        const tag = document.createElement('script');
        const policy = trustedTypes.createPolicy('page', { createScriptURL: (url) => url });
        tag.src = policy.createScriptURL('${shop.houseUrl}/sdk/js?authKey=public-key');
        tag.onload = () => { ${button} };
        document.head.append(tag);`,
    });
    await press(page);
    await modalIn(page).locator('#email').waitFor();
    await closeByAsking(page);
    assert.deepEqual(await heardBy(page), [
      ['onCancel', null],
      ['onClose', null],
    ]);
  });

  test(`with reduced motion nothing over the page moves, the frame has a name, and the focus stays inside, on a ${where}`, async () => {
    const page = await shop.visit(button, { ...size, reducedMotion: 'reduce' });
    await press(page);
    await modalIn(page).locator('#email').waitFor();
    const moving = () => document.getAnimations().length;
    assert.equal(await page.evaluate(moving), 0);
    const inFrame = page.frames().find((frame) => frame.url().includes('/modal'))!;
    const longest = await inFrame.evaluate(() =>
      Math.max(
        ...[...document.querySelectorAll('*')].flatMap((each) => {
          const { animationDuration, transitionDuration } = getComputedStyle(each);
          return `${animationDuration},${transitionDuration}`.split(',').map((time) => Number.parseFloat(time));
        }),
      ),
    );
    assert.ok(longest <= 0.01, `something moves for ${longest} s`);
    assert.equal(await page.locator('iframe').getAttribute('title'), 'FlexPay');
    for (let tab = 0; tab < 20; tab += 1) {
      await page.keyboard.press(tab % 4 === 3 ? 'Shift+Tab' : 'Tab');
      const outside = await page.evaluate(
        () => document.activeElement?.id === 'box' || document.activeElement?.tagName === 'H1',
      );
      assert.equal(outside, false);
    }
    assert.equal(await page.evaluate(() => document.activeElement?.shadowRoot?.activeElement?.tagName), 'IFRAME');
    await page.keyboard.press('Escape');
    await modalIn(page).getByRole('alertdialog').getByRole('button', { name: 'Close' }).click();
    await page.waitForFunction(() => document.activeElement?.shadowRoot?.activeElement?.tagName === 'BUTTON');
  });
}

test('a frame that somebody else has taken over is given no order, however well it says the words', async () => {
  const evil = await stranger(`<script>
    window.got = [];
    addEventListener('message', ({ data }) => got.push(data));
    parent.postMessage({ flexpay: 'ready', version: 1, nonce: location.hash.slice(1) }, '*');
  </script>`);
  const page = await shop.visit(button, { frames: `${shop.houseUrl} ${evil.url}` });
  const frame = page.locator('iframe');
  await frame.waitFor({ state: 'attached' });
  await modalIn(page).locator('#frame').waitFor({ state: 'attached' });
  await frame.evaluate((element, url) => {
    const taken = element as HTMLIFrameElement;
    taken.src = `${url}/${new URL(taken.src).hash}`;
  }, evil.url);
  const other = await frameAt(page, evil.url);
  await page.evaluate(`document.querySelector('#box > *').shadowRoot.querySelector('button').click()`);
  await page.locator('dialog[open]').waitFor();
  await page.waitForTimeout(300);
  assert.deepEqual(await other.evaluate('got'), []);
  assert.equal(opens(), 0);
  evil.server.close();
});

test('our frame takes no order from a page that is not the one it was opened for', async () => {
  const store = 'http://store.example';
  const address = `${shop.houseUrl}/modal?authKey=public-key&parent=${encodeURIComponent(store)}#77`;
  const evil = await stranger(`<iframe src="${address}"></iframe><script>
    const say = () => document.querySelector('iframe').contentWindow.postMessage(
      { flexpay: 'open', version: 1, nonce: '77', order: { transactionId: 'X' } }, '*', [new MessageChannel().port1]);
    setInterval(say, 50);
    window.got = [];
    addEventListener('message', ({ data }) => got.push(data));
  </script>`);
  const page = await (await shop.browser.newContext()).newPage();
  await page.goto(evil.url);
  await frameAt(page, shop.houseUrl);
  await page.waitForTimeout(500);
  assert.equal(opens(), 0);
  assert.deepEqual(await page.evaluate('got'), [], 'it says nothing to whom it was not opened for');
  evil.server.close();
});

test('a message of another version, and one that is no message of ours, is passed over', async () => {
  const page = await shop.visit(button);
  await modalIn(page).locator('#frame').waitFor({ state: 'attached' });
  const frame = page.frames().find((each) => each.url().includes('/modal'))!;
  for (const message of [{ flexpay: 'ready', version: 2, nonce: 'x' }, { flexpay: 'ready' }, 'ready', null, 7]) {
    await frame.evaluate((said) => parent.postMessage(said, '*'), message);
  }
  await press(page);
  await modalIn(page).locator('#email').waitFor();
  assert.equal(opens(), 1);
  assert.deepEqual(await heardBy(page), []);
});

/** A page of a stranger's, of an origin of its own. */
async function stranger(html: string): Promise<{ url: string; server: Server }> {
  const server = createServer((_request, response) => {
    response.setHeader('content-type', 'text/html');
    response.end(`<!doctype html>${html}`);
  });
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  return { server, url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` };
}

async function frameAt(page: Page, origin: string) {
  for (;;) {
    const found = page.frames().find((frame) => frame !== page.mainFrame() && frame.url().startsWith(origin));
    if (found) {
      await found.waitForLoadState();
      return found;
    }
    await new Promise((again) => setTimeout(again, 20));
  }
}
