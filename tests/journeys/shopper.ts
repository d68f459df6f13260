import type { Browser, BrowserContext, Frame, FrameLocator, Locator, Page } from 'playwright-core';
import type { InboxAnswer } from '#contract/v3/sandbox.ts';
import { sandboxRouting } from '#core/application/routing-number.ts';
import { addDays, type Day, dayAt } from '#core/calendar/day.ts';
import type { StartedHouse } from '../start-house.ts';
import type { Street } from './street.ts';

/** Somebody in front of a browser: a tab of the demo store on `localhost`, with FlexPay's frame from `127.0.0.1` in it. */
export type Tab = {
  readonly page: Page;
  /** The frame; on the hosted page the page itself. */
  readonly modal: FrameLocator | Locator;
  /** Opens a page of the store. */
  go(path: string): Promise<void>;
  putInBag(product: string): Promise<void>;
  /** Presses FlexPay's button on the checkout page, and waits until the modal shows this screen. */
  press(step?: string): Promise<void>;
  /** Waits for a screen of the modal. */
  sees(step: string): Promise<void>;
  /** Presses a button of the modal. */
  says(name: string | RegExp): Promise<void>;
};

export type Screen = { readonly width: number; readonly height: number };

export const desk: Screen = { width: 1280, height: 900 };
export const phone: Screen = { width: 390, height: 844 };

/** A browser of somebody who has never been here. */
export function newDevice(browser: Browser, viewport: Screen = desk): Promise<BrowserContext> {
  return browser.newContext({ viewport });
}

export async function openTab(device: BrowserContext, house: StartedHouse): Promise<Tab> {
  const page = await device.newPage();
  page.setDefaultTimeout(60_000);
  const store = `http://localhost:${new URL(house.baseUrl).port}`;
  const modal = page.frameLocator('iframe[title=FlexPay]');
  const sees = (step: string) => modal.locator(`[data-step=${step}]`).waitFor();
  return {
    page,
    modal,
    sees,
    go: async (path) => {
      await page.goto(store + path);
    },
    putInBag: async (product) => {
      await page.goto(`${store}/store/p/${product}`);
      await page.getByRole('button', { name: 'Add to bag' }).click();
      await page.getByText('In your bag.').waitFor();
    },
    press: async (step) => {
      if (!page.url().endsWith('/store/checkout')) await page.goto(`${store}/store/checkout`);
      await page.getByRole('button', { name: /FlexPay/ }).click();
      if (step !== undefined) await sees(step);
    },
    says: (name) => modal.getByRole('button', { name, exact: typeof name === 'string' }).click(),
  };
}

/** Pays, at the sandbox's bank. */
const account = '440000001234';

/** The frame of the modal, loaded; the button loads it ahead of the click. */
export async function modalFrame(page: Page): Promise<Frame> {
  const frame = await (await page.waitForSelector('iframe[title=FlexPay]', { state: 'attached' })).contentFrame();
  if (frame === null) throw new Error('The modal has no frame.');
  await frame.waitForURL('**/modal?**', { waitUntil: 'load' });
  return frame;
}

/** What somebody types about themselves. */
export type Person = {
  readonly email: string;
  readonly firstName: string;
  readonly lastName: string;
  readonly password: string;
  /** 666-01-1500 is approved for 1,500 dollars, 666-02 is declined. */
  readonly ssn: string;
  readonly account: string;
};

export function person(firstName: string, about: Partial<Person> = {}): Person {
  const email = `${firstName.toLowerCase()}@journeys.example`;
  const lastName = 'Lindqvist';
  return { email, firstName, lastName, password: `correct-${firstName}-9`, ssn: '666011500', account, ...about };
}

/** Of the town that every house starts with: approved for 2,500 dollars, and leases nothing yet. */
export const ada = person('Ada', { email: 'ada@example.com', lastName: 'Okafor', password: 'sandbox-Ada-1' });

export async function giveEmail({ modal, says }: Tab, email: string): Promise<void> {
  await modal.getByLabel('E-mail', { exact: true }).fill(email);
  await says('Continue');
}

export async function givePassword({ modal, says }: Tab, password: string): Promise<void> {
  await modal.getByLabel('Password', { exact: true }).fill(password);
  await says('Continue');
}

export async function giveProfile(
  { modal, says }: Tab,
  { firstName, lastName, password }: Person,
  state = 'TX',
): Promise<void> {
  for (const [label, text] of [
    ['First name', firstName],
    ['Last name', lastName],
    ['Mobile phone', '512 555 0142'],
    ['Street address', '1904 Guadalupe Street'],
    ['City', 'Austin'],
    ['ZIP code', '78705'],
    ['Choose a password', password],
  ] as const) {
    await modal.getByLabel(label, { exact: true }).fill(text);
  }
  await modal.getByLabel('State', { exact: true }).selectOption(state);
  await says('Continue');
}

