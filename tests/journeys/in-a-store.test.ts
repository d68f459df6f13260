import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { HandOverView } from '#contract/v3/hand-overs.ts';
import { startChromium } from '../start-chromium.ts';
import { type StartedHouse, startHouse } from '../start-house.ts';
import { axeFindsNothing } from './axe.ts';
import { errorsOn, openPage } from './hosted-tab.ts';
import { readCode } from './read-code.ts';
import { apply, desk, newDevice, pay, person, phone, type Screen, sign } from './shopper.ts';
import { openStreet, type Street } from './street.ts';

let house: StartedHouse;
let street: Street;
let browser: Browser;

const tablet: Screen = { width: 820, height: 1180 };

before(async () => {
  house = await startHouse();
  street = openStreet(house);
  browser = await startChromium();
});
after(async () => {
  await browser?.close();
  await house?.stop();
});

test('an associate hands a cart over, the customer applies and signs on their phone, and the counter learns nothing else', async () => {
  const who = person('Ottilie', { ssn: '666011487' });
  const counter = await newDevice(browser, tablet);
  const heard = everythingHeard(counter);
  const errors = errorsOn(counter);
  const page = await openCounter(counter);
  await axeFindsNothing(page, 'the counter');
  await page.setViewportSize(tablet);
  await page.getByRole('button', { name: 'Hand over to the customer' }).click();
  await page.getByText('Choose at least one item.').waitFor();
  await page.getByLabel('Halden desk lamp').selectOption('1');
  await page.getByLabel('Linen cushion').selectOption('2');
  await page.getByLabel('Your associate number').fill('A-23');
  await page.getByRole('button', { name: 'Hand over to the customer' }).click();
  const code = page.getByRole('img', { name: 'Code for the customer’s camera' });
  await code.waitFor();
  await axeFindsNothing(page, 'the code at the counter');
  await page.setViewportSize(tablet);
  const address = (await readCode(browser, code)) ?? '';
  assert.equal(address, await page.locator('figcaption').innerText());
  await page.emulateMedia({ colorScheme: 'dark' });
  assert.equal(await readCode(browser, code), address, 'at night too');

  const pocket = await openPage(await newDevice(browser, phone), address);
  await pocket.sees('email');
  await reads(page, 'Open on their phone');
  assert.equal(await code.count(), 0, 'the code is gone once somebody has it');
  const stranger = await openPage(await newDevice(browser, phone), address);
  await stranger.page.getByRole('heading', { name: 'This page is open on another device' }).waitFor();

  await apply(pocket, who);
  await reads(page, 'Under way');
  await pocket.page.reload();
  await pocket.sees('decision');
  await pocket.says('Review my order');
  await pocket.sees('review');
  await sign(pocket, street, who);
  await reads(page, 'Under way');
  await pay(pocket);
  await pocket.sees('done');
  await reads(page, 'Signed');
  await axeFindsNothing(page, 'signed, at the counter');
  await page.getByRole('link', { name: 'See the order' }).click();
  await page.getByRole('heading', { name: /^MF-\d+ Not sent yet/ }).waitFor();

  const said = [...(await Promise.all(heard)), await page.content()].join('\n');
  assert.ok(said.includes('underway') && said.includes('A-23'), 'the counter’s own traffic is what is looked at');
  const { email, firstName, lastName, ssn, account, password } = who;
  for (const theirs of [
    email,
    firstName,
    lastName,
    ssn,
    account,
    password,
    '1487',
    'Guadalupe',
    '5125550142',
    'approved',
  ])
    assert.ok(!said.includes(theirs), theirs);
  assert.deepEqual(errors, []);
  await street.auditIsGreen();
});

