import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { npmProgram } from '../doorstep/npm-ci.mjs';
import { lampOrder, openStreet, type Street } from '../tests/journeys/street.ts';
import { cleanEnvironment, run } from '../tests/launcher/program.ts';
import { type StartedHouse, startHouse } from '../tests/start-house.ts';

// The package as a store gets it: packed, installed without a network, its README run as it stands there.

const here = fileURLToPath(new URL('.', import.meta.url));
const modules = path.join(here, '../node_modules');

let house: StartedHouse;
let street: Street;
let store: string;

before(async () => {
  store = fs.mkdtempSync(path.join(os.tmpdir(), 'flexpay-store-'));
  npm(here, 'pack', '--pack-destination', store);
  const [tarball] = fs.readdirSync(store);
  fs.writeFileSync(path.join(store, 'package.json'), '{ "type": "module" }');
  npm(store, 'install', '--offline', `./${tarball}`);
  for (const framework of ['express', 'fastify'])
    fs.symlinkSync(path.join(modules, framework), path.join(store, 'node_modules', framework));
  house = await startHouse();
  street = openStreet(house);
});
after(async () => {
  await house?.stop();
  fs.rmSync(store, { recursive: true });
});

test('the package holds plain JavaScript with its types, and asks for nothing else', () => {
  const folder = path.join(store, 'node_modules/flexpay-client');
  const files = fs.readdirSync(folder, { recursive: true, encoding: 'utf8' });
  for (const file of [
    'README.md',
    'dist/LICENSE',
    'dist/client.js',
    'dist/client.d.ts',
    'dist/express.js',
    'dist/fastify.js',
  ])
    assert.ok(files.includes(file), file);
  assert.ok(!files.some((file) => /(?<!\.d)\.ts$|test/.test(file)), String(files));
  const { dependencies, peerDependencies } = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'));
  assert.deepEqual([dependencies, peerDependencies], [undefined, undefined]);
  for (const file of files.filter((one) => one.endsWith('.js'))) {
    const code = fs.readFileSync(path.join(folder, file), 'utf8');
    for (const [, from] of code.matchAll(/from "([^"]+)"/g))
      assert.match(from!, /^\.\/[\w.-]+\.js$|^node:crypto$/, file);
  }
});

test('its types stand alone', () => {
  const typed = sample('calls')
    .replaceAll('process.env.FLEXPAY_URL', "'x'")
    .replaceAll('process.env.FLEXPAY_API_KEY', "'x'");
  fs.writeFileSync(
    path.join(store, 'calls.ts'),
    typed.replace('[item] = transaction.items', 'item = transaction.items[0]!'),
  );
  const options = ['--strict', '--noEmit', '--module', 'nodenext', '--target', 'es2022', '--types', 'node'];
  const tsc = path.join(modules, 'typescript/bin/tsc');
  execFileSync(process.execPath, [tsc, ...options, '--typeRoots', path.join(modules, '@types'), 'calls.ts'], {
    cwd: store,
    encoding: 'utf8',
  });
});

test('the README reads, checks, finalizes, ships and takes back', async () => {
  await signed('README-1', 'Ines');
  const said = await runSample('calls');
  assert.match(said, /^README-1 13067$/m);
  assert.match(said, /^120\.34 12034$/m);
  assert.match(said, /path: 'items\[LAMP-1\]\.quantity',\s+sku: 'LAMP-1',\s+expected: 2,\s+actual: 1/);
  assert.match(said, /^TransactionNotFound 404 /m);
  assert.deepEqual((await street.transaction('README-1')).items[0]?.quantityByStatus, { ordered: 1, returned: 1 });
});

test('the README leases for a customer', async () => {
  const said = await runSample('customer');
  assert.match(said, /^approved 1500\.00\n5\.03 52$/m);
  assert.equal((await street.transaction('README-2')).lease.status, 'signed');
});

for (const [framework, name] of [
  ['express', 'Frida'],
  ['fastify', 'Gala'],
] as const) {
  test(`the README answers onSign with ${framework}`, async () => {
    const id = `README-${framework}`;
    await signed(id, name);
    fs.writeFileSync(
      path.join(store, 'records.mjs'),
      `export const carts = new Map([['${id}', ${JSON.stringify({ items: lampOrder })}], ['other', { items: [] }]]);
       export const orders = new Map();`,
    );
    const program = startSample(framework, { PORT: '0' });
    const port = await program.says(/^\d+$/);
    const post = (transactionId: string) =>
      fetch(`http://127.0.0.1:${port}/on-sign`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ transactionId }),
      });
    const placed = await post(id);
    assert.equal(placed.status, 200, await placed.clone().text());
    assert.equal(((await placed.json()) as { valid: boolean }).valid, true);
    for (const lie of ['other', 'never']) assert.equal((await post(lie)).status, 400);
    program.child.kill();
    await program.ended();
  });
}

async function signed(transactionId: string, firstName: string): Promise<void> {
  const shopper = await street.shopper(firstName);
  const { leaseId } = await shopper.lease(transactionId, lampOrder);
  await shopper.sign(leaseId);
}

async function runSample(name: string): Promise<string> {
  const program = startSample(name);
  assert.equal(await program.ended(), 0, program.output());
  return program.output();
}

function startSample(name: string, more: NodeJS.ProcessEnv = {}) {
  fs.writeFileSync(path.join(store, `${name}.mjs`), sample(name));
  const env = cleanEnvironment({ FLEXPAY_URL: house.baseUrl, FLEXPAY_API_KEY: house.apiKey, ...more });
  return run(process.execPath, [`${name}.mjs`], { cwd: store, env });
}

/** The block of the README that bears this name. */
function sample(name: string): string {
  const readme = fs.readFileSync(path.join(here, 'README.md'), 'utf8');
  const block = new RegExp(`\`\`\`js ${name}\\n([\\s\\S]*?)\`\`\``).exec(readme)?.[1];
  assert.ok(block, name);
  return block;
}

function npm(cwd: string, ...args: string[]): void {
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];
  execFileSync(process.execPath, [npmProgram(), ...args, ...quiet], { cwd, env: cleanEnvironment(), stdio: 'pipe' });
}
