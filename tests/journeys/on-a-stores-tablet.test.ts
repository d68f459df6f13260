import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, BrowserContext, Page } from 'playwright-core';
import type { HandOverView } from '#contract/v3/hand-overs.ts';
import type { ToldKioskAnswer } from '#contract/v3/kiosks.ts';
import type { InboxAnswer } from '#contract/v3/sandbox.ts';
import { askDatabase } from '../ask-database.ts';
import { flexpay, ringOf } from '../flexpay.ts';
import { startChromium } from '../start-chromium.ts';
import { type StartedHouse, startHouse } from '../start-house.ts';
import { axeFindsNothing } from './axe.ts';
import { errorsOn, openPage } from './hosted-tab.ts';
import {
  apply,
  giveEmail,
  givePassword,
  newDevice,
  type Person,
  pay,
  person,
  phone,
  type Screen,
  sign,
} from './shopper.ts';
import { lampOrder, openStreet, type Street } from './street.ts';

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

test('two customers on one tablet: the second finds nothing of the first, who signed there', async () => {
  const { device, tab, errors, kioskId } = await newTablet('Beds');
  const { page, says, sees } = tab;
  await axeFindsNothing(page, 'an empty tablet');
  await page.setViewportSize(tablet);
  const first = person('Ottilie', { ssn: '666011487' });
  const given = await handOver('TABLET-1', kioskId);
  assert.deepEqual([given.kioskId, given.redirectUri, given.qrCode], [kioskId, null, null], 'nobody else has the link');
  await sees('email');
  const calls = sessionsOf(page);
  await apply(tab, first);
  await says('Review my order');
  await sees('review');
  await sign(tab, street, first);
  await says('Back');
  await sees('agreement');
  await page.getByText(`your copy goes to ${first.email}`).waitFor();
  assert.equal(await page.getByRole('button', { name: /PDF|Print/ }).count(), 0, 'no copy is left on the tablet');
  assert.deepEqual(await fieldsThatFill(page), []);
  await says('Back');
  await sees('review');
  await sign(tab, street, first);
  await pay(tab);
  await sees('done');
  await axeFindsNothing(page, 'done, on a tablet');
  await page.setViewportSize(tablet);
  await says('I’m finished');
  await isEmpty(device, page, first);
  assert.equal(await statusOf(given), 'signed');
  for (const session of calls) assert.equal(await answerTo('view', {}, session), 401, 'its session is over');
  assert.equal(await openLogins(first), 0);

  await handOver('TABLET-2', kioskId);
  await sees('email');
  const typed = await page.getByLabel('E-mail', { exact: true }).inputValue();
  assert.equal(typed, '');
  await giveEmail(tab, first.email);
  await sees('password');
  await page.reload();
  await isEmpty(device, page, first);
  assert.deepEqual(errors, []);
  await street.auditIsGreen();
});

test('nobody touches the tablet: it asks, it is cleared, and the customer signs on their own phone', async () => {
  const { device, tab, kioskId } = await newTablet('Sofas');
  const { page, says, sees } = tab;
  const who = person('Ingrid', { ssn: '666011499' });
  const given = await handOver('TABLET-3', kioskId);
  await sees('email');
  await apply(tab, who);
  await stopClock(page);
  await page.clock.runFor('01:31');
  const question = page.getByRole('alertdialog', { name: 'Are you still there?' });
  await question.waitFor();
  await slowly(page, axeFindsNothing(page, 'are you still there?'));
  await page.setViewportSize(tablet);
  await says('I need more time');
  await sees('decision');
  await page.clock.runFor('01:00');
  await page.mouse.click(8, 600);
  await page.clock.runFor('01:00');
  assert.equal(await question.count(), 0, 'somebody was there in between');
  await page.clock.runFor('00:31');
  await question.waitFor();
  await page.clock.runFor('00:31');
  await page.clock.resume();
  await isEmpty(device, page, who);
  assert.equal(await statusOf(given), 'ended');

  const { messages } = await street.store.get<InboxAnswer>(`/sandbox/inbox?to=${who.email}`);
  assert.match(messages[0]?.subject ?? '', /^Go on with your order at /);
  const pocket = await openPage(await newDevice(browser, phone), /http\S+/.exec(messages[0]?.body ?? '')?.[0] ?? '');
  await pocket.sees('email');
  await giveEmail(pocket, who.email);
  await givePassword(pocket, who.password);
  await pocket.sees('review');
  await sign(pocket, street, who);
  await pay(pocket);
  await pocket.sees('done');
  assert.equal(await statusOf(given), 'signed');
  const { facts } = await street.record('TABLET-3', 'e.facts', identified);
  assert.equal((facts as { handedOver: { associateId: string } }).handedOver.associateId, 'A-17');
  await street.auditIsGreen();
});

