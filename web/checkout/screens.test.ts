import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { after, before, beforeEach, test } from 'node:test';
import type { Page } from 'playwright-core';
import type { Step, View } from '#contract/modal/view.ts';
import { modalIn, openTestShop, type TestShop } from '../../sdk/test-shop.ts';
import { documentsAsked, sampleView } from './sample-views.ts';
import { laterEn } from './texts/later-en.ts';
import { laterEs } from './texts/later-es.ts';

let shop: TestShop;
before(async () => {
  shop = await openTestShop();
});
after(() => shop.close());
beforeEach(() => shop.empty());

const openAtClick = `FlexSDK.Button({ createOrder: (data, actions) => actions.transaction.create({}) }).render('#box');`;

async function open(step: Step, size?: Parameters<TestShop['visit']>[1], changes: Partial<View> = {}): Promise<Page> {
  shop.answer.open = () => sampleView(step, changes);
  const page = await shop.visit(openAtClick, size);
  await page.locator('#box button').click();
  await modalIn(page).locator('#title').waitFor();
  return page;
}

const steps: Step[] = [
  'email',
  'password',
  'passcode',
  'forgot',
  'reset-code',
  'new-password',
  'password-changed',
  'profile',
  'personal',
  'bank',
  'waiting',
  'questions',
  'decision',
  'review',
  'agreement',
  'payment',
  'done',
];

for (const locale of ['en', 'es'] as const) {
  test(`axe finds nothing on any screen in ${locale}, in light on a desk and in the dark on a phone`, () =>
    axeFindsNothing(locale));
}

test('on a store’s tablet a document is a photo by its camera: there are other people’s pictures to choose from', async () => {
  const kiosk = { returnUrl: null, signsOnly: false, kiosk: true };
  const page = await open('decision', { width: 1280, height: 900 }, { ...documentsAsked, hosted: kiosk });
  const inputs = await page
    .frames()[1]!
    .evaluate(() =>
      [...document.querySelectorAll<HTMLInputElement>('input[type=file]')].map((input) =>
        input.getAttribute('capture'),
      ),
    );
  assert.deepEqual(inputs, ['environment', 'environment', 'environment']);
  await modalIn(page).getByRole('button', { name: 'Take a photo: Proof of address' }).waitFor();
  assert.equal(
    await modalIn(page)
      .getByRole('button', { name: /Choose a file/ })
      .count(),
    0,
  );
  await page.context().close();
});

async function axeFindsNothing(locale: View['locale']): Promise<void> {
  const axe = await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');
  for (const size of [
    { width: 1280, height: 900, scheme: 'light' },
    { width: 390, height: 844, scheme: 'dark' },
  ] as const) {
    const page = await open('email', size, { locale });
    const frame = page.frames()[1]!;
    await frame.evaluate(axe);
    for (const step of steps) {
      shop.answer.view = () => sampleView(step, { locale });
      await frame.evaluate(`dispatchEvent(new Event('focus'))`);
      await frame.waitForFunction((shown) => document.querySelector(`[data-step=${shown}]`), step);
      await frame.evaluate(arrived);
      const { violations } = (await frame.evaluate('axe.run()')) as { violations: { id: string; nodes: unknown[] }[] };
      assert.deepEqual(
        violations.map(({ id, nodes }) => [id, nodes]),
        [],
        `${step} at ${size.width}`,
      );
      const wide = await frame.evaluate('document.documentElement.scrollWidth > innerWidth');
      assert.equal(wide, false, `${step} scrolls sideways at ${size.width}`);
      assert.equal(await frame.evaluate('document.documentElement.lang'), locale);
    }
    await page.context().close();
  }
}

// Half-faded text has half its contrast: the sheet has to have arrived before it is judged.
const arrived = `Promise.all(document.getAnimations()
  .filter((each) => each.effect.getComputedTiming().iterations === 1).map((each) => each.finished))`;

