import assert from 'node:assert/strict';
import { readFile } from 'node:fs/promises';
import { createRequire } from 'node:module';
import { after, before, beforeEach, test } from 'node:test';
import type { Frame, Page } from 'playwright-core';
import type { Step, View } from '#contract/modal/view.ts';
import { modalIn, openTestShop, type TestShop } from '../../sdk/test-shop.ts';
import { documentsAsked, sampleView } from './sample-views.ts';
import { en } from './texts/en.ts';
import { es } from './texts/es.ts';
import { laterEn } from './texts/later-en.ts';
import { laterEs } from './texts/later-es.ts';

/** What every screen of the modal must do (button-and-modal 2), as tables: each row is looked at in a real Chromium. */
let shop: TestShop;
before(async () => {
  shop = await openTestShop();
});
after(() => shop.close());
beforeEach(() => {
  for (const verb of Object.keys(shop.answer)) delete shop.answer[verb];
  shop.answer['bank-name'] = () => ({ bankName: 'JPMorgan Chase' }) as unknown as View;
});

const words = { en: { ...en, ...laterEn }, es: { ...es, ...laterEs } };

/** Somebody new: nothing is known of them but the address. */
const unknown = {
  email: 'maria.delgado@example.com',
  firstName: '',
  lastName: '',
  mobileLast4: null,
  hasPassword: false,
  isLoggedIn: false,
};

/** Somebody who may look at an application before us. */
const lender = {
  place: 'prime',
  name: 'Prime Sample',
  purpose: 'Prime Sample checks whether you qualify for its own plan.',
  noticeAt: 'https://prime.example/privacy',
  ticked: false,
} as const;

/**
 * A screen with answers, and how many of them somebody owes who presses its action at once. None stands twice in a row:
 * the next one is waited for by its name.
 */
const asking: readonly { step: Step; owes: number; changes?: Partial<View> }[] = [
  { step: 'email', owes: 1 },
  { step: 'password', owes: 1 },
  { step: 'passcode', owes: 1 },
  { step: 'reset-code', owes: 1 },
  { step: 'new-password', owes: 1 },
  { step: 'profile', owes: 8, changes: { customer: unknown } },
  { step: 'personal', owes: 6 },
  { step: 'bank', owes: 3, changes: { draft: {} } },
  { step: 'personal', owes: 6, changes: { lenders: [lender] } },
  { step: 'questions', owes: 5 },
  { step: 'decision', owes: 2, changes: documentsAsked },
  { step: 'agreement', owes: 6 },
  { step: 'payment', owes: 1 },
];

/** A window, and whoever sits before it. 640 × 450 is a desk at 200 % zoom, 320 wide is the same at 400 %. */
const windows = [
  { width: 1280, height: 900, scheme: 'light', locale: 'en' },
  { width: 390, height: 844, scheme: 'dark', locale: 'es' },
  { width: 640, height: 450, scheme: 'light', locale: 'es' },
  { width: 320, height: 568, scheme: 'dark', locale: 'en' },
] as const;

