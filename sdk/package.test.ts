import assert from 'node:assert/strict';
import { execFileSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { fileURLToPath } from 'node:url';
import { npmProgram } from '../doorstep/npm-ci.mjs';
import { cleanEnvironment } from '../tests/launcher/program.ts';

// The package as a store gets it: packed, installed without a network, and compiled against by its types alone.

const here = fileURLToPath(new URL('.', import.meta.url));
const modules = path.join(here, '../node_modules');

let store: string;
before(() => {
  store = fs.mkdtempSync(path.join(os.tmpdir(), 'flexpay-page-'));
  npm(here, 'pack', '--pack-destination', store);
  const [tarball] = fs.readdirSync(store);
  fs.writeFileSync(path.join(store, 'package.json'), '{ "type": "module" }');
  npm(store, 'install', '--offline', `./${tarball}`);
});
after(() => fs.rmSync(store, { recursive: true }));

test('the package holds plain JavaScript with its types, and leans on nothing', () => {
  const folder = path.join(store, 'node_modules/flexpay-js');
  const files = fs.readdirSync(folder, { recursive: true, encoding: 'utf8' }).sort();
  for (const file of [
    'README.md',
    'dist/LICENSE',
    'dist/load.js',
    'dist/load.d.ts',
    'dist/public.d.ts',
    'dist/react.js',
  ])
    assert.ok(files.includes(file), file);
  assert.ok(!files.some((file) => /(?<!\.d)\.ts$|test/.test(file)), String(files));
  const { dependencies, peerDependencies } = JSON.parse(fs.readFileSync(path.join(folder, 'package.json'), 'utf8'));
  assert.deepEqual([dependencies, peerDependencies], [undefined, undefined]);
  for (const file of files.filter((one) => /\.(js|d\.ts)$/.test(one))) {
    const code = fs.readFileSync(path.join(folder, file), 'utf8');
    for (const [, from] of code.matchAll(/from ['"]([^'"]+)['"]/g)) assert.match(from!, /^\.\/[\w.-]+\.(js|ts)$/, file);
  }
});

const page = `
import { loadFlexPay } from 'flexpay-js';
import type { Decision, FlexSDK, Order, SignData } from 'flexpay-js/types';
import { flexpayFor } from 'flexpay-js/react';

const order: Order = {
  transactionId: 'A-1',
  items: [{ description: 'Lamp', sku: 'L', cost: '100.50', quantity: 1, shipping: { cost: 5, date: new Date(), method: 'ground' } }],
};
const told: SignData[] = [];
const sdk: FlexSDK = await loadFlexPay({ authKey: 'k', origin: 'https://pay.example', nonce: 'n' });
const button = sdk.Button({
  createOrder: async (_data, actions) => {
    const { status } = await actions.transaction.create(order);
    const ended: 'signed' | 'closed' | 'failed' = status;
    return ended;
  },
  onSign: async ({ leaseNumber, transactionId }) => {
    told.push({ leaseNumber, transactionId });
  },
  onDecision: (data) => {
    const { decision, spendingLimit }: Decision = JSON.parse(atob(data));
    return decision === 'approved' && spendingLimit > 0;
  },
  onDeny() {}, onCancel() {}, onClose() {}, onReturnToStore() {},
  onError: (error: unknown) => console.warn(error),
  style: { color: 'black', shape: 'pill' }, locale: 'es', nonce: 'n',
});
if (button.isEligible()) button.render(document.body);
button.render('#box');
button.unmount();
const there: boolean = await window.FlexSDK.recover({ onSign: ({ leaseNumber }) => leaseNumber });
await sdk.apply({ onApply: ({ userId }) => userId.length, onDecision() {}, locale: 'en' });

const FlexPayButton = flexpayFor({
  createElement: (type: string, props: object) => ({ type, props }),
  useEffect(_work: () => () => void, _when: readonly unknown[]) {},
  useRef: <Value>(current: Value) => ({ current }),
});
const drawn: { type: string } = FlexPayButton({
  authKey: 'k', origin: 'https://pay.example', className: 'pay',
  createOrder: (_data, { transaction }) => transaction.create(order), onSign: ({ transactionId }) => transactionId,
});
export { drawn, there };
`;

test('a page is compiled against the types alone, every callback and option of it', () => {
  assert.equal(compiled(page), '');
});

test('what the types promise not to be there is not taken', () => {
  const wrong = {
    'sdk.Button({ onSign() {} });': 'createOrder',
    "sdk.Button({ createOrder() {}, style: { color: 'pink' } });": 'pink',
    'sdk.Button({ createOrder() {}, onSign: ({ ssn }) => ssn });': 'ssn',
    'sdk.Button({ createOrder: (_, { transaction }) => transaction.create({ items: [] }) });': 'transactionId',
    'void sdk.apply({ onApply: ({ email }) => email });': 'email',
    "void loadFlexPay({ authKey: 'k' });": 'origin',
    'button.close();': 'close',
  };
  const said = compiled(`${page}\n${Object.keys(wrong).join('\n')}`).split(/^(?=page\.ts)/m);
  assert.equal(said.length, Object.keys(wrong).length, said.join(''));
  for (const [index, word] of Object.values(wrong).entries()) assert.match(said[index]!, new RegExp(word));
});

/** What the compiler has against a page that a store writes; nothing else is in its folder. */
function compiled(code: string): string {
  fs.writeFileSync(path.join(store, 'page.ts'), code);
  const options = ['--strict', '--noEmit', '--module', 'nodenext', '--target', 'es2022', '--lib', 'es2022,dom'];
  try {
    execFileSync(process.execPath, [path.join(modules, 'typescript/bin/tsc'), ...options, 'page.ts'], {
      cwd: store,
      encoding: 'utf8',
    });
    return '';
  } catch (error) {
    return (error as { stdout: string }).stdout;
  }
}

function npm(cwd: string, ...args: string[]): void {
  const quiet = ['--no-audit', '--no-fund', '--loglevel=error'];
  execFileSync(process.execPath, [npmProgram(), ...args, ...quiet], { cwd, env: cleanEnvironment(), stdio: 'pipe' });
}
