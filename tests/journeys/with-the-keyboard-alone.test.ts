import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser, Frame, Page } from 'playwright-core';
import { sandboxRouting } from '#core/application/routing-number.ts';
import { startChromium } from '../start-chromium.ts';
import { type StartedHouse, startHouse } from '../start-house.ts';
import { codeSentTo, desk, modalFrame, nextPayDate, openTab, person, typed } from './shopper.ts';
import { openStreet, type Street } from './street.ts';

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

/**
 * Not timed but counted. Thirty-six words of five letters a minute is what people type on a phone (Palin and others, “How do
 * people type on mobile devices?”, 2019: 37,000 volunteers); on a keyboard they are faster. Finding the next
 * field and recalling what belongs there is our assumption.
 */
const keysPerSecond = (36 * 5) / 60;
const secondsPerField = 1.5;
const secondsMax = 3 * 60;

test('a new shopper signs with the keyboard alone, types under three minutes, and nothing twice but the account', async (t) => {
  const device = await browser.newContext({ viewport: desk, reducedMotion: 'reduce' });
  const tab = await openTab(device, house);
  const { page, modal, sees } = tab;
  const who = person('Maren');
  await tab.putInBag('halden-desk-lamp');
  await tab.go('/store/checkout');
  await page.getByRole('button', { name: /FlexPay/ }).focus();
  await page.keyboard.press('Enter');
  await sees('email');
  const frame = await modalFrame(page);
  const hand = handOn(page, frame);

  await hand.types('email', who.email);
  await hand.enter();
  await sees('profile');
  await hand.types('firstName', who.firstName);
  await hand.types('lastName', who.lastName);
  await hand.types('mobilePhone', '5125550142');
  await hand.types('street1', '1904 Guadalupe Street');
  await hand.types('city', 'Austin');
  await hand.types('state', 'Tex');
  await hand.types('postalCode', '78705');
  await hand.types('password', who.password);
  await hand.enter();
  await sees('personal');
  await hand.types('dateOfBirth', '02281991');
  await hand.types('ssn', who.ssn);
  await hand.types('monthlyIncome', '3800');
  await hand.types('nextPayDate', typed(nextPayDate()));
  await hand.chooses('payFrequency');
  await hand.ticks('inquiryConsent');
  await hand.presses('Continue');
  await sees('bank');
  await hand.types('routingNumber', sandboxRouting);
  await hand.types('accountNumber', who.account);
  await hand.types('accountNumberAgain', who.account);
  await hand.chooses('accountType');
  await hand.presses('Get my answer');
  await sees('decision');
  await hand.presses('Review my order');
  await sees('review');
  await hand.presses('Continue to the agreement');
  await sees('agreement');
  await hand.ticks('eRecordsConsent');
  await hand.types('eRecordsCode', await modal.locator('.paper .code').first().innerText());
  await hand.ticks('totalAcknowledged');
  await hand.ticks('earlyPurchaseAcknowledged');
  await hand.types('typedName', `${who.firstName} ${who.lastName}`);
  await hand.presses('Send me a code');
  await modal.getByText('The code is on its way.').waitFor();
  await hand.types('oneTimeCode', await codeSentTo(street, who.email));
  await hand.enter();
  await sees('payment');

  const { answers, keys } = hand.done();
  const texts = answers.map(({ text }) => text).filter((text) => text !== '');
  const twice = texts.filter((text, at) => texts.indexOf(text) < at);
  assert.deepEqual(twice, [who.account], 'the one thing that is typed twice');
  const seconds = keys / keysPerSecond + answers.length * secondsPerField;
  t.diagnostic(`${answers.length} answers, ${keys} keys: ${Math.round(seconds)} s at 36 words a minute`);
  assert.ok(seconds < secondsMax, `${seconds} s`);
  await street.auditIsGreen();
  await device.close();
});

/** Hands that know no mouse: Tab to a field, type, tick with Space, send with Enter. They count what they do. */
function handOn(page: Page, frame: Frame) {
  const answers: { field: string; text: string }[] = [];
  let keys = 0;
  const press = async (key: string) => {
    keys += 1;
    await page.keyboard.press(key);
  };
  /** Tab moves on; how often is not typing, and no screen needs more than this. */
  const walkTo = async (what: string, isThere: (active: Element, what: string) => boolean) => {
    for (let tabs = 0; tabs <= tabsMax; tabs += 1) {
      // The very function, by its text: it is asked inside the frame.
      if (await frame.evaluate(`(${isThere})(document.activeElement, ${JSON.stringify(what)})`)) return;
      await page.keyboard.press('Tab');
    }
    assert.fail(`Tab does not lead to ${what}`);
  };
  const hasId = (active: Element, id: string) => active.id === id;
  return {
    types: async (field: string, text: string) => {
      await walkTo(field, hasId);
      answers.push({ field, text });
      keys += text.length;
      await page.keyboard.type(text);
    },
    ticks: async (field: string) => {
      await walkTo(field, hasId);
      answers.push({ field, text: '' });
      await press('Space');
    },
    /** The first of a few. */
    chooses: async (group: string) => {
      await walkTo(group, (active, name) => active.getAttribute('name') === name);
      answers.push({ field: group, text: '' });
      await press('Space');
    },
    presses: async (name: string) => {
      await walkTo(name, (active, says) => active.matches('button') && active.textContent?.trim() === says);
      await press('Enter');
    },
    enter: () => press('Enter'),
    done: () => ({ answers, keys }),
  };
}

const tabsMax = 40;