for (const window of windows) {
  const { width, height, locale } = window;
  test(`at ${width} × ${height} in ${locale} every screen says beside each answer what it owes, and axe finds nothing`, async () => {
    const page = await openModal(window);
    const frame = page.frames()[1]!;
    for (const { step, owes, changes } of asking) {
      await show(frame, step, { locale, ...changes });
      await frame.evaluate(() => document.querySelector<HTMLElement>('.modal-foot [type=submit]')!.click());
      await frame
        .locator('.wrong-say')
        .nth(owes - 1)
        .waitFor();
      const said = await frame.evaluate(mistakes);
      assert.equal(said.length, owes, `${step}: ${JSON.stringify(said)}`);
      for (const { name, sentence, tied } of said) assert.ok(sentence && tied, `${step}: ${name}`);
      const focused = await frame.evaluate(() => document.activeElement?.closest('.wrong, fieldset') !== null);
      assert.equal(focused, true, `${step}: the focus stands in the first of them`);
      // More than one is counted aloud, with a way to each.
      const alert = frame.locator('[role=alert]');
      assert.equal(await alert.locator('.link').count(), owes === 1 ? 0 : owes, step);
      if (owes > 1) assert.equal(await alert.locator('b').innerText(), words[locale].anotherLook(owes));
      await isClean(frame, `${step}, wrong`);
    }
    await page.context().close();
  });

  test(`at ${width} × ${height} in ${locale} nothing of a screen is out of reach, by hand or with Tab`, async () => {
    const page = await openModal(window);
    const frame = page.frames()[1]!;
    for (const { step, changes } of everyScreen) {
      await show(frame, step, { locale, ...changes });
      assert.deepEqual(await frame.evaluate(outOfReach), [], step);
      await frame.evaluate(() => document.querySelector<HTMLElement>('.modal-top .tool')!.focus());
      const stops: number = await frame.evaluate(countStops);
      const visited: Stop[] = [await frame.evaluate(focusedStop)];
      while (visited.length < stops) {
        await page.keyboard.press('Tab');
        const stop: Stop = await frame.evaluate(focusedStop);
        // A text that scrolls and has nothing to press in it is a stop of the browser's own.
        if (!stop.scrolls) visited.push(stop);
      }
      assert.equal(new Set(visited.map(({ order }) => order)).size, stops, `${step}: ${JSON.stringify(visited)}`);
      assert.deepEqual(
        visited.filter(({ seen, ring }) => !seen || !ring),
        [],
        `${step}: what has the focus is seen, with its ring`,
      );
      const orders = visited.map(({ order }) => order);
      const turn = orders.indexOf(0);
      assert.deepEqual(
        [...orders.slice(turn), ...orders.slice(0, turn)],
        orders.toSorted((a, b) => a - b),
        step,
      );
    }
    await page.context().close();
  });
}

const everyScreen: readonly { step: Step; changes?: Partial<View> }[] = [
  ...asking,
  ...(['forgot', 'password-changed', 'waiting', 'decision', 'review', 'done'] as const).map((step) => ({ step })),
  {
    step: 'decision',
    changes: {
      decision: null,
      elsewhere: { name: 'Prime Sample', limitCents: 3_000_00, continueAt: 'https://prime.example/apply/1' },
    },
  },
  { step: 'payment' },
  {
    step: 'decision',
    changes: { ...documentsAsked, documents: { ...documentsAsked.documents!, areHandedIn: true } },
  },
];

/** What is typed into a field, and the sentence that stands beside it; null where it is taken. */
const typed: readonly { step: Step; field: string; rows: [typed: string, sentence: string | null][] }[] = [
  {
    step: 'email',
    field: 'email',
    rows: [
      ['maria', en.email.wrong],
      ['maria@example', en.email.wrong],
      ['maria@example.c', en.email.wrong],
      ['maria@home@example.com', en.email.wrong],
      ['@example.com', en.email.wrong],
      ['maria delgado@example.com', en.email.wrong],
      ['maria.delgado@example.com', null],
    ],
  },
  {
    step: 'profile',
    field: 'firstName',
    rows: [
      ['Mar1a', laterEn.profile.wrong.firstName],
      ['María-José O’Neil Jr.', null],
    ],
  },
  {
    step: 'profile',
    field: 'mobilePhone',
    rows: [
      ['512 555 014', laterEn.profile.wrong.mobilePhone],
      ['25125550142', laterEn.profile.wrong.mobilePhone],
      ['1 512 555 0142', null],
    ],
  },
  {
    step: 'profile',
    field: 'street1',
    rows: [
      ['PO Box 12', laterEn.profile.wrong.poBox],
      ['418 SE Alder St', null],
    ],
  },
  {
    step: 'profile',
    field: 'postalCode',
    rows: [
      ['9721', laterEn.profile.wrong.postalCode],
      ['97214', null],
    ],
  },
  {
    step: 'personal',
    field: 'dateOfBirth',
    rows: [
      ['0230', laterEn.personal.wrong.dateOfBirth],
      ['02301991', laterEn.personal.wrong.notADay],
      ['11212008', laterEn.personal.wrong.tooYoung],
      ['11202008', null],
    ],
  },
  {
    step: 'personal',
    field: 'ssn',
    rows: [
      ['66601150', laterEn.personal.wrong.ssn],
      ['666011500', laterEn.personal.wrong.notIssued],
      ['900700000', null],
    ],
  },
  {
    step: 'personal',
    field: 'monthlyIncome',
    rows: [
      ['much', laterEn.personal.wrong.monthlyIncome],
      ['0', laterEn.personal.wrong.monthlyIncome],
      ['3150', null],
    ],
  },
  {
    step: 'personal',
    field: 'nextPayDate',
    rows: [
      ['11192026', laterEn.personal.wrong.payDatePast],
      ['12262026', laterEn.personal.wrong.payDateFar],
      ['11272026', null],
    ],
  },
  {
    step: 'bank',
    field: 'routingNumber',
    rows: [
      ['12345678', laterEn.bank.wrong.format],
      ['325070761', laterEn.bank.wrong.checksum],
      ['000000000', laterEn.bank.wrong.blocked],
      ['084009519', laterEn.bank.wrong.blocked],
      ['325070760', null],
    ],
  },
  {
    step: 'bank',
    field: 'accountNumber',
    rows: [
      ['123', laterEn.bank.wrong.accountNumber],
      ['440000001234', null],
    ],
  },
  {
    step: 'bank',
    field: 'accountNumberAgain',
    rows: [
      ['440000001235', laterEn.bank.wrong.accountNumberAgain],
      ['440000001234', null],
    ],
  },
  {
    step: 'passcode',
    field: 'passcode',
    rows: [
      ['12345', laterEn.passcode.wrong],
      ['123456', null],
    ],
  },
  {
    step: 'agreement',
    field: 'typedName',
    rows: [
      ['Maria', laterEn.agreement.wrong.typedName],
      ['Maria Delgado', null],
    ],
  },
];

