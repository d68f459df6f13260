import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, BrowserContext, Frame, Page } from 'playwright-core';
import { startChromium } from '../start-chromium.ts';
import { type StartedHouse, startHouse } from '../start-house.ts';
import {
  apply,
  modalFrame,
  newDevice,
  openTab,
  type Person,
  pay,
  person,
  sign,
  signaturesTold,
  transactionOf,
} from './shopper.ts';
import { openStreet, type Street } from './street.ts';

let house: StartedHouse;
let street: Street;
let browser: Browser;

before(async () => {
  house = await startHouse();
  browser = await startChromium();
  street = openStreet(house);
});
after(async () => {
  await browser?.close();
  await house?.stop();
});

test('a new customer leases a lamp, the store ships it, and it is delivered', async (t) => {
  const device = await newDevice(browser);
  const told = signaturesTold(device);
  const addresses: string[] = [];
  device.on('request', (request) => addresses.push(decodeURIComponent(request.url())));
  const messages = await messagesOf(device);
  const tab = await openTab(device, house);
  const { page, modal, says, sees } = tab;
  const who = person('Maren');

  await tab.go('/store');
  await page.getByRole('link', { name: /Halden desk lamp/ }).click();
  await page.getByRole('button', { name: 'Add to bag' }).click();
  await page.getByRole('link', { name: 'Look at your bag' }).click();
  await page.getByRole('link', { name: 'Check out' }).click();
  await page.getByRole('button', { name: /FlexPay/ }).waitFor();
  const readyAfterMs = clickToReady(page, await modalFrame(page));
  await tab.press('email');
  t.diagnostic(`from the click to a modal that can be typed into: ${await readyAfterMs} ms`);
  assert.equal(new URL(page.url()).hostname, 'localhost');
  assert.match((await page.locator('iframe[title=FlexPay]').getAttribute('src')) ?? '', /^http:\/\/127\.0\.0\.1:/);

  await apply(tab, who);
  await modal.getByText('Maren, you can lease up to').waitFor();
  await says('Review my order');
  await sees('review');
  const figures = modal.locator('.plate-grid');
  assert.deepEqual(await figures.locator('dt').allInnerTexts(), [
    'Each week',
    'Number of payments',
    'Cash price',
    'Total of payments',
  ]);
  assert.deepEqual(await figures.locator('dd').allInnerTexts(), ['$4.04', '52', '$105.00', '$210.00']);

  const transactionId = await transactionOf(tab);
  await sign(tab, street, who);
  assert.deepEqual(told, [], 'nothing is signed before the first payment');
  await pay(tab);
  await sees('done');
  await modal.getByText('Signed and paid').waitFor();
  await says('Back to Marlow & Finch');
  await page.getByText(`Thank you. Order ${transactionId}`).waitFor();
  const { lease_number: leaseNumber } = await street.record(transactionId, 'l.lease_number');
  assert.deepEqual(told, [{ leaseNumber, transactionId }]);
  await page.getByText(`lease ${leaseNumber}`).waitFor();
  const letters = await street.letters(who.email);
  assert.ok(
    letters.some((letter) => letter.startsWith(`Your lease ${leaseNumber} with Marlow & Finch`)),
    `${letters}`,
  );

  await page.getByRole('link', { name: 'For our staff: orders' }).click();
  await page.getByRole('link', { name: transactionId }).click();
  await page.getByLabel('Carrier').fill('UPS');
  await page.getByRole('button', { name: 'Confirm shipment' }).click();
  await page.getByRole('button', { name: 'Confirm delivery' }).click();
  await page.getByRole('button', { name: 'Take back' }).waitFor();
  const { items } = await street.transaction(transactionId);
  assert.deepEqual(items[0]?.quantityByStatus, { ordered: 1, delivered: 1 });
  assert.ok(
    addresses.some((address) => address.includes('/modal/api/')),
    'the modal was listened to',
  );
  assert.deepEqual(personalIn(addresses, who), [], 'an address ends up in histories and in logs of others');
  assert.ok(
    messages.some((message) => message.includes(leaseNumber as string)),
    'the signature was heard',
  );
  assert.deepEqual(
    personalIn(messages, who),
    [],
    'the store’s page and whoever listens there learn nothing of the shopper',
  );
  await street.auditIsGreen();
});

/** Every message that passes between the store's page and our frame, by window or by port. */
async function messagesOf(device: BrowserContext): Promise<readonly string[]> {
  const messages: string[] = [];
  await device.exposeBinding('heard', (_source, message: string) => void messages.push(message));
  await device.addInitScript(() => {
    const { heard } = window as unknown as { heard(message: string): void };
    addEventListener('message', ({ data }) => heard(JSON.stringify(data)), { capture: true });
    const send = MessagePort.prototype.postMessage;
    MessagePort.prototype.postMessage = function (this: MessagePort, message: unknown, more?: object) {
      heard(JSON.stringify(message));
      send.call(this, message, more);
    };
  });
  return messages;
}

/** Those texts that hold something about a person. */
function personalIn(texts: readonly string[], { email, firstName, lastName, password, ssn, account }: Person) {
  const home = ['512 555 0142', '5125550142', '1904', 'Guadalupe', '78705', '1991-02-28', '02281991', ssn.slice(-4)];
  const told = [email, email.split('@')[0]!, firstName, lastName, password, ssn, account, account.slice(-4), ...home];
  // A figure counts whole: a limit of 150000 cents is no SSN that ends in 1500.
  const patterns = told.map((text) => new RegExp(`(?<!\\d)${text.replaceAll('.', '\\.')}(?!\\d)`, 'i'));
  return texts.filter((one) => patterns.some((pattern) => pattern.test(one)));
}

/** How long the next click takes until the e-mail can be typed, by the browser's own clock. */
async function clickToReady(page: Page, frame: Frame): Promise<number> {
  const clicked = page.evaluate(
    () =>
      new Promise<number>((resolve) => {
        addEventListener('click', (event) => resolve(performance.timeOrigin + event.timeStamp), { capture: true });
      }),
  );
  const ready = frame.evaluate(
    () =>
      new Promise<number>((resolve) => {
        const look = () =>
          document.activeElement?.id === 'email'
            ? resolve(performance.timeOrigin + performance.now())
            : requestAnimationFrame(look);
        look();
      }),
  );
  return Math.round((await ready) - (await clicked));
}
