import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { after, before, beforeEach, test } from 'node:test';
import type { FrameLocator, Page } from 'playwright-core';
import type { Address } from '#contract/modal/calls.ts';
import { postalStreet } from '#core/application/postal-street.ts';
import { placeOfZip } from '#core/application/zip-places.ts';
import { modalIn, openTestShop, type TestShop } from '../../sdk/test-shop.ts';
import { sampleView } from './sample-views.ts';

let shop: TestShop;
before(async () => {
  shop = await openTestShop();
});
after(() => shop.close());
beforeEach(() => shop.empty());

const openAtClick = `FlexSDK.Button({ createOrder: (data, actions) => actions.transaction.create({}) }).render('#box');`;
const nobodyYet = {
  email: 'new@example.com',
  firstName: '',
  lastName: '',
  mobileLast4: null,
  hasPassword: false,
  isLoggedIn: false,
};

const desk = { width: 1280, height: 900, scheme: 'light' } as const;
const phone = { width: 390, height: 844, scheme: 'dark' } as const;

/** The profile screen of somebody new, at a house that knows what shipped facts know. */
async function openProfile(size: Parameters<TestShop['visit']>[1] = desk, locale: 'en' | 'es' = 'en') {
  shop.answer.open = () => sampleView('profile', { customer: nobodyYet, draft: {}, locale });
  shop.answer.address ??= (body) => hints(body as unknown as Address);
  const page = await shop.visit(openAtClick, size);
  await page.locator('#box button').click();
  const modal = modalIn(page);
  await modal.locator('#street1').waitFor();
  return { page, modal };
}

function hints(typed: Address): never {
  const street = postalStreet(typed);
  const suggestions = street.street1 === typed.street1 ? [] : [{ ...typed, ...street }];
  return { place: placeOfZip(typed.postalCode), suggestions } as never;
}

const value = (modal: FrameLocator, name: string) => modal.locator(`#${name}`).inputValue();

/** Waits until a field says so. */
const says = (page: Page, name: string, text: string) =>
  page
    .frames()[1]!
    .waitForFunction(
      ([id, wanted]) => (document.getElementById(id!) as HTMLInputElement).value === wanted,
      [name, text],
    );

test('a ZIP code fills the state and the city it is known to lie in, and leaves alone what is there', async () => {
  const { page, modal } = await openProfile();
  await modal.locator('#postalCode').pressSequentially('78705');
  await says(page, 'state', 'TX');
  await says(page, 'city', 'Austin');
  await modal.locator('#city').fill('Round Rock');
  await modal.locator('#postalCode').fill('77001');
  await page.waitForTimeout(600);
  assert.deepEqual([await value(modal, 'city'), await value(modal, 'state')], ['Round Rock', 'TX']);
  for (const { body } of shop.calls.filter(({ verb }) => verb === 'address')) {
    assert.deepEqual(Object.keys(body).sort(), ['city', 'postalCode', 'state', 'street1', 'street2']);
  }
});

test('a ZIP code of another state is said beside it; one press changes the state, another keeps it', async () => {
  const { page, modal } = await openProfile(phone);
  await modal.locator('#state').selectOption('TX');
  await modal.locator('#postalCode').pressSequentially('30301');
  await modal.getByText('30301 is in Georgia').waitFor();
  await modal.getByRole('button', { name: 'It is right as it is' }).click();
  await modal.getByText('30301 is in Georgia').waitFor({ state: 'detached' });
  assert.equal(await value(modal, 'state'), 'TX');
  await modal.locator('#postalCode').fill('30302');
  await modal.getByRole('button', { name: 'Change the state to Georgia' }).click();
  await modal.getByText('30302 is in Georgia').waitFor({ state: 'detached' });
  assert.equal(await value(modal, 'state'), 'GA');
  assert.equal(await page.evaluate('document.documentElement.scrollWidth > innerWidth'), false);
});

