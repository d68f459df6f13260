import { globSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { build, type InlineConfig, type LibraryOptions, type Plugin } from 'vite';
import { buildTexts } from './build-texts.ts';

/**
 * Writes into the folder what the server hands out:
 *   sdk/flexpay.js           one classic script, served under /sdk/js
 *   sdk/flexpay.mjs          the loader of that script, for pages of modules
 *   <room>/*.html, assets/   one folder per room of `web/` that has pages; its files are named by their content and asked
 *                            for under /static/<room>/, so a strict Content-Security-Policy and a year of caching hold
 */
export async function buildEverything(folder: string): Promise<void> {
  await Promise.all([buildSdk(folder), ...rooms.map((room) => buildRoom(room, folder))]);
  buildTexts(house, folder);
}

const rooms = ['checkout', 'store', 'home', 'docs'];

const house = fileURLToPath(new URL('..', import.meta.url));

const everywhere: InlineConfig = { configFile: false, logLevel: 'warn', publicDir: false };

async function buildSdk(folder: string): Promise<void> {
  const lib = { name: 'FlexPay' };
  await buildScript(folder, {
    ...lib,
    entry: `${house}sdk/flexpay.ts`,
    formats: ['iife'],
    fileName: () => 'flexpay.js',
  });
  await buildScript(folder, { ...lib, entry: `${house}sdk/load.ts`, formats: ['es'], fileName: () => 'flexpay.mjs' });
}

async function buildScript(folder: string, lib: LibraryOptions): Promise<void> {
  await build({
    ...everywhere,
    root: house,
    plugins: [{ name: 'tight-styles', renderChunk: tightStyles }],
    build: { outDir: `${folder}/sdk`, emptyOutDir: false, target: 'es2022', reportCompressedSize: false, lib },
  });
}

/** The button's style sheets stand in its code as text; every store loads them, so they travel without their blanks. */
function tightStyles(code: string): string {
  return code.replace(/(?<=replaceSync\()`[^`]*`/g, (sheet) =>
    sheet
      .replace(/\s+/g, ' ')
      .replace(/ ?([`{};,>]) ?/g, '$1')
      .replaceAll(': ', ':')
      .replaceAll(';}', '}'),
  );
}

/**
 * The modal's first screen comes in two scripts, each with all that it needs: one that has the server working, and one that
 * draws the answer. Cut as the bundler would, along who else uses what, they were four, and larger.
 */
const filesOf: Record<string, { name: string; test: RegExp; priority: number }[]> = {
  checkout: [
    { name: 'begin', test: /preload-helper|\/checkout\/(opening|page-link|recover)\.ts$/, priority: 2 },
    { name: 'draw', test: /\/checkout\/draw\.tsx$/, priority: 1 },
  ],
};

/** What draws the first screen is named in its page: asked for by the first script alone, it would cost a round trip of its own. */
const nameWhatDraws: Plugin = {
  name: 'name-what-draws',
  transformIndexHtml: {
    order: 'post',
    handler: (html, { bundle = {} }) =>
      Object.keys(bundle)
        .filter((file) => file.includes('/draw-') && !html.includes(file))
        .map((file) => ({
          tag: 'link',
          attrs: { rel: 'modulepreload', crossorigin: true, href: `/static/checkout/${file}` },
          injectTo: 'head' as const,
        })),
  },
};

async function buildRoom(room: string, folder: string): Promise<void> {
  const root = `${house}web/${room}`;
  const pages = globSync(`${root}/*.html`);
  if (pages.length === 0) return;
  await build({
    ...everywhere,
    root,
    base: `/static/${room}/`,
    plugins: room === 'checkout' ? [nameWhatDraws] : [],
    oxc: { jsx: { runtime: 'automatic', importSource: 'preact' } },
    build: {
      outDir: `${folder}/${room}`,
      emptyOutDir: true,
      target: 'es2022',
      // An inlined asset would be a data: address, which a strict policy refuses.
      assetsInlineLimit: 0,
      modulePreload: { polyfill: false },
      reportCompressedSize: false,
      rolldownOptions: { input: pages, output: { codeSplitting: { groups: filesOf[room] ?? [] } } },
    },
  });
}
