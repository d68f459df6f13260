import assert from 'node:assert/strict';
import http from 'node:http';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import type { InboxAnswer } from '#contract/v3/sandbox.ts';
import { startChromium } from '../start-chromium.ts';
import { type StartedHouse, startHouse } from '../start-house.ts';
import { axeFindsNothing } from './axe.ts';
import { errorsOn, openPage } from './hosted-tab.ts';
import {
  ada,
  apply,
  giveBank,
  giveEmail,
  givePassword,
  givePersonal,
  modalFrame,
  newDevice,
  openTab,
  pay,
  person,
  phone,
  sign,
  transactionOf,
} from './shopper.ts';
import { lampOrder, openStreet, type Street } from './street.ts';

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

type Checkout = { id: string; redirectUri: string };

const checkout = (body: object) => street.store.post<Checkout>('/v3/checkout', body);

test('a new customer follows the redirect to a signed lease, goes back to the store, and the store finalizes', async () => {
  const who = person('Maren');
  const returnUrl = `http://localhost:${new URL(house.baseUrl).port}/store`;
  const known = {
    firstName: who.firstName,
    lastName: who.lastName,
    email: who.email,
    phones: { mobile: '512 555 0142' },
    address: { street1: '1904 Guadalupe Street', city: 'Austin', region: 'TX', postalCode: '78705' },
  };
  const body = { transactionId: 'HOSTED-1', items: lampOrder, customer: known, returnUrl };
  const { id, redirectUri } = await getWithBody('/checkout/', body);
  const device = await newDevice(browser);
  const errors = errorsOn(device);
  const tab = await openPage(device, redirectUri);
  const { page, modal, sees, says } = tab;
  const look = (what: string) => axeFindsNothing(page, what);
  await sees('email');
  await page.getByRole('link', { name: 'Back to Marlow & Finch' }).waitFor();
  assert.equal(await modal.getByLabel('E-mail', { exact: true }).inputValue(), who.email);
  await look('the first screen of the hosted page');
  await says('Continue');
  await sees('profile');
  assert.equal(await modal.getByLabel('Street address', { exact: true }).inputValue(), '1904 Guadalupe Street');
  await modal.getByLabel('Choose a password', { exact: true }).fill(who.password);
  await says('Continue');
  await sees('personal');
  await page.reload();
  await sees('personal');
  await givePersonal(tab, who);
  await sees('bank');
  await giveBank(tab, who.account);
  await sees('decision');
  await look('the decision on the hosted page');
  await says('Review my order');
  await sees('review');
  await look('the review on the hosted page');
  await sign(tab, street, who);
  await page.getByRole('button', { name: 'Back' }).click();
  await sees('agreement');
  await look('the agreement on the hosted page');
  const saved = page.waitForEvent('download');
  await says('Download as PDF');
  assert.match((await saved).suggestedFilename(), /^agreement-.*\.pdf$/);
  await says('Back');
  await sees('review');
  await sign(tab, street, who);
  await pay(tab);
  await sees('done');
  const { lease_number: leaseNumber } = await street.record('HOSTED-1', 'l.lease_number');
  await modal.getByText(`Agreement ${leaseNumber}`).waitFor();
  await modal.getByText('What happens next').waitFor();
  await look('done, on the hosted page');
  await page.reload();
  await sees('done');
  await modal.getByRole('button', { name: 'Back to Marlow & Finch' }).click();
  await page.waitForURL(returnUrl);

  const stranger = await openPage(await newDevice(browser), redirectUri);
  await stranger.page.getByRole('heading', { name: 'This order is signed' }).waitFor();
  await stranger.page.getByText(`Lease number ends in ${String(leaseNumber).slice(-4)}`).waitFor();
  assert.doesNotMatch(await stranger.page.locator('body').innerText(), new RegExp(who.firstName));
  await axeFindsNothing(stranger.page, 'a signed link elsewhere');
  assert.match(id, /^[0-9a-f]{24}$/);
  assert.equal((await street.transaction('HOSTED-1')).lease.status, 'signed');
  await street.store.post('/v3/transactions/HOSTED-1/finalize');
  assert.deepEqual(errors, []);
  await street.auditIsGreen();
});

test('on a phone a new customer walks the whole way, leaves, and comes back to where it was', async () => {
  const who = person('Tilda');
  const { redirectUri } = await checkout({ transactionId: 'HOSTED-2', items: lampOrder });
  const tab = await openPage(await newDevice(browser, phone), redirectUri);
  const { page, modal, sees, says } = tab;
  await sees('email');
  await modal.getByRole('button', { name: 'Close' }).click();
  await modal.getByRole('alertdialog').getByRole('button', { name: 'Close' }).click();
  await page.getByRole('heading', { name: 'You can come back' }).waitFor();
  await axeFindsNothing(page, 'left');
  await page.setViewportSize(phone);
  await page.getByRole('button', { name: 'Go on here' }).click();
  await sees('email');
  await apply(tab, who);
  await says('Review my order');
  await sees('review');
  assert.equal(await page.evaluate('document.documentElement.scrollWidth > innerWidth'), false);
  await sign(tab, street, who);
  await pay(tab);
  await sees('done');
  await axeFindsNothing(page, 'done without a way back');
  await street.store.post('/v3/transactions/HOSTED-2/finalize');
  await street.auditIsGreen();
});

