import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** For tests: the files that `checkoutPages` hands out, as small as they can be, in a folder of their own. */
export function testPages(): { dist: string; remove(): void } {
  const dist = mkdtempSync(path.join(tmpdir(), 'flexpay-dist-'));
  for (const folder of ['sdk', 'checkout']) mkdirSync(path.join(dist, folder));
  writeFileSync(path.join(dist, 'sdk', 'flexpay.js'), 'window.FlexSDK = { brand: "%FLEXPAY_BRAND%" }');
  writeFileSync(path.join(dist, 'sdk', 'flexpay.mjs'), 'export const loadFlexPay = 1;');
  for (const page of ['index', 'pay', 'kiosk', 'card']) {
    writeFileSync(path.join(dist, 'checkout', `${page}.html`), '<!doctype html>');
  }
  return { dist, remove: () => rmSync(dist, { recursive: true }) };
}