test('what is refused says why beside its field when the field is left, and goes as soon as it is right', async () => {
  const page = await openModal(windows[0]);
  const frame = page.frames()[1]!;
  let at: Step = 'email';
  for (const { step, field, rows } of typed) {
    // Numbers that the sandbox would take are nobody's.
    if (step !== at) await show(frame, step, { customer: unknown, draft: {}, sandbox: false });
    at = step;
    const box = frame.locator(`#${field}`);
    for (const [text, sentence] of rows) {
      await box.fill('');
      await box.pressSequentially(text);
      await box.blur();
      const wrong = frame.locator(`#${field}-wrong`);
      if (sentence === null) await wrong.waitFor({ state: 'detached' });
      else assert.equal(await wrong.innerText(), sentence, `${field}: ${text}`);
      assert.equal(await box.getAttribute('aria-invalid'), sentence === null ? null : 'true', `${field}: ${text}`);
    }
  }
  await page.context().close();
});

test('who asks for less motion sees none, on any screen or over one', async () => {
  const page = await openModal(windows[0], { reducedMotion: true });
  const frame = page.frames()[1]!;
  const moving = () =>
    frame.evaluate(() => document.getAnimations().filter((each) => each.playState === 'running').length);
  for (const { step, changes } of everyScreen) {
    await show(frame, step, changes);
    assert.equal(await moving(), 0, step);
  }
  await frame.getByRole('button', { name: 'Help' }).click();
  await frame.locator('#panel-title').waitFor();
  assert.equal(await moving(), 0, 'help');
  await page.context().close();
});

test('a long text scrolls inside the modal with the keys, never the page behind it', async () => {
  const page = await openModal({ ...windows[1], height: 600, locale: 'en' });
  const frame = page.frames()[1]!;
  await page.evaluate(() => {
    document.body.style.minHeight = '3000px';
  });
  const pageAt = () => page.evaluate('scrollY');
  for (const panel of ['Terms', 'Privacy', 'Help', 'Accessibility']) {
    await frame.getByRole('button', { name: panel, exact: true }).click();
    const text = frame.locator('.over .modal-body');
    await text.locator('h2').first().waitFor();
    await frame.waitForFunction(() => document.activeElement?.closest('.over') !== null);
    if (await text.evaluate((each) => each.scrollHeight > each.clientHeight)) {
      await page.keyboard.press('End');
      await frame.waitForFunction(() => {
        const body = document.querySelector('.over .modal-body')!;
        return body.scrollTop + body.clientHeight >= body.scrollHeight - 2;
      });
    }
    assert.equal(await pageAt(), 0, panel);
    await page.keyboard.press('Escape');
    await text.waitFor({ state: 'detached' });
  }
  await page.context().close();
});

