import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import type { Frame, Page } from 'playwright-core';
import { desk, modalFrame, phone, type Screen } from './shopper.ts';

const source = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8');

/**
 * Looks at what is on the screen with the eyes of axe, in light on a desk and in the dark on a phone, and holds that
 * nothing scrolls sideways: the modal where it is open, else the page.
 */
export async function axeFindsNothing(page: Page, what: string, rules: Rules = {}): Promise<void> {
  const open = (await page.locator('dialog[open]').count()) > 0;
  const frame = open ? await modalFrame(page) : page.mainFrame();
  for (const [screen, colorScheme] of [
    [desk, 'light'],
    [phone, 'dark'],
  ] as const) {
    await page.emulateMedia({ colorScheme });
    await resize(page, frame, screen);
    await frame.evaluate(source);
    await frame.evaluate(arrived);
    const { violations } = (await frame.evaluate(`axe.run(${JSON.stringify({ iframes: false, rules })})`)) as {
      violations: Violation[];
    };
    const found = violations.map(({ id, nodes }) => [id, nodes.map(({ html }) => html)]);
    assert.deepEqual(found, [], `${what} at ${screen.width}`);
    const wide = await frame.evaluate('document.documentElement.scrollWidth > innerWidth');
    assert.equal(wide, false, `${what} scrolls sideways at ${screen.width}`);
  }
  await page.emulateMedia({ colorScheme: 'light' });
  await resize(page, frame, desk);
}

/** A frame of another origin is laid out after its page; a press on what still moves would miss. */
async function resize(page: Page, frame: Frame, screen: Screen): Promise<void> {
  await page.setViewportSize(screen);
  await frame.waitForFunction((width) => innerWidth === width, screen.width);
  await frame.evaluate(() => new Promise((drawn) => requestAnimationFrame(() => requestAnimationFrame(drawn))));
}

type Rules = Record<string, { enabled: boolean }>;

type Violation = { id: string; nodes: { html: string }[] };

// Half-faded text has half its contrast: what moves in has to have arrived before it is judged.
const arrived = `Promise.all(document.getAnimations()
  .filter((each) => each.effect.getComputedTiming().iterations === 1).map((each) => each.finished))`;
