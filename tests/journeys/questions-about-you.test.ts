import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { startChromium } from '../start-chromium.ts';
import { type StartedHouse, startHouse } from '../start-house.ts';
import { axeFindsNothing } from './axe.ts';
import {
  close,
  giveBank,
  giveEmail,
  givePersonal,
  giveProfile,
  newDevice,
  openTab,
  type Person,
  person,
  type Tab,
} from './shopper.ts';
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

test('who is asked about themselves sees the time, may close and come back, and gets other questions once', async () => {
  const tab = await handedIn(person('Quinn', { ssn: '666100001' }));
  const { modal, page } = tab;
  await tab.sees('questions');
  await modal.getByRole('heading', { name: 'Five questions about you' }).waitFor();
  await axeFindsNothing(page, 'questions, before');
  await tab.says('Show me the questions');
  await modal.getByRole('timer').waitFor();
  await modal.getByRole('button', { name: 'Send my answers' }).press('Enter');
  await modal.getByText('Five answers need another look').waitFor();
  await axeFindsNothing(page, 'questions, none answered');
  await choose(tab, 1);
  await close(tab);
  await tab.press('questions');
  await modal.getByRole('timer', { name: /^4 minutes/ }).waitFor();
  await choose(tab, 1);
  await tab.says('Send my answers');
  await modal.getByRole('heading', { name: 'Let us try once more' }).waitFor();
  await axeFindsNothing(page, 'questions, once more');
  await tab.says('Show me other questions');
  await choose(tab, 0);
  await axeFindsNothing(page, 'questions, answered');
  await tab.says('Send my answers');
  await tab.sees('decision');
  await tab.says('Review my order');
  await tab.sees('review');
  await street.auditIsGreen();
});

test('time that runs out on the screen is over there, and then documents are asked for', async () => {
  const tab = await handedIn(person('Xenia', { ssn: '666130001' }));
  const { modal, page } = tab;
  await tab.says('Show me the questions');
  await modal.getByText('The time was over before your answers came.', { exact: false }).waitFor();
  await tab.says('Show me other questions');
  await modal.getByRole('heading', { name: 'One more step: show us that it is you' }).waitFor();
  await axeFindsNothing(page, 'documents');
  await tab.says('Back to Marlow & Finch');
  await street.auditIsGreen();
});

test('the clock on the screen asks the house when it reaches zero', async () => {
  const tab = await handedIn(person('Tilda', { ssn: '666100009' }));
  const { modal, page } = tab;
  await page.clock.install();
  await tab.says('Show me the questions');
  await modal.getByRole('timer').waitFor();
  await street.advance('PT6M');
  await page.clock.runFor('05:01');
  await modal.getByText('The time was over before your answers came.', { exact: false }).waitFor();
  await street.auditIsGreen();
});

/** A tab of somebody new whose application was just handed in. */
async function handedIn(who: Person): Promise<Tab> {
  const tab = await openTab(await newDevice(browser), house);
  await tab.putInBag('halden-desk-lamp');
  await tab.press('email');
  await giveEmail(tab, who.email);
  await tab.sees('profile');
  await giveProfile(tab, who);
  await tab.sees('personal');
  await givePersonal(tab, who);
  await tab.sees('bank');
  await giveBank(tab, who.account);
  return tab;
}

async function choose({ modal }: Tab, choice: number): Promise<void> {
  const questions = modal.locator('fieldset');
  await questions.nth(4).waitFor();
  for (let at = 0; at < 5; at += 1) await questions.nth(at).getByRole('radio').nth(choice).check();
}