test('whoever was declined leaves the tablet like anybody else, in Spanish too, and gets no link to go on', async () => {
  const { device, tab, kioskId } = await newTablet('Lamps');
  const { page, says, sees } = tab;
  const who = person('Declan', { ssn: '666021500' });
  const given = await handOver('TABLET-4', kioskId);
  await sees('email');
  await apply(tab, who);
  await says(/Leer en español/);
  await page.getByRole('button', { name: 'Ya terminé' }).waitFor();
  await stopClock(page);
  await says('Ya terminé');
  await page.getByRole('alertdialog', { name: '¿Ya terminó?' }).waitFor();
  await slowly(page, axeFindsNothing(page, '¿Ya terminó?'));
  await page.keyboard.press('Escape');
  await sees('decision');
  await says('Ya terminé');
  await page.clock.resume();
  await says('Borrar esta tableta');
  await isEmpty(device, page, who);
  assert.equal(await statusOf(given), 'ended');
  assert.doesNotMatch((await street.letters(who.email)).join('\n'), /Go on|Siga/);
});

test('a stolen token sees the next cart and no person; its link makes one device a tablet; an ended one is none', async () => {
  const { tab, kioskId, setupUri } = await newTablet('Chairs');
  const token = (await tab.page.evaluate(() => localStorage.getItem('flexpay.kiosk'))) ?? '';
  const other = await openPage(await newDevice(browser, tablet), setupUri);
  await other.page.getByRole('heading', { name: 'This tablet is not set up' }).waitFor();
  await axeFindsNothing(other.page, 'no tablet');

  const who = person('Sunniva', { ssn: '666011466' });
  await handOver('TABLET-5', kioskId);
  await tab.sees('email');
  await apply(tab, who);
  const seen = await ask('kiosk-next', { token });
  assert.deepEqual(Object.keys(seen.data), ['brand', 'store', 'link']);
  assert.equal(seen.data.link, null);
  assert.equal(await answerTo('view', {}, token), 401, 'it is no session');
  assert.equal(await answerTo('open', { authKey: house.authKey, parentOrigin: house.baseUrl, device: token }), 200);
  const asKey = await fetch(`${house.baseUrl}/v3/hand-overs/events`, { headers: { authorization: token } });
  assert.equal(asKey.status, 401, 'it is no key');
  for (const [, value] of Object.entries(who)) assert.ok(!JSON.stringify(seen).includes(value));

  const ended = await flexpay({ ...ringOf(house), FLEXPAY_API_KEY: house.apiKey }, 'kiosks', 'end', kioskId);
  assert.equal(ended.code, 0, ended.stderr);
  assert.equal(await answerTo('kiosk-next', { token }), 401);
  await tab.says('I’m finished');
  await tab.says('Clear this tablet');
  await tab.page.getByRole('heading', { name: 'This tablet is not set up' }).waitFor();
  assert.equal(await tab.page.evaluate(() => localStorage.length), 0);
});

const identified = `join signature_event e on e.customer_id = l.customer_id and e.lease_id = l.lease_id
  and e.kind = 'identified'`;

