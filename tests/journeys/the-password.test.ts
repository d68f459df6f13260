import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Browser } from 'playwright-core';
import { startChromium } from '../start-chromium.ts';
import { type StartedHouse, startHouse } from '../start-house.ts';
import { axeFindsNothing } from './axe.ts';
import { ada, codeSentTo, giveEmail, givePassword, newDevice, openTab, type Tab } from './shopper.ts';
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

test('somebody who forgot the password chooses a new one; the old one and every other device are out', async () => {
  const elsewhere = await atPassword();
  await givePassword(elsewhere, ada.password);
  await elsewhere.sees('review');

  const tab = await atPassword();
  const { modal, page } = tab;
  await tab.says('Forgot your password?');
  await tab.sees('forgot');
  await axeFindsNothing(page, 'forgot');
  await modal.getByLabel(/^Text to the number that ends in \d{4}$/).check();
  await tab.says('Send the code');
  await tab.sees('reset-code');
  await tab.says('No code? Choose another way');
  await tab.sees('forgot');
  await modal.getByLabel(`E-mail to ${ada.email}`).check();
  await tab.says('Send the code');
  await tab.sees('reset-code');
  await axeFindsNothing(page, 'reset-code');
  await modal.getByLabel('One-time code').fill(await codeSentTo(street, ada.email));
  await tab.says('Continue');
  await tab.sees('new-password');
  await modal.getByLabel('New password', { exact: true }).fill('short');
  await modal.getByRole('button', { name: 'Save the password' }).press('Enter');
  await modal.getByText('Choose a password of at least 8 characters.').waitFor();
  await axeFindsNothing(page, 'new-password');
  await modal.getByLabel('New password', { exact: true }).fill('chosen-by-Ada-2');
  await tab.says('Save the password');
  await tab.sees('password-changed');
  await axeFindsNothing(page, 'password-changed');
  assert.equal((await street.letters(ada.email))[0], 'Your FlexPay password was changed');
  await tab.says('Continue');
  await tab.sees('review');

  await elsewhere.says('Continue to the agreement');
  await elsewhere.sees('password');
  await givePassword(elsewhere, ada.password);
  await elsewhere.modal.getByText('do not fit together').waitFor();
  await givePassword(elsewhere, 'chosen-by-Ada-2');
  await elsewhere.sees('review');

  // From here on: the account, over the review.
  await elsewhere.says('Your account');
  await elsewhere.modal.getByText('This device', { exact: true }).waitFor();
  await axeFindsNothing(elsewhere.page, 'account');
  await elsewhere.modal.getByLabel('Current password').fill('chosen-by-Ada-2');
  await elsewhere.modal.getByLabel('New password', { exact: true }).fill(ada.password);
  await elsewhere.says('Change the password');
  await elsewhere.modal.getByText('Your password is changed').waitFor();
  await elsewhere.says('Back to your application');
  await elsewhere.sees('review');
  await tab.says('Continue to the agreement');
  await tab.sees('password');
  await givePassword(tab, ada.password);
  await tab.sees('review');
  await tab.says('Your account');
  await tab.says('Log out everywhere');
  await tab.sees('email');
  await elsewhere.says('Continue to the agreement');
  await elsewhere.sees('password');
  await street.auditIsGreen();
});

/** A device that nobody has used, at Ada's password. */
async function atPassword(): Promise<Tab> {
  const tab = await openTab(await newDevice(browser), house);
  await tab.putInBag('halden-desk-lamp');
  await tab.press('email');
  await giveEmail(tab, ada.email);
  await tab.sees('password');
  return tab;
}