test('a street is suggested as the post office writes it, and taken with the keyboard alone', async () => {
  const { page, modal } = await openProfile();
  const street = modal.getByRole('combobox', { name: 'Street address' });
  await street.pressSequentially('123 Main Street Apt 4');
  const list = modal.getByRole('listbox', { name: 'How the post office writes it' });
  await list.waitFor();
  assert.deepEqual(await list.getByRole('option').allInnerTexts(), ['123 Main St, Apt 4', 'Keep it as I typed it']);
  assert.equal(await street.getAttribute('aria-expanded'), 'true');
  await page.keyboard.press('ArrowUp');
  assert.equal(await list.getByRole('option', { selected: true }).innerText(), 'Keep it as I typed it');
  await page.keyboard.press('ArrowDown');
  assert.equal(await street.getAttribute('aria-activedescendant'), 'street-choice-0');
  await page.keyboard.press('Enter');
  await list.waitFor({ state: 'detached' });
  assert.deepEqual([await value(modal, 'street1'), await value(modal, 'street2')], ['123 Main St', 'Apt 4']);
  assert.equal(shop.calls.filter(({ verb }) => verb === 'profile').length, 0, 'the screen was not sent');
  assert.equal(await modal.getByText('answers need another look').count(), 0);
});

test('Escape keeps what was typed and not the shopper from the checkout; a finger chooses on a phone', async () => {
  const { page, modal } = await openProfile({ ...phone, locale: 'es-US' }, 'es');
  const street = modal.locator('#street1');
  await street.pressSequentially('9 Oak Avenue');
  const list = modal.getByRole('listbox', { name: 'Como lo escribe el correo' });
  await list.waitFor();
  await page.keyboard.press('Escape');
  await list.waitFor({ state: 'detached' });
  assert.equal(await value(modal, 'street1'), '9 Oak Avenue');
  assert.equal(await modal.getByRole('alertdialog').count(), 0, 'nobody is asked whether to close');
  await street.pressSequentially(' Suite 2');
  await list.getByRole('option', { name: '9 Oak Ave, Ste 2' }).click();
  assert.deepEqual([await value(modal, 'street1'), await value(modal, 'street2')], ['9 Oak Ave', 'Ste 2']);
  await street.fill('7 Elm Street');
  await list.getByRole('option', { name: 'Dejarlo como lo escribí' }).click();
  await list.waitFor({ state: 'detached' });
  assert.equal(await value(modal, 'street1'), '7 Elm Street');
});

test('without an answer the address is typed by hand and nothing is said', async () => {
  shop.answer.address = () => ({ refused: 429, code: 'TooManyRequests', message: 'Too often.' });
  const { page, modal } = await openProfile();
  await modal.locator('#street1').fill('123 Main Street');
  await modal.locator('#postalCode').fill('78705');
  await page.waitForTimeout(600);
  assert.ok(shop.calls.some(({ verb }) => verb === 'address'));
  assert.deepEqual([await value(modal, 'state'), await modal.getByRole('listbox').count()], ['', 0]);
  assert.equal(await modal.getByText('Too often').count(), 0);
});

test('nobody waits for an answer about an address before they may go on', async () => {
  const { page, modal } = await openProfile();
  let held = 0;
  await page.route('**/modal/api/address', () => {
    held += 1;
  });
  shop.answer.profile = () => sampleView('personal');
  const answers = {
    firstName: 'Ada',
    lastName: 'Byron',
    mobilePhone: '5125550142',
    street1: '123 Main Street',
    city: 'Austin',
  };
  for (const [name, text] of Object.entries({ ...answers, postalCode: '78705', password: 'correct horse' })) {
    await modal.locator(`#${name}`).fill(text);
  }
  await modal.locator('#state').selectOption('TX');
  await page.waitForTimeout(600);
  await modal.getByRole('button', { name: 'Continue' }).click();
  await modal.locator('#ssn').waitFor();
  assert.ok(held > 0);
  const { body } = shop.calls.find(({ verb }) => verb === 'profile')!;
  assert.equal(body.street1, '123 Main Street');
});

test('axe finds nothing in the open list and in the note about the state, in light on a desk and in the dark on a phone', async () => {
  const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  for (const size of [desk, phone]) {
    const { page, modal } = await openProfile(size);
    await modal.locator('#state').selectOption('TX');
    await modal.locator('#postalCode').pressSequentially('30301');
    await modal.getByText('30301 is in Georgia').waitFor();
    await modal.locator('#street1').pressSequentially('123 Main Street');
    await modal.getByRole('listbox').waitFor();
    await page.keyboard.press('ArrowDown');
    if (process.env.LOOK_INTO) await page.screenshot({ path: `${process.env.LOOK_INTO}/address-${size.width}.png` });
    const frame = page.frames()[1]!;
    await frame.evaluate(axe);
    const { violations } = (await frame.evaluate('axe.run()')) as {
      violations: { id: string; nodes: { html: string }[] }[];
    };
    assert.deepEqual(
      violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]),
      [],
      String(size.width),
    );
  }
});