test('a known customer gives the password and stands at the review; a second device goes on after its own login', async () => {
  const { redirectUri } = await checkout({ transactionId: 'HOSTED-3', items: lampOrder });
  const first = await openPage(await newDevice(browser), redirectUri);
  await first.sees('email');
  await giveEmail(first, ada.email);
  await first.sees('password');
  await givePassword(first, ada.password);
  await first.sees('review');
  await first.says('Continue to the agreement');
  await first.sees('agreement');

  const second = await openPage(await newDevice(browser), redirectUri);
  await second.sees('email');
  assert.doesNotMatch(await second.page.locator('body').innerText(), /Ada|Okafor/);
  await giveEmail(second, ada.email);
  await second.sees('password');
  await givePassword(second, ada.password);
  await second.sees('agreement');
});

test('sendLink: from the inbox to a signed lease, on the page that is for this one agreement', async () => {
  const shopper = await street.shopper('Ottilie');
  const who = person('Ottilie', { email: shopper.email });
  await shopper.lease('LINKED-1', lampOrder, '?sendLink=true');
  const { messages } = await street.store.get<InboxAnswer>(`/sandbox/inbox?to=${shopper.email}`);
  const address = /http:\S+\/pay\?id=\S+/.exec(messages[0]?.body ?? '')?.[0] ?? '';
  const tab = await openPage(await newDevice(browser), address);
  const { page, modal, sees, says } = tab;
  await sees('email');
  await modal.getByText('Your agreement is ready to sign').waitFor();
  await axeFindsNothing(page, 'the first screen of a link to one agreement');
  await giveEmail(tab, ada.email);
  await modal.getByText('made for another address').waitFor();
  await axeFindsNothing(page, 'the wrong address');
  await giveEmail(tab, shopper.email);
  await sees('password');
  await says('Send the code');
  await sees('passcode');
  const { messages: codes } = await street.store.get<InboxAnswer>(`/sandbox/inbox?to=${shopper.email}`);
  await modal.getByLabel('One-time code').fill(/\d{6}/.exec(codes[0]?.body ?? '')?.[0] ?? '');
  await says('Continue');
  await sign(tab, street, who, { isAtAgreement: true });
  await pay(tab);
  await sees('done');
  await street.store.post('/v3/transactions/LINKED-1/finalize');
  await street.auditIsGreen();
});

test('an unknown link and one whose time is over say what to do', async () => {
  const { redirectUri } = await checkout({ transactionId: 'HOSTED-4', items: lampOrder });
  const tab = await openPage(await newDevice(browser), `${house.baseUrl}/pay?id=0123456789abcdef01234567`);
  await tab.page.getByRole('heading', { name: 'There is no checkout at this address' }).waitFor();
  await axeFindsNothing(tab.page, 'an unknown link');
  await street.advance('P4D');
  await tab.page.goto(redirectUri);
  await tab.page.getByRole('heading', { name: 'This page is no longer open' }).waitFor();
  await axeFindsNothing(tab.page, 'a link whose time is over');
});

test('somebody goes on on their phone by a link, logs in there and signs; the store’s page on the desk hears of it', async () => {
  const desk = await openTab(await newDevice(browser), house);
  await desk.putInBag('halden-desk-lamp');
  await desk.press('email');
  await giveEmail(desk, ada.email);
  await givePassword(desk, ada.password);
  await desk.sees('review');
  const transactionId = await transactionOf(desk);
  await desk.says('Your account');
  await desk.says('E-mail me the link');
  await desk.modal.getByText('The link is on its way').waitFor();
  await axeFindsNothing(desk.page, 'the link for another device');
  const { messages } = await street.store.get<InboxAnswer>(`/sandbox/inbox?to=${ada.email}`);
  const address = /http\S+/.exec(messages[0]?.body ?? '')?.[0] ?? '';
  assert.doesNotMatch(address, /ada|okafor/i);
  const hand = await openPage(await newDevice(browser, phone), address);
  await hand.sees('email');
  assert.doesNotMatch(await hand.page.locator('body').innerText(), /Ada|Okafor/);
  await giveEmail(hand, ada.email);
  await givePassword(hand, ada.password);
  await hand.sees('review');
  await sign(hand, street, ada);
  await pay(hand);
  await hand.sees('done');
  await (await modalFrame(desk.page)).evaluate(() => dispatchEvent(new Event('focus')));
  await desk.page.getByText(`Thank you. Order ${transactionId}`).waitFor();
  await street.auditIsGreen();
});

/** A GET with a body, as the documented call is; by node:http, because fetch sends none. */
function getWithBody(path: string, body: object): Promise<Checkout> {
  const text = JSON.stringify(body);
  const headers = { authorization: house.apiKey, 'content-length': Buffer.byteLength(text) };
  return new Promise((resolve, reject) => {
    const request = http.request(new URL(path, house.baseUrl), { method: 'GET', headers }, (response) => {
      let received = '';
      response.setEncoding('utf8').on('data', (part) => {
        received += part;
      });
      response.on('end', () => {
        if (response.statusCode === 200) resolve(JSON.parse(received).data);
        else reject(new Error(received));
      });
    });
    request.on('error', reject);
    request.end(text);
  });
}
