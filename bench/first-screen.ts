import { existsSync } from 'node:fs';
import { type Browser, chromium, type Page } from 'playwright-core';

/** A phone on a slow line, as Chromium throttles one: a quarter of this processor, 1.6 Mbit/s down and 0.75 up, every answer 150 ms late. */
const phone = { cpu: 4, latency: 150, downloadThroughput: 1_600_000 / 8, uploadThroughput: 750_000 / 8 };

/** In milliseconds, from the press of the button to an e-mail field that can be typed into. */
export type FirstScreen = {
  /** The frame was loaded while the shopper read the page, as the button sees to. */
  ahead: number;
  /** Pressed as soon as the button was drawn. */
  atOnce: number;
};

const chromiumPath = '/usr/bin/chromium';

/** How soon a shopper on that phone can type, in the middle of some rounds, each with an empty cache; null without a Chromium. */
export async function firstScreen(baseUrl: string, rounds: number): Promise<FirstScreen | null> {
  if (!existsSync(chromiumPath)) return null;
  // One process for page and frame, so that one throttle holds both.
  const isolation = ['--disable-site-isolation-trials', '--disable-features=IsolateOrigins,site-per-process'];
  const args = ['--no-sandbox', '--disable-quic', '--disable-background-networking', ...isolation];
  const browser = await chromium.launch({ executablePath: chromiumPath, args });
  try {
    const ahead: number[] = [];
    const atOnce: number[] = [];
    for (let round = 0; round < rounds; round += 1) {
      ahead.push(await pressed(browser, baseUrl, async (page) => page.waitForLoadState('networkidle')));
      atOnce.push(await pressed(browser, baseUrl, async () => {}));
    }
    return { ahead: middle(ahead), atOnce: middle(atOnce) };
  } finally {
    await browser.close();
  }
}

async function pressed(browser: Browser, baseUrl: string, beforePress: (page: Page) => Promise<void>): Promise<number> {
  const context = await browser.newContext({ viewport: { width: 390, height: 844 }, hasTouch: true });
  await context.addInitScript(watch);
  const page = await context.newPage();
  await page.goto(`${baseUrl}/store/p/halden-desk-lamp`);
  await page.getByRole('button', { name: 'Add to bag' }).click();
  await page.getByText('In your bag.').waitFor();
  const devtools = await context.newCDPSession(page);
  await devtools.send('Network.enable');
  await devtools.send('Network.setCacheDisabled', { cacheDisabled: true });
  await devtools.send('Network.emulateNetworkConditions', { offline: false, ...phone });
  await devtools.send('Emulation.setCPUThrottlingRate', { rate: phone.cpu });
  await page.goto(`${baseUrl}/store/checkout`);
  const button = page.getByRole('button', { name: /FlexPay/ });
  await button.waitFor();
  await beforePress(page);
  await button.click();
  const email = page.frameLocator('iframe[title=FlexPay]').locator('#email:focus');
  await email.waitFor();
  const pressedAt = await page.evaluate(() => (window as Watched).pressedAt!);
  const typableAt = await email.evaluate(() => (window as Watched).typableAt!);
  await context.close();
  return typableAt - pressedAt;
}

type Watched = Window & { pressedAt?: number; typableAt?: number };

/** The browser's own clock: what drives it from outside looks now and then, and later the busier this machine is. */
function watch(): void {
  const at = ({ timeStamp }: Event) => performance.timeOrigin + timeStamp;
  addEventListener('click', (event) => Object.assign(window, { pressedAt: at(event) }), true);
  addEventListener('focusin', (event) => Object.assign(window, { typableAt: at(event) }), true);
}

const middle = (figures: number[]): number => figures.toSorted((a, b) => a - b)[Math.floor(figures.length / 2)]!;
