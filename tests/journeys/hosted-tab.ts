import assert from 'node:assert/strict';
import type { BrowserContext } from 'playwright-core';
import type { Tab } from './shopper.ts';

/** A tab of the hosted page, as shopper.ts walks through the frame of a store's page. */
export async function openPage(device: BrowserContext, address: string): Promise<Tab> {
  const page = await device.newPage();
  page.setDefaultTimeout(30_000);
  await page.goto(address);
  const nowhere = async () => assert.fail('there is no store around the hosted page');
  return {
    page,
    modal: page.locator('body'),
    go: nowhere,
    putInBag: nowhere,
    press: nowhere,
    sees: (step) => page.locator(`[data-step=${step}]`).waitFor(),
    says: (name) => page.getByRole('button', { name, exact: typeof name === 'string' }).click(),
  };
}

/** What a strict policy refused, or went wrong in a script. */
export function errorsOn(device: BrowserContext): string[] {
  const errors: string[] = [];
  device.on('weberror', (error) => errors.push(error.error().message));
  device.on('console', (message) => {
    if (message.type() === 'error') errors.push(message.text());
  });
  return errors;
}