test('continuing too early shows every message beside its field and sends nothing', async () => {
  const unknown = {
    email: 'maria@example.com',
    firstName: '',
    lastName: '',
    mobileLast4: null,
    hasPassword: false,
    isLoggedIn: false,
  };
  const page = await open('profile', undefined, { customer: unknown });
  const modal = modalIn(page);
  await modal.getByRole('button', { name: 'Continue' }).press('Enter');
  await modal.getByText('answers need another look').waitFor();
  assert.equal(await modal.locator('.wrong-say').count(), 8);
  assert.equal(await modal.locator('#firstName').evaluate((field) => field === document.activeElement), true);
  assert.deepEqual(
    shop.calls.filter(({ verb }) => verb === 'profile'),
    [],
  );
});

test('an answer that takes longer is waited for on a screen that says how far it is, and shown when it is there', async () => {
  const { draft } = sampleView('waiting');
  const page = await open('bank', undefined, { draft });
  const modal = modalIn(page);
  shop.answer.bank = () => sampleView('waiting');
  shop.answer.view = () => sampleView('waiting');
  await modal.getByRole('button', { name: 'Get my answer' }).click();
  await modal.locator('[data-step=waiting]').getByRole('status').waitFor();
  await modal.getByText('Working on it now').waitFor();
  await modal.getByText('You can close this window').waitFor();
  shop.answer.view = () => sampleView('decision');
  await modal.locator('[data-step=decision]').waitFor();
});

test('what is waited for is said: a person who looks, or an answer that has not come', async () => {
  const { decision } = sampleView('decision');
  const pending = (waitsFor: 'operator' | 'provider') =>
    sampleView('decision', { decision: { ...decision!, status: 'pending', limitCents: 0, waitsFor } });
  const page = await open('decision', undefined, pending('operator'));
  const modal = modalIn(page);
  await modal.getByText('A person looks at your application.').waitFor();
  await modal.getByText('usually within one business day').waitFor();
  shop.answer.view = () => pending('provider');
  await page.frames()[1]!.evaluate(`dispatchEvent(new Event('focus'))`);
  await modal.getByText('has not answered yet. We ask again by ourselves').waitFor();
  await modal.getByText('We write to maria.delgado@example.com as soon as there is an answer.').waitFor();
  assert.equal(await modal.getByText('A person looks').count(), 0);
});

test('a message of the server stands beside its field until the answer changes', async () => {
  const page = await open('email');
  const modal = modalIn(page);
  const fields = [{ path: 'email', message: 'We cannot write to this address.' }];
  shop.answer.email = () => ({ refused: 400, code: 'ValidationError', message: 'Malformed.', data: { fields } });
  await modal.locator('#email').fill('maria@example.com');
  await modal.locator('#email').press('Enter');
  await modal.getByText('We cannot write to this address.').waitFor();
  await modal.locator('#email').fill('maria.d@example.com');
  await modal.getByText('We cannot write to this address.').waitFor({ state: 'detached' });
});

test('a text that opens over a screen keeps what was typed, and the focus finds the title of the screen', async () => {
  const page = await open('personal');
  const modal = modalIn(page);
  assert.equal(await modal.locator('#title').evaluate((title) => title === document.activeElement), true);
  await modal.locator('#ssn').pressSequentially('666011500');
  await modal.getByRole('button', { name: 'Permission to get reports' }).click();
  await modal.getByText('What you allow').waitFor();
  await page.keyboard.press('Escape');
  assert.equal(await modal.locator('#ssn').inputValue(), '666-01-1500');
});