type Window = { width: number; height: number; scheme: 'light' | 'dark'; locale: 'en' | 'es' };

async function openModal({ locale, ...size }: Window, { reducedMotion = false } = {}): Promise<Page> {
  shop.answer.open = () => sampleView('email', { locale });
  const page = await shop.visit(
    `FlexSDK.Button({ createOrder: (data, actions) => actions.transaction.create({}) }).render('#box');`,
    size,
  );
  if (reducedMotion) await page.emulateMedia({ reducedMotion: 'reduce' });
  await page.locator('#box button').click();
  await modalIn(page).locator('[data-step=email]').waitFor();
  await page
    .frames()[1]!
    .evaluate(await readFile(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8'));
  return page;
}

/** The server says another step; the frame looks when the window gets the focus. */
async function show(frame: Frame, step: Step, changes: Partial<View> = {}): Promise<void> {
  shop.answer.view = () => sampleView(step, changes);
  await frame.evaluate(`dispatchEvent(new Event('focus'))`);
  await frame.waitForFunction((shown) => document.querySelector(`[data-step=${shown}]`), step);
  await frame.evaluate(arrived);
}

async function isClean(frame: Frame, what: string): Promise<void> {
  await frame.evaluate(arrived);
  const { violations } = (await frame.evaluate('axe.run()')) as {
    violations: { id: string; nodes: { html: string }[] }[];
  };
  assert.deepEqual(
    violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]),
    [],
    what,
  );
  assert.equal(await frame.evaluate('document.documentElement.scrollWidth > innerWidth'), false, `${what}: sideways`);
}

// Half-faded text has half its contrast: what moves in has to have arrived before it is judged.
const arrived = `Promise.all(document.getAnimations()
  .filter((each) => each.effect.getComputedTiming().iterations === 1).map((each) => each.finished))`;

/** Each sentence beside a field, and whether a screen reader reads it with the field. */
function mistakes() {
  return [...document.querySelectorAll('.sheet .wrong-say')].map((say) => {
    const field = document.querySelector(`[aria-describedby~="${say.id}"]`);
    const named = field?.querySelector('[aria-invalid=true]') ?? field;
    return {
      name: say.id,
      sentence: (say.textContent ?? '').trim(),
      tied: named?.getAttribute('aria-invalid') === 'true',
    };
  });
}

/** What can be pressed or typed into and yet is covered, cut off or outside when it is scrolled to. */
function outOfReach() {
  const things = [...document.querySelectorAll<HTMLElement>('.sheet :is(a[href], button, input, select, summary)')];
  return things
    .filter((thing) => thing.getClientRects().length > 0)
    .filter((thing) => {
      thing.scrollIntoView({ block: 'center', inline: 'center' });
      const { left, top, width, height } = thing.getBoundingClientRect();
      const hit = document.elementFromPoint(left + width / 2, top + height / 2);
      return !hit || !(thing.contains(hit) || hit.contains(thing));
    })
    .map((thing) => thing.outerHTML.slice(0, 120));
}

type Stop = { order: number; scrolls: boolean; seen: boolean; ring: boolean; html: string };

const stopsOf = `[...document.querySelectorAll('.sheet :is(a[href], button, input, select, summary, [tabindex="0"])')]
  .filter((each) => each.getClientRects().length > 0 && !each.disabled)
  .filter((each, at, all) => each.type !== 'radio' ||
    all.find((other) => other.name === each.name && (other.checked || !all.some((one) => one.name === each.name && one.checked))) === each)`;

const countStops = `${stopsOf}.length`;

/** What has the focus: the how-manieth stop it is, whether it is in sight, and whether one sees that it has the focus. */
const focusedStop = `(() => {
  const active = document.activeElement;
  const { left, top, width, height } = active.getBoundingClientRect();
  const hit = document.elementFromPoint(left + width / 2, Math.min(top + height / 2, innerHeight - 1));
  const ring = [active, active.closest('.affix')].some((each) => each && getComputedStyle(each).outlineStyle !== 'none');
  return { order: ${stopsOf}.indexOf(active), scrolls: active.matches('.modal-body'), seen: Boolean(hit && (active.contains(hit) || hit.contains(active))), ring,
    html: active.outerHTML.slice(0, 100) };
})()`;
