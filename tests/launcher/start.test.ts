import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { after, before, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import { processStart } from '#doorstep/claim-folder.mjs';
import { type Program, run } from './program.ts';
import { offline, pretending, smallCheckout } from './small-checkout.ts';

let pristine: string;
const folders: string[] = [];
const programs: Program[] = [];

before(() => {
  pristine = smallCheckout();
  folders.push(path.dirname(pristine));
});

after(async () => {
  for (const program of programs) program.child.kill('SIGTERM');
  await Promise.all(programs.map((program) => program.ended()));
  for (const folder of folders) fs.rmSync(folder, { recursive: true, force: true });
});

test('a fresh clone installs, builds and starts; a second start does neither', async () => {
  const checkout = clone();
  const first = start(checkout, ['--json', 'x']);
  assert.equal(await first.says(/^ready/), 'ready hello own --json x');
  assert.match(first.output(), /Installed the packages in \d+\.\d s\./);
  assert.match(first.output(), /Built the pages in/);
  await stop(first);
  const second = start(checkout);
  await second.says(/^ready/);
  assert.equal(second.output(), 'ready hello own\n');
});

test('what changed is installed or built again, and nothing else', async () => {
  const checkout = clone();
  await stop(await ready(start(checkout)));
  fs.appendFileSync(path.join(checkout, 'web/build.ts'), '// changed\n');
  const rebuilt = await ready(start(checkout));
  assert.match(rebuilt.output(), /Built/);
  assert.doesNotMatch(rebuilt.output(), /Install/);
  await stop(rebuilt);
  fs.appendFileSync(path.join(checkout, 'package-lock.json'), '\n');
  const reinstalled = await ready(start(checkout));
  assert.match(reinstalled.output(), /Installed the packages/);
});

test('two first starts at once both end well, on one install and one build', async () => {
  const checkout = clone();
  const both = [start(checkout), start(checkout)];
  for (const one of both) await one.says(/^ready hello/);
  const said = both.map((one) => one.output()).join('');
  assert.equal(said.match(/Installed the packages/g)?.length, 1, said);
  assert.equal(fs.readFileSync(path.join(checkout, 'builds'), 'utf8'), '1');
});

test('an install killed in the middle is made good by the next start', async () => {
  const checkout = clone();
  const first = start(checkout);
  await first.says(/Installing the packages/);
  first.child.kill('SIGKILL');
  await ready(start(checkout));
});

test('packages that cannot be had are told in one sentence', async () => {
  const checkout = clone();
  const lock = path.join(checkout, 'package-lock.json');
  fs.writeFileSync(lock, fs.readFileSync(lock, 'utf8').replace(/sha512-[^"]+/, `sha512-${'A'.repeat(86)}==`));
  const program = start(checkout);
  assert.equal(await program.ended(), 1);
  assert.match(program.output(), /^Installing the packages failed in .*: /m);
  assert.doesNotMatch(program.output(), /\n\s+at /);
});

test('pages that do not build are told with what the build said', async () => {
  const checkout = clone();
  fs.writeFileSync(path.join(checkout, 'web/build.ts'), `throw new Error('no such picture');\n`);
  const program = start(checkout);
  assert.equal(await program.ended(), 1);
  assert.match(program.output(), /Building the pages failed:[\s\S]*no such picture/);
});

test('a machine with an older Node brings one once and runs everything under it', async () => {
  const checkout = clone();
  const old = pretending(checkout, { version: '20.20.2' });
  const first = start(checkout, [], old);
  assert.equal(await first.says(/^ready/), 'ready hello yes');
  assert.match(first.output(), /Installed Node \(yours is 20\.20\.2\) in/);
  await stop(first);
  const second = start(checkout, [], old);
  await second.says(/^ready/);
  assert.doesNotMatch(second.output(), /Install/);
});

test('a Node that runs TypeScript as it is brings no other', async () => {
  for (const [version, brings] of [
    ['22.17.9', true],
    ['22.18.0', false],
    ['23.5.0', true],
    ['23.6.0', false],
    ['26.0.0', false],
  ] as const) {
    const checkout = clone();
    const program = await ready(start(checkout, [], pretending(checkout, { version })));
    assert.equal(/Installed Node/.test(program.output()), brings, version);
    await stop(program);
  }
});

test('an older Node where there is none to bring is told in one sentence', async () => {
  const checkout = clone();
  const program = start(checkout, [], pretending(checkout, { version: '20.20.2', platform: 'sunos' }));
  assert.equal(await program.ended(), 1);
  assert.match(
    program.output(),
    /^FlexPay needs Node 22\.18 or newer, this is 20\.20\.2, and there is none to bring for sunos-/,
  );
});

test('an unknown door is told, with the ones there are', async () => {
  const program = run(process.execPath, ['start.mjs', 'strat'], { cwd: clone() });
  assert.equal(await program.ended(), 1);
  assert.match(
    program.output(),
    /There is no "strat" here\. Try one of: start, test, check, check:engine, bench, fuzz\./,
  );
});

test('the house is asked to stop once, and its exit code is ours', async () => {
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) {
    const program = await ready(start(clone(), ['--fail']));
    program.child.kill(signal);
    assert.equal(await program.ended(), 7);
    assert.match(program.output(), new RegExp(`stopping by ${signal} 1\n`));
    assert.doesNotMatch(program.output(), / 2\n/);
  }
});

test('Ctrl-C in a terminal asks the house to stop once', async () => {
  const terminal = spawn('script', ['-qec', 'node start.mjs start', '/dev/null'], { cwd: clone() });
  let output = '';
  terminal.stdout.setEncoding('utf8').on('data', (text) => {
    output += text;
    if (/ready/.test(output) && !/\^C/.test(output)) terminal.stdin.write('\x03');
  });
  await new Promise((resolve) => terminal.once('close', resolve));
  assert.match(output, /stopping by SIGINT 1/);
  assert.doesNotMatch(output, /stopping by \w+ 2/);
});

test('stopping npm stops the house, although npm’s shell tells nobody', async () => {
  const checkout = clone();
  const npm = run('npm', ['start'], { cwd: checkout, env: offline(checkout) });
  programs.push(npm);
  await npm.says(/^ready/);
  npm.child.kill('SIGTERM');
  await npm.says(/stopping by SIGTERM 1/);
});

test('a house whose doorstep is killed hears of it and stops', async () => {
  const program = await ready(start(clone()));
  program.child.kill('SIGKILL');
  await program.says(/stopping by disconnect 1/);
});

test('npx flexpay works in a clone where nothing was installed yet', async () => {
  const checkout = clone();
  const first = run('npx', ['flexpay', 'audit', '--all'], { cwd: checkout, env: offline(checkout) });
  assert.equal(await first.ended(), 3, first.output());
  assert.match(first.output(), /Installed the packages/);
  assert.match(first.output(), new RegExp(`^cli audit --all ${checkout}$`, 'm'));
  const second = run('npx', ['flexpay', 'audit'], { cwd: checkout, env: offline(checkout) });
  assert.equal(await second.ended(), 3, second.output());
  assert.doesNotMatch(second.output(), /Install/);
});

/** A copy of the small checkout, as fresh as from git. */
function clone(): string {
  const folder = fs.mkdtempSync(`${path.dirname(pristine)}-clone-`);
  folders.push(folder);
  // The archives are found beside the checkout.
  fs.cpSync(path.dirname(pristine), folder, { recursive: true, filter: (file) => !file.endsWith('-source') });
  return path.join(folder, 'checkout');
}

function start(checkout: string, args: string[] = [], node: string[] = []): Program {
  const program = run(process.execPath, [...node, 'start.mjs', 'start', ...args], {
    cwd: checkout,
    env: offline(checkout),
  });
  programs.push(program);
  return program;
}

async function ready(program: Program): Promise<Program> {
  await program.says(/^ready/);
  return program;
}

async function stop(program: Program): Promise<void> {
  program.child.kill('SIGTERM');
  assert.equal(await program.ended(), 0, program.output());
  await until(() => processStart(program.pid) === null);
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await sleep(5);
}