test('a number that was sent is forgotten on the device and named by its last four when the screen comes back', async () => {
  const page = await open('personal');
  const modal = modalIn(page);
  shop.answer.personal = () => sampleView('bank', { back: 'personal' });
  shop.answer.back = () =>
    sampleView('personal', {
      draft: {
        personal: {
          dateOfBirth: '1990-04-17',
          ssnLast4: '1500',
          monthlyIncome: '3150.00',
          payFrequency: 'weekly',
          nextPayDate: '2026-11-27',
          employer: '',
          inquiryConsent: true,
          contactConsent: false,
        },
      },
    });
  await modal.locator('#dateOfBirth').pressSequentially('04171990');
  await modal.locator('#ssn').pressSequentially('666011500');
  await modal.locator('#monthlyIncome').fill('3150');
  await modal.locator('#nextPayDate').pressSequentially('11272026');
  await modal.getByText('Every week').click();
  await modal.locator('#inquiryConsent').check();
  await modal.getByRole('button', { name: 'Continue' }).click();
  await modal.locator('#routingNumber').waitFor();
  assert.equal(shop.calls.find(({ verb }) => verb === 'personal')?.body.ssn, '666011500');
  await modal.getByRole('button', { name: 'Back', exact: true }).click();
  await modal.getByText('On file, ends in 1500').waitFor();
  assert.equal(await modal.locator('#ssn').inputValue(), '');
  assert.equal(await modal.locator('#dateOfBirth').inputValue(), '04 / 17 / 1990');
});

test('the whole price stands on the review screen without a click', async () => {
  const page = await open('review', { width: 390, height: 844 });
  const figures = await modalIn(page).locator('.plate-grid dd').allInnerTexts();
  assert.deepEqual(figures, ['$4.04', '52', '$105.00', '$210.00']);
});

test('a first payment unlike the others, and a fee in it, are named beside them', async () => {
  // 45.00 of 210.00 at signing and a fee of 10.00, the rest in 51 payments of 3.18 and one of 2.82.
  const { offer } = sampleView('review');
  const fixed = { paymentCents: 3_18, count: 53, lastCents: 2_82, firstPaymentCents: 55_00, feeCents: 10_00 };
  shop.answer.open = () => sampleView('review', { offer: { ...offer!, ...fixed } });
  const page = await shop.visit(openAtClick);
  await page.locator('#box button').click();
  const said = await modalIn(page).locator('.plate p').first().innerText();
  assert.match(said, /^A first payment of \$45\.00, then 51 payments of \$3\.18, then a last one of \$2\.82\. /);
  assert.match(said, /\$10\.00 of the first payment is the processing fee, with its tax\. .*when you sign, \$55\.00/);
});

test('an order over the limit says by how much and leads back to the cart', async () => {
  shop.answer.open = () =>
    sampleView('review', { check: { overLimitByCents: 42_10, underMinimumByCents: 0, minimumCents: 49_95 } });
  const page = await shop.visit(openAtClick);
  await page.locator('#box button').click();
  const modal = modalIn(page);
  await modal.getByText('This order is $42.10 over your limit').waitFor();
  await modal.getByRole('button', { name: 'Change the cart' }).click();
  await page.locator('dialog[open]').waitFor({ state: 'detached' });
});

test('where nothing can be leased the review says why, and leads to the store instead of to another bag', async () => {
  const { check, offer, decision } = sampleView('review');
  for (const locale of ['en', 'es'] as const) {
    const words = { en: laterEn, es: laterEs }[locale].review;
    for (const closed of ['place', 'price', 'hold', 'approval', 'limit'] as const) {
      const priced = closed === 'place' || closed === 'price' ? null : offer;
      const page = await open('review', undefined, { locale, offer: priced, check: { ...check, closed } });
      const alert = modalIn(page).getByRole('alert');
      await alert.getByText(words.closed[closed].lead).waitFor();
      if (closed !== 'limit') assert.equal(await alert.locator('b').innerText(), words.closed[closed].title);
      assert.equal(await modalIn(page).locator('.limit').count(), closed === 'limit' ? 1 : 0, closed);
      await modalIn(page).getByRole('button', { name: words.store }).first().click();
      await page.locator('dialog[open]').waitFor({ state: 'detached' });
      await page.context().close();
    }
  }
  for (const locale of ['en', 'es'] as const) {
    const words = { en: laterEn, es: laterEs }[locale].review;
    const notLeased = ['Gift card 50', 'Gift card 25'];
    const page = await open('review', undefined, { locale, offer: null, check: { ...check, notLeased } });
    const alert = modalIn(page).getByRole('alert');
    await alert.getByText(words.notLeasedLead).waitFor();
    assert.equal(await alert.locator('b').innerText(), words.notLeased('Gift card 50, Gift card 25'));
    assert.equal(await modalIn(page).locator('.limit').count(), 0);
    await modalIn(page).getByRole('button', { name: words.store }).first().click();
    await page.locator('dialog[open]').waitFor({ state: 'detached' });
    await page.context().close();
  }
  const none = { ...decision!, availableCents: 0 };
  const over = { overLimitByCents: 105_00, underMinimumByCents: 0, minimumCents: 49_95, closed: 'limit' } as const;
  const page = await open('review', undefined, { check: over, decision: none });
  await modalIn(page).getByText('All of your limit is in use').waitFor();
  shop.answer.view = () => sampleView('review', { check: over, decision: { ...none, availableCents: 30_00 } });
  await page.frames()[1]!.evaluate(`dispatchEvent(new Event('focus'))`);
  await modalIn(page).getByText('$30.00 of your limit is free, and a lease begins at $49.95').waitFor();
});

