import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { copyParts, openFolder } from './checkout-copy.ts';
import { cleanEnvironment } from './program.ts';

/** The machine's own npm, kept away from the network and from the developer's cache. */
export function offline(checkout: string): NodeJS.ProcessEnv {
  return cleanEnvironment({
    npm_config_cache: path.join(checkout, '..', 'npm-cache'),
    npm_config_registry: 'http://127.0.0.1:9/',
    npm_config_update_notifier: 'false',
  });
}

/**
 * A checkout with the real doorstep and a house of a few lines behind it, so that installing and building take a moment
 * and no network: one package from an archive, pages that are one file, and a Node for `runtime/` that is ours.
 */
export function smallCheckout(): string {
  const folder = openFolder();
  const checkout = path.join(folder, 'checkout');
  copyParts(checkout, ['start.mjs', 'doorstep', 'cli/flexpay.mjs']);
  const write = (name: string, text: string) => {
    fs.mkdirSync(path.dirname(path.join(checkout, name)), { recursive: true });
    fs.writeFileSync(path.join(checkout, name), text);
  };
  write('main.ts', house);
  write('web/build.ts', pages);
  write('cli/main.ts', `console.log('cli', ...process.argv.slice(2), process.cwd());\nprocess.exitCode = 3;\n`);

  archive(folder, { name: 'greeting', files: { 'index.js': `module.exports = 'hello';\n` } });
  write(
    'package.json',
    json({
      name: 'flexpay',
      version: '0.0.0',
      type: 'module',
      bin: { flexpay: 'cli/flexpay.mjs' },
      imports: { '#doorstep/*': './doorstep/*' },
      scripts: { start: 'node start.mjs start' },
      dependencies: { greeting: 'file:../greeting.tgz' },
    }),
  );

  const name =
    process.platform === 'darwin' ? `node-bin-darwin-${process.arch}` : `node-${process.platform}-${process.arch}`;
  archive(folder, { name, files: { 'bin/node': `#!/bin/sh\nBROUGHT=yes exec "${process.execPath}" "$@"\n` } });
  write('runtime/package.json', json({ private: true, optionalDependencies: { [name]: `file:../../${name}.tgz` } }));
  for (const place of [checkout, path.join(checkout, 'runtime')]) {
    npm(place, 'install', '--package-lock-only', '--ignore-scripts');
  }
  return checkout;
}

/** A Node that takes itself for an older one, or for another platform's: for `node --import`. */
export function pretending(checkout: string, { version, platform }: { version: string; platform?: string }): string[] {
  const file = path.join(checkout, 'pretend.mjs');
  fs.writeFileSync(
    file,
    `Object.defineProperty(process, 'versions', { value: { ...process.versions, node: ${json(version)} } });
     ${platform === undefined ? '' : `Object.defineProperty(process, 'platform', { value: ${json(platform)} });`}`,
  );
  return ['--import', file];
}

const house = `
import greeting from 'greeting';
const keepOpen = setInterval(() => {}, 1000);
let told = 0;
const stop = (how: string) => {
  told += 1;
  console.log('stopping by ' + how + ' ' + told);
  setTimeout(() => {
    clearInterval(keepOpen);
    process.exit(process.argv.includes('--fail') ? 7 : 0);
  }, 300);
};
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop(signal));
process.on('disconnect', () => stop('disconnect'));
console.log('ready', greeting, process.env.BROUGHT ?? 'own', ...process.argv.slice(2));
`;

const pages = `
import fs from 'node:fs';
const count = fs.existsSync('builds') ? Number(fs.readFileSync('builds', 'utf8')) : 0;
fs.writeFileSync('builds', String(count + 1));
`;

function archive(folder: string, { name, files }: { name: string; files: Record<string, string> }): void {
  const source = path.join(folder, `${name}-source`);
  for (const [file, text] of Object.entries({ ...files, 'package.json': json({ name, version: '1.0.0' }) })) {
    const place = path.join(source, 'package', file);
    fs.mkdirSync(path.dirname(place), { recursive: true });
    fs.writeFileSync(place, text, { mode: 0o755 });
  }
  const packed = spawnSync('tar', ['-czf', path.join(folder, `${name}.tgz`), '-C', source, 'package']);
  if (packed.status !== 0) throw new Error(String(packed.stderr));
}

function npm(cwd: string, ...args: string[]): void {
  const run = spawnSync('npm', args, { cwd, env: offline(cwd), encoding: 'utf8' });
  if (run.status !== 0) throw new Error(run.stderr);
}

function json(value: unknown): string {
  return JSON.stringify(value, null, 2);
}