/** A device that the store's own key made a tablet, with nobody at it. */
async function newTablet(name: string) {
  const ring = { ...ringOf(house), FLEXPAY_API_KEY: house.apiKey };
  const { code, stdout, stderr } = await flexpay(ring, 'kiosks', 'create', name, '--json');
  assert.equal(code, 0, stderr);
  const { id, setupUri } = JSON.parse(stdout) as ToldKioskAnswer;
  const device = await newDevice(browser, tablet);
  await device.clock.install();
  const errors = errorsOn(device);
  const tab = await openPage(device, setupUri);
  await tab.page.getByRole('heading', { name: 'Welcome' }).waitFor();
  assert.equal(new URL(tab.page.url()).hash, '', 'the secret does not stay in the address');
  return { device, tab, errors, setupUri, kioskId: id };
}

/** From here on time passes on the page only when it is told to, however busy the machine is. */
const stopClock = async (page: Page) => page.clock.pauseAt((await page.evaluate(() => Date.now())) + 1_000);

/** So little time passes meanwhile that what is looked at stays: enough for the next frame to be drawn. */
async function slowly(page: Page, looking: Promise<void>): Promise<void> {
  let isOver = false;
  const looked = looking.finally(() => {
    isOver = true;
  });
  while (!isOver) await page.clock.runFor(5);
  await looked;
}

const handOver = (transactionId: string, kioskId: string): Promise<HandOverView> =>
  street.store.post('/v3/hand-overs', { transactionId, items: lampOrder, associateId: 'A-17', kioskId });

const statusOf = async ({ id }: HandOverView) => (await street.store.get<HandOverView>(`/v3/hand-overs/${id}`)).status;

/** Nothing of the one who was here: on the screen, in the browser, on the way back. */
async function isEmpty(device: BrowserContext, page: Page, who: Person): Promise<void> {
  await page.getByRole('heading', { name: /^(Welcome|Le damos la bienvenida)$/ }).waitFor();
  const kept = () =>
    page.evaluate(async () => ({
      local: Object.keys(localStorage),
      session: sessionStorage.length,
      databases: (await indexedDB.databases()).length,
      caches: (await caches.keys()).length,
      steps: history.length,
    }));
  const empty = { local: ['flexpay.kiosk'], session: 0, databases: 0, caches: 0 };
  const { steps, ...found } = await kept();
  assert.deepEqual(found, empty);
  assert.ok(steps <= 2, 'no screen of theirs is a step of the history');
  assert.deepEqual(await device.cookies(), []);
  const shown = [await page.content(), await page.title()];
  await page.goBack();
  shown.push(await page.content());
  await page.goForward();
  await page.getByRole('heading', { name: 'Welcome' }).waitFor();
  shown.push(await page.content());
  for (const theirs of [who.email, who.firstName, who.lastName, 'Guadalupe', who.ssn.slice(-4), 'data-step'])
    assert.ok(!shown.join('\n').includes(theirs), theirs);
}

/** The sessions that a page speaks in. */
function sessionsOf(page: Page): Set<string> {
  const spoken = new Set<string>();
  page.on('request', (request) => {
    const session = request.headers()['x-flexpay-session'];
    if (session !== undefined) spoken.add(session);
  });
  return spoken;
}

const fieldsThatFill = (page: Page): Promise<string[]> =>
  page
    .locator('input, select, form')
    .evaluateAll((all) => all.filter((each) => each.getAttribute('autocomplete') !== 'off').map((each) => each.id));

function call(verb: string, body: object, session = ''): Promise<Response> {
  const headers = { 'content-type': 'application/json', ...(session && { 'x-flexpay-session': session }) };
  return fetch(`${house.baseUrl}/modal/api/${verb}`, { method: 'POST', headers, body: JSON.stringify(body) });
}

const answerTo = async (verb: string, body: object, session?: string) => (await call(verb, body, session)).status;

const ask = async (verb: string, body: object) =>
  (await (await call(verb, body)).json()) as { data: { link: unknown } };

async function openLogins({ email }: Person): Promise<number> {
  const sql = `select count(*)::int as open from customer_login l join customer c using (customer_id)
    where c.email = $1 and l.ended_at is null`;
  return (await askDatabase(house.databaseUrl, sql, [email]))[0]!.open as number;
}