test('a refused first payment says what to do and can be tried again', async () => {
  const page = await open('payment');
  const modal = modalIn(page);
  shop.answer.pay = () => ({ refused: 402, code: 'PaymentRequired', message: 'The bank does not know this account.' });
  await modal.locator('#debitAuthorized').check();
  await modal.getByRole('button', { name: 'Pay $4.04' }).click();
  await modal.getByText('The payment did not go through').waitFor();
  shop.answer.pay = () => sampleView('done');
  await modal.getByRole('button', { name: 'Pay $4.04' }).click();
  await modal.getByText('Signed and paid').waitFor();
});

test('from the press to the first screen there is one round trip, because the button loaded the frame ahead', async () => {
  shop.answer.open = () => sampleView('email');
  const page = await shop.visit(openAtClick);
  await page.waitForLoadState('networkidle');
  // No further script arrives: those of the later screens may be on their way, the first screen needs none.
  await page.route('**/static/**', () => {});
  const asked: string[] = [];
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.locator('#box button').click();
  await modalIn(page).locator('#email:focus').waitFor();
  assert.deepEqual(
    asked.filter((path) => !path.startsWith('/static/')),
    ['/modal/api/open'],
  );
  await page.context().close();
});

test('whoever presses at once has the server asked while what draws its answer is still on its way', async () => {
  shop.answer.open = () => sampleView('email');
  const page = await shop.visit(openAtClick);
  const asked: string[] = [];
  const isAsked = page.waitForRequest('**/modal/api/open');
  page.on('request', (request) => asked.push(new URL(request.url()).pathname));
  await page.route('**/assets/draw-*.js', async (route) => {
    await isAsked;
    await route.continue();
  });
  await page.locator('#box button').click();
  await modalIn(page).locator('#email:focus').waitFor();
  assert.equal(asked.filter((path) => path === '/modal/api/open').length, 1);
  await page.context().close();
});

test('in production there is no sandbox: neither its words, nor its values, nor the script for them', async () => {
  shop.answer.open = () => sampleView('email', { sandbox: false });
  const page = await shop.visit(openAtClick);
  const loaded: string[] = [];
  page.on('request', (request) => loaded.push(request.url()));
  await page.locator('#box button').click();
  const modal = modalIn(page);
  await modal.getByLabel('E-mail', { exact: true }).waitFor();
  assert.equal(await modal.getByText(/sandbox|test values/i).count(), 0);
  shop.answer.email = () => sampleView('profile', { sandbox: false });
  await modal.getByLabel('E-mail', { exact: true }).fill('maria@example.com');
  await page.keyboard.press('Enter');
  await modal.locator('[data-step=profile]').waitFor();
  assert.equal(await modal.getByText(/sandbox|test values/i).count(), 0);
  assert.deepEqual(
    loaded.filter((url) => url.includes('sandbox')),
    [],
  );
});

