import { globSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import type { InlineConfig } from 'vite';
import { build } from 'vite';

/**
 * `node web/build.ts` writes what the server hands out:
 *   dist/sdk/flexpay.js           one classic script
 *   dist/<room>/*.html + assets/  one folder per room; its files are named by their content and asked for under
 *                                 /static/<room>/, so a strict Content-Security-Policy and a year of caching both hold
 */
const rooms = ['checkout', 'store', 'home'];

const house = fileURLToPath(new URL('..', import.meta.url));
const dist = `${house}dist`;

const everywhere: InlineConfig = { configFile: false, logLevel: 'warn', publicDir: false };

await Promise.all([buildSdk(), ...rooms.map(buildRoom)]);

async function buildSdk(): Promise<void> {
  await build({
    ...everywhere,
    root: house,
    build: {
      outDir: `${dist}/sdk`,
      emptyOutDir: true,
      target: 'es2022',
      reportCompressedSize: false,
      lib: { entry: `${house}sdk/flexpay.ts`, name: 'FlexPay', formats: ['iife'], fileName: () => 'flexpay.js' },
    },
  });
}

async function buildRoom(room: string): Promise<void> {
  const root = `${house}web/${room}`;
  const pages = globSync(`${root}/*.html`);
  if (pages.length === 0) return;
  await build({
    ...everywhere,
    root,
    base: `/static/${room}/`,
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: {
      outDir: `${dist}/${room}`,
      emptyOutDir: true,
      target: 'es2022',
      // An inlined asset would be a data: address, which a strict policy refuses.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
      rolldownOptions: { input: pages },
    },
  });
}
