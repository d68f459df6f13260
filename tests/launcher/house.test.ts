import assert from 'node:assert/strict';
import fs from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { after, test } from 'node:test';
import { freePort } from '#doorstep/free-port.ts';
import { testLists } from '#providers/screening/test-lists.ts';
import { startTemporary } from '#server/db/embedded/start-temporary.ts';
import { openFolder, root } from './checkout-copy.ts';
import { cleanEnvironment, type Program, run } from './program.ts';

/* The house as a person starts it: what it says when it cannot, and what it keeps when it stops. */

const folders: string[] = [];
const programs: Program[] = [];

after(async () => {
  for (const program of programs) program.child.kill('SIGTERM');
  await Promise.all(programs.map((program) => program.ended()));
  for (const folder of folders) fs.rmSync(folder, { recursive: true, force: true });
});

test('a house that is stopped or killed finds its shops and data at the next start, and is no sandbox in production', async () => {
  const env = { FLEXPAY_DATA: newData(), PORT: String(await freePort()) };
  const first = await opened(open(env));
  assert.equal((await fetch(`${first.ready.baseUrl}/readyz`)).status, 200);
  assert.equal((await fetch(first.ready.baseUrl.replace('127.0.0.1', '[::1]'))).status, 200);
  await stop(first.program);

  const second = await opened(open(env));
  assert.deepEqual(second.ready, first.ready);
  second.program.child.kill('SIGKILL');
  await second.program.ended();

  const third = await opened(open(env));
  assert.deepEqual(third.ready, first.ready);
  await stop(third.program);

  await refuses(
    { ...env, ...production, FLEXPAY_ALLOW_EMBEDDED_IN_PRODUCTION: 'yes' },
    /^The keys in .* were made by a sandbox/,
  );
});

test('a second house on the same data is refused with the process id of the first', async () => {
  const env = { FLEXPAY_DATA: newData(), PORT: String(await freePort()) };
  const first = await opened(open(env));
  await refuses({ ...env, PORT: String(await freePort()) }, new RegExp(`in use by process ${first.program.pid}\\b`));
  await stop(first.program);
});

test('a busy port is told in one sentence', async () => {
  const port = await freePort();
  const other = net.createServer();
  await new Promise<void>((resolve) => other.listen(port, '127.0.0.1', resolve));
  await refuses({ PORT: String(port) }, new RegExp(`^Port ${port} on 127\\.0\\.0\\.1 is busy\\.`));
  await new Promise((resolve) => other.close(resolve));
});

test('a data folder that cannot be written is told in one sentence', async () => {
  const file = path.join(newData(), 'a-file');
  fs.writeFileSync(file, '');
  await refuses({ FLEXPAY_DATA: path.join(file, 'data') }, /^FLEXPAY_DATA .* cannot be written \(ENOTDIR\)/);
});

test('a key file that others can read is told in one sentence', async () => {
  const file = path.join(newData(), 'keys.json');
  fs.writeFileSync(file, '{}', { mode: 0o644 });
  await refuses({ FLEXPAY_KEY_FILE: file }, /can be read by others on this machine/);
});

test('a DATABASE_URL that cannot be read, reached or entered is told in one sentence', async () => {
  await refuses({ DATABASE_URL: 'localhost' }, /^DATABASE_URL cannot be read/);
  await refuses(
    { DATABASE_URL: `postgres://a:b@127.0.0.1:${await freePort()}/c` },
    /cannot be reached \(ECONNREFUSED\)/,
  );
  const server = await startTemporary();
  try {
    const wrong = new URL(server.url);
    wrong.password = 'guess';
    await refuses({ DATABASE_URL: wrong.href }, /does not let this user in/);
  } finally {
    await server.stop();
  }
});

test('a list of goods that is wrong is told in one sentence, with its row', async () => {
  const file = path.join(newData(), 'goods.json');
  const rugs = { kind: 'rugs', kind_es: 'alfombras', words: ['rug'] };
  fs.writeFileSync(file, JSON.stringify({ not_leased: [rugs, { kind: 'mirrors', kind_es: 'espejos' }] }));
  await refuses(
    { FLEXPAY_GOODS: file },
    /^FLEXPAY_GOODS .*goods\.json cannot be used: not_leased\[1\] needs sku_prefixes or words\.\n$/,
  );
  await refuses({ FLEXPAY_GOODS: `${file}.gone` }, /^FLEXPAY_GOODS .* cannot be used: ENOENT/);
});

test('a table of tax rates that is wrong, and an election that the law does not leave, are told in one sentence', async () => {
  const file = path.join(newData(), 'rates.json');
  const texas = { state: 'TX', rate: '0.0825', effective_from: '2026-01-01' };
  fs.writeFileSync(file, JSON.stringify({ rates: [texas, { ...texas, zip: '78701', rate: '8.25' }] }));
  await refuses(
    { FLEXPAY_TAX_RATES: file },
    /^FLEXPAY_TAX_RATES .*rates\.json cannot be used: rates\[1\]\.rate is refused: '8\.25' is 100% or more; 8\.25% is '0\.0825'\.\n$/,
  );
  await refuses({ FLEXPAY_TAX_RATES: `${file}.gone` }, /^FLEXPAY_TAX_RATES .* cannot be used: ENOENT/);
  const good = path.join(newData(), 'rates.json');
  fs.writeFileSync(good, JSON.stringify({ rates: [texas] }));
  const mine = path.join(newData(), 'mine.ts');
  fs.writeFileSync(mine, "export const taxRates = { name: 'mine', sandbox: false, rateAt: async () => '0.07' };\n");
  await refuses({ FLEXPAY_TAX_RATES: good, FLEXPAY_PROVIDERS: mine }, /are two answers to one question: keep one\.\n$/);
  await refuses(
    { FLEXPAY_TAX_PAID_ON_PURCHASE: 'CA TX' },
    /^FLEXPAY_TAX_PAID_ON_PURCHASE names TX, where the law leaves no such choice\.\n$/,
  );
});

