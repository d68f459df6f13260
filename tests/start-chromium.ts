import { type Browser, chromium } from 'playwright-core';

/** A real browser without a window, which asks nobody outside this machine for anything. */
export function startChromium({ keepsPages = false } = {}): Promise<Browser> {
  // What drives the browser loses sight of frames in a page that was kept for the way back, so it is for tests of that alone.
  const ignoreDefaultArgs = keepsPages ? ['--disable-back-forward-cache'] : [];
  return chromium.launch({ executablePath: '/usr/bin/chromium', args: flags, ignoreDefaultArgs });
}

const flags = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
];