test('whoever was declined stands at the counter like anybody else, and the next customer can be served', async () => {
  const who = person('Declan', { ssn: '666021500' });
  const page = await openCounter(await newDevice(browser, desk));
  await page.getByLabel('Halden desk lamp').selectOption('1');
  await page.getByLabel('Text the link to').fill('512 555 0199');
  await page.getByLabel('The text is in').selectOption('es');
  await page.getByRole('button', { name: 'Hand over to the customer' }).click();
  await page.getByRole('img', { name: 'Code for the customer’s camera' }).waitFor();
  const address = /https?:\S+/.exec((await textTo('+15125550199')).body)?.[0] ?? '';
  const pocket = await openPage(await newDevice(browser, phone), address);
  await pocket.sees('email');
  await apply(pocket, who);
  await reads(page, 'Under way');
  await page.getByRole('button', { name: 'Take it back' }).click();
  await reads(page, 'Taken back');
  const late = await openPage(await newDevice(browser, phone), address);
  await late.page.getByRole('heading', { name: 'This page is no longer open' }).waitFor();
  await page.getByRole('link', { name: 'Next customer' }).click();
  await page.getByRole('heading', { name: 'Counter' }).waitFor();
  await street.auditIsGreen();
});

test('a new code for whoever lost it: the link before it is over', async () => {
  const items = [{ sku: 'LAMP-1', description: 'Desk lamp', brand: 'Halden', cost: 120.34, quantity: 1 }];
  const cart = { transactionId: 'COUNTER-1', items, associateId: 'A-17' };
  const made = await street.store.post<HandOverView>('/v3/hand-overs', cart);
  const renewed = await street.store.post<HandOverView>(`/v3/hand-overs/${made.id}/renew`, {});
  const late = await openPage(await newDevice(browser, phone), made.redirectUri ?? '');
  await late.page.getByRole('heading', { name: 'This page is no longer open' }).waitFor();
  await (await openPage(await newDevice(browser, phone), renewed.redirectUri ?? '')).sees('email');
});

test('a device becomes the counter’s tablet, and a cart that is handed over opens there', async () => {
  const page = await openCounter(await newDevice(browser, tablet));
  await page.getByLabel('What your staff call it').fill('Beds');
  await page.getByRole('button', { name: 'Set up a tablet' }).click();
  const code = page.getByRole('img', { name: 'Code for the camera of Beds' });
  await code.waitFor();
  await axeFindsNothing(page, 'a new tablet at the counter');
  await page.setViewportSize(tablet);
  const address = (await readCode(browser, code)) ?? '';
  assert.equal(address, await page.getByRole('link', { name: address }).getAttribute('href'));
  const inTheShop = await openPage(await newDevice(browser, tablet), address);
  await inTheShop.page.getByRole('heading', { name: 'Welcome' }).waitFor();

  await page.getByLabel('Halden desk lamp').selectOption('1');
  await page.getByLabel('The customer goes on').selectOption('on the tablet Beds');
  assert.equal(await page.getByLabel(/^Text the link to/).count(), 0, 'nothing is sent to anybody');
  await page.getByRole('button', { name: 'Hand over to the customer' }).click();
  await inTheShop.sees('email');
  await reads(page, 'Open on the tablet');
  assert.equal(await page.getByRole('img', { name: 'Code for the customer’s camera' }).count(), 0);
  await page.getByRole('button', { name: 'Take it back' }).click();
  await reads(page, 'Taken back');
});

async function openCounter(device: BrowserContext): Promise<Page> {
  const page = await device.newPage();
  page.setDefaultTimeout(30_000);
  await page.goto(`http://localhost:${new URL(house.baseUrl).port}/store/counter`);
  await page.getByRole('heading', { name: 'Counter' }).waitFor();
  return page;
}

const reads = (page: Page, word: string) => page.locator('h1 .pill', { hasText: word }).waitFor();

/** Every answer of a server that a device hears. */
function everythingHeard(device: BrowserContext): Promise<string>[] {
  const heard: Promise<string>[] = [];
  device.on('response', (response) => {
    if (response.url().includes('/api/')) heard.push(response.text().catch(() => ''));
  });
  return heard;
}

async function textTo(number: string): Promise<{ body: string }> {
  const to = encodeURIComponent(number);
  const { messages } = await street.store.get<{ messages: { body: string }[] }>(`/sandbox/inbox?to=${to}`);
  return messages[0]!;
}