export async function givePersonal({ modal, says }: Tab, { ssn }: Person): Promise<void> {
  await modal.getByLabel('Date of birth').pressSequentially('02281991');
  await modal.getByLabel('SSN or ITIN', { exact: true }).pressSequentially(ssn);
  await modal.getByLabel('Monthly income before tax').fill('3800');
  await modal.getByLabel('Every two weeks').check();
  await modal.getByLabel('Next pay date').pressSequentially(typed(nextPayDate()));
  await modal.getByLabel(/^I allow .* reports about me/).check();
  await says('Continue');
}

export async function giveBank({ modal, says }: Tab, account: string): Promise<void> {
  await modal.getByLabel('Routing number', { exact: true }).fill(sandboxRouting);
  await modal.getByLabel('Account number', { exact: true }).fill(account);
  await modal.getByLabel('Account number again', { exact: true }).fill(account);
  await modal.getByLabel('Checking', { exact: true }).check();
  await says(/^(Get my answer|Continue)$/);
}

/** From the e-mail to the decision. */
export async function apply(tab: Tab, who: Person): Promise<void> {
  await giveEmail(tab, who.email);
  await tab.sees('profile');
  await giveProfile(tab, who);
  await tab.sees('personal');
  await givePersonal(tab, who);
  await tab.sees('bank');
  await giveBank(tab, who.account);
  await tab.sees('decision');
}

/** From the review to the first payment's screen: the agreement is opened, its code read, the one-time code fetched. */
export async function sign(
  tab: Tab,
  street: Street,
  { email, firstName, lastName }: Person,
  { isAtAgreement = false } = {},
): Promise<void> {
  const { modal, says } = tab;
  if (!isAtAgreement) await says('Continue to the agreement');
  await tab.sees('agreement');
  const code = await modal.locator('.paper .code').first().innerText();
  await modal.getByLabel(/^I agree to receive this agreement electronically/).check();
  await modal.getByLabel(/^Access code/).fill(code);
  await modal.getByLabel(/^I understand that I pay/).check();
  await modal.getByLabel(/^I have seen what it costs to buy early/).check();
  await modal.getByLabel('Type your full name to sign').fill(`${firstName} ${lastName}`);
  await says('Send me a code');
  await modal.getByText('The code is on its way.').waitFor();
  await modal.getByLabel('One-time code').fill(await codeSentTo(street, email));
  await says('Sign the agreement');
  await tab.sees('payment');
}

/** Allows the debit and pays; the screen that follows is the caller's to name. */
export async function pay({ modal, says }: Tab): Promise<void> {
  await modal.getByLabel(/^I authorize/).check();
  await says(/^Pay \$/);
}

/** The six digits of the newest message to an address. */
export async function codeSentTo({ store }: Street, address: string): Promise<string> {
  const { messages } = await store.get<InboxAnswer>(`/sandbox/inbox?to=${encodeURIComponent(address)}`);
  const code = /\b\d{6}\b/.exec(messages[0]?.body ?? '')?.[0];
  if (code === undefined) throw new Error(`No code was sent to ${address}: ${JSON.stringify(messages[0])}`);
  return code;
}

/** What the store's page told its own server about signatures, in any tab of the device. */
export function signaturesTold(device: BrowserContext): { transactionId: string; leaseNumber: string }[] {
  const told: { transactionId: string; leaseNumber: string }[] = [];
  device.on('request', (request) => {
    if (request.url().endsWith('/store/api/on-sign')) told.push(request.postDataJSON());
  });
  return told;
}

/** The number under which the store offered the bag of this browser. */
export function transactionOf({ page }: Tab): Promise<string> {
  return page.evaluate(() => JSON.parse(localStorage.getItem('marlow-finch.bag') ?? '{}').transactionId);
}

/** Closes the modal, which asks once. */
export async function close({ modal, page }: Tab): Promise<void> {
  await modal.getByRole('button', { name: 'Close' }).click();
  await modal.getByRole('alertdialog').getByRole('button', { name: 'Close' }).click();
  await closed(page);
}

/** Waits until the store's page has its window back. */
export async function closed(page: Page): Promise<void> {
  await page.locator('dialog[open]').waitFor({ state: 'detached' });
}

export const nextPayDate = (): Day => addDays(dayAt(Date.now(), 'America/New_York'), 9);

export const typed = (day: Day): string => `${day.slice(5, 7)}${day.slice(8)}${day.slice(0, 4)}`;