test('what lay over a screen is closed, and the focus is where it was', async () => {
  const page = await open('profile');
  const modal = modalIn(page);
  for (const name of ['Help', 'Terms', 'Close']) {
    const opener = modal.getByRole('button', { name, exact: true });
    await opener.focus();
    await page.keyboard.press('Enter');
    await modal.locator('#panel-title, #ask-title').waitFor();
    await page.keyboard.press('Escape');
    await modal.locator('#panel-title, #ask-title').waitFor({ state: 'detached' });
    assert.equal(await opener.evaluate((each) => each === document.activeElement), true, name);
  }
});

test('terms, privacy and accessibility are on every screen, and in the help too; the way back is to the screen', async () => {
  const page = await open('email');
  const modal = modalIn(page);
  const frame = page.frames()[1]!;
  for (const step of steps) {
    shop.answer.view = () => sampleView(step);
    await frame.evaluate(`dispatchEvent(new Event('focus'))`);
    await frame.waitForFunction((shown) => document.querySelector(`[data-step=${shown}]`), step);
    const links = modal.getByRole('navigation', { name: 'Legal' }).getByRole('button');
    assert.deepEqual(await links.allInnerTexts(), ['Terms', 'Privacy', 'Accessibility'], step);
  }
  const help = modal.getByRole('button', { name: 'Help' });
  await help.click();
  await modal.locator('.over').getByRole('button', { name: 'Privacy' }).click();
  await modal.getByRole('heading', { name: 'What we collect' }).waitFor();
  assert.equal(await modal.locator('#panel-title').evaluate((each) => each === document.activeElement), true);
  await page.keyboard.press('Escape');
  await modal.locator('.over').waitFor({ state: 'detached' });
  assert.equal(await help.evaluate((each) => each === document.activeElement), true);
});

test('a text that can not be fetched is said to be missing, and comes when it is tried again', async () => {
  const page = await open('profile');
  const modal = modalIn(page);
  await modal.getByLabel('First name').fill('Maria');
  await page.route(/panel/, (route) => route.abort());
  await modal.getByRole('button', { name: 'Terms' }).click();
  await modal.getByRole('heading', { name: 'This part is not here yet' }).waitFor();
  await modal.getByRole('alert').getByText('Nothing was lost.').waitFor();
  await page.unroute(/panel/);
  await modal.getByRole('button', { name: 'Try again' }).click();
  await modal.getByRole('heading', { name: 'What this window is for' }).waitFor();
  await page.keyboard.press('Escape');
  assert.equal(await modal.getByLabel('First name').inputValue(), 'Maria');
});

test('a screen that can not be fetched is said to be missing, and comes when it is tried again', async () => {
  shop.answer.open = () => sampleView('profile');
  const page = await shop.visit(openAtClick);
  await page.route(/later-screens/, (route) => route.abort());
  await page.locator('#box button').click();
  const modal = modalIn(page);
  await modal.getByRole('heading', { name: 'This part is not here yet' }).waitFor();
  await page.unroute(/later-screens/);
  await modal.getByRole('button', { name: 'Try again' }).click();
  await modal.locator('[data-step=profile]').waitFor();
});

test('what a field says is said aloud by itself, and by the notice where there are several', async () => {
  const page = await open('bank');
  const modal = modalIn(page);
  await modal.getByLabel('Account number', { exact: true }).fill('12');
  await page.keyboard.press('Tab');
  await modal.getByRole('alert').getByText('An account number has 4 to 17 digits.').waitFor();
  await modal.getByRole('button', { name: 'Get my answer' }).press('Enter');
  await modal.getByText('answers need another look').waitFor();
  assert.equal(await modal.getByRole('alert').count(), 1);
});