test('screening lists that are missing or broken are told in one sentence', async () => {
  await refuses(
    { FLEXPAY_SCREENING_LISTS: newData() },
    /^FLEXPAY_SCREENING_LISTS .* cannot be used: SDN\.CSV is missing; it takes SDN\.CSV, ALT\.CSV, ADD\.CSV, .*\n$/,
  );
  const broken = testLists({ 'CONS_PRIM.CSV': '<html>' });
  await refuses(
    { FLEXPAY_SCREENING_LISTS: broken.folder },
    /^FLEXPAY_SCREENING_LISTS .* cannot be used: CONS_PRIM\.CSV breaks off within a line: it is cut off\.\n$/,
  );
  const mine = path.join(newData(), 'mine.ts');
  fs.writeFileSync(mine, "export const screening = { name: 'mine', sandbox: false };\n");
  await refuses(
    { FLEXPAY_SCREENING_LISTS: testLists().folder, FLEXPAY_PROVIDERS: mine },
    /are two answers to one question: keep one\.\n$/,
  );
});

test('whoever reports on accounts without saying whose reports they are is told in one sentence', async () => {
  const mine = path.join(newData(), 'mine.ts');
  const whole = { name: 'Corner Accounts', address: '3 Report Way, Atlanta, GA 30301', phone: '(800) 555-0190' };
  for (const agency of [undefined, { ...whole, phone: '' }]) {
    fs.writeFileSync(
      mine,
      `export const accountReports = ${JSON.stringify({ name: 'mine', sandbox: false, agency })};\n`,
    );
    await refuses(
      { FLEXPAY_PROVIDERS: mine },
      /^The accountReports of FLEXPAY_PROVIDERS do not say whose reports they are\..*\n$/,
    );
  }
});

test('production is refused while anything of it is a sandbox’s', async () => {
  await refuses({ FLEXPAY_MODE: 'production' }, /^Production needs/);
  const noProviders = path.join(newData(), 'mine.ts');
  fs.writeFileSync(noProviders, 'export {};\n');
  await refuses(
    { ...production, FLEXPAY_PROVIDERS: noProviders, FLEXPAY_ALLOW_EMBEDDED_IN_PRODUCTION: 'yes' },
    /^Production needs real providers; FLEXPAY_PROVIDERS has none for: .*screening.*\. For screening, FLEXPAY_SCREENING_LISTS will do\.\n$/,
  );
  await refuses(
    {
      ...production,
      FLEXPAY_PROVIDERS: noProviders,
      FLEXPAY_ALLOW_EMBEDDED_IN_PRODUCTION: 'yes',
      FLEXPAY_SCREENING_LISTS: testLists().folder,
    },
    /^Production needs real providers; FLEXPAY_PROVIDERS has none for: decisions, knowledge, processor, taxRates(, \w+)*\.\n$/,
  );
});

const production = {
  FLEXPAY_MODE: 'production',
  FLEXPAY_PROVIDERS: './mine.ts',
  FLEXPAY_COMPANY: 'Corner Leasing, Inc.',
  FLEXPAY_COMPANY_ADDRESS: '7 Corner Street, Austin, TX 78701',
  FLEXPAY_REPORT_AGENCY: 'Corner Reports; 1 Report Way, Atlanta, GA 30301; (800) 555-0199',
  FLEXPAY_SUPPORT: 'help@corner.example',
  FLEXPAY_PUBLIC_URL: 'https://pay.corner.example',
};

function open(env: Record<string, string>): Program {
  const program = run(process.execPath, ['main.ts', '--json'], {
    cwd: root,
    env: cleanEnvironment({ FLEXPAY_DATA: env.FLEXPAY_DATA ?? newData(), ...env }),
  });
  programs.push(program);
  return program;
}

async function opened(program: Program): Promise<{ program: Program; ready: { baseUrl: string } }> {
  return { program, ready: JSON.parse(await program.says(/^\{"baseUrl"/)) };
}

async function stop(program: Program): Promise<void> {
  program.child.kill('SIGINT');
  assert.equal(await program.ended(), 0, program.output());
}

/** Ends with 1 and says that and nothing else: no trace, no second line but of the same kind. */
async function refuses(env: Record<string, string>, sentence: RegExp): Promise<void> {
  const program = open(env);
  assert.equal(await program.ended(), 1, program.output());
  assert.match(program.output(), sentence);
  assert.doesNotMatch(program.output(), /\n\s+at /);
}

function newData(): string {
  const folder = openFolder();
  folders.push(folder);
  return folder;
}