test('the last screen stays while something is read over it', async () => {
  shop.answer.open = () => sampleView('done', { done: { ...sampleView('done').done!, heard: true } });
  const page = await shop.visit(openAtClick);
  await page.clock.install();
  await page.locator('#box button').click();
  const modal = modalIn(page);
  await modal.getByText('This window closes by itself in 8 seconds.').waitFor();
  await modal.getByRole('button', { name: 'Terms' }).click();
  await modal.getByRole('heading', { name: 'What this window is for' }).waitFor();
  await page.clock.runFor(60_000);
  await page.keyboard.press('Escape');
  await modal.locator('.over').waitFor({ state: 'detached' });
  assert.equal(await page.locator('dialog[open]').count(), 1);
});

test('Tab goes round inside the modal', async () => {
  const page = await open('email');
  const modal = modalIn(page);
  await modal.getByRole('button', { name: 'Accessibility' }).focus();
  await page.keyboard.press('Tab');
  assert.equal(
    await modal.getByRole('button', { name: 'Test values' }).evaluate((each) => each === document.activeElement),
    true,
  );
  await page.keyboard.press('Shift+Tab');
  assert.equal(
    await modal.getByRole('button', { name: 'Accessibility' }).evaluate((each) => each === document.activeElement),
    true,
  );
});

test('another language keeps the screen, what was typed and what was marked, and says its messages anew', async () => {
  shop.answer.language = ({ language }) => sampleView('profile', { locale: language as View['locale'] });
  const page = await open('profile', { width: 390, height: 844 });
  const modal = modalIn(page);
  await modal.getByLabel('First name').fill('María José');
  await modal.getByLabel('State', { exact: true }).selectOption('NY');
  await modal.getByLabel('FlexPay may write to me about offers.').check();
  await modal.getByRole('button', { name: 'Continue' }).press('Enter');
  await modal.getByText('A ZIP code has five digits.').waitFor();
  await modal.getByRole('button', { name: /Español/ }).click();
  await modal.getByRole('heading', { name: 'Díganos quién es usted' }).waitFor();
  await modal.getByText('El código postal tiene cinco dígitos.').waitFor();
  assert.equal(await modal.getByLabel('Nombre', { exact: true }).inputValue(), 'María José');
  assert.equal(await modal.getByLabel('Estado').locator('option:checked').innerText(), 'Nueva York');
  assert.equal(await modal.getByLabel('FlexPay puede escribirme sobre ofertas.').isChecked(), true);
  assert.equal(await page.frames()[1]!.evaluate('document.documentElement.lang'), 'es');
  await modal.getByRole('button', { name: /English/ }).click();
  await modal.getByRole('heading', { name: 'Tell us who you are' }).waitFor();
  assert.deepEqual(
    shop.calls.filter(({ verb }) => verb === 'language').map(({ body }) => body),
    [{ language: 'es' }, { language: 'en' }],
  );
});

test('the language that the page asks for reaches the button and the first question', async () => {
  shop.answer.open = ({ locale }) => sampleView('email', { locale: locale as View['locale'] });
  const page = await shop.visit(openAtClick.replace('Button({', "Button({ locale: 'es-MX',"));
  await page.getByRole('button', { name: 'Rente para comprar con FlexPay' }).click();
  await modalIn(page).getByRole('heading', { name: 'Empiece con su correo electrónico' }).waitFor();
  const { body } = shop.calls.find(({ verb }) => verb === 'open')!;
  assert.deepEqual([body.locale, body.browserLocale], ['es', 'en']);
});

test('a browser that prefers Spanish hears the first word in it, a refusal of the order too', async () => {
  shop.answer.open = () => ({ refused: 400, code: 'ValidationError', message: 'items/0/cost is missing' });
  const page = await shop.visit(openAtClick, { width: 390, height: 844, locale: 'es-US' });
  await page.locator('#box button').click();
  const modal = modalIn(page);
  await modal.getByRole('heading', { name: 'No podemos empezar' }).waitFor();
  await modal.getByText('La tienda envió un pedido que no podemos leer.').waitFor();
  assert.equal(shop.calls.find(({ verb }) => verb === 'open')?.body.browserLocale, 'es');
});
