import { spawn, spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { startTemporary } from '#server/db/embedded/start-temporary.ts';
import { CannotStart } from './cannot-start.mjs';
import { installedPostgres, startInstalled } from './installed-postgres.ts';
import { needProgram } from './need-program.ts';

/*
 * `npm test [pattern …]`: every `*.test.ts` whose path contains one of the patterns; all of them without one. Runs on
 * the embedded database, or on DATABASE_URL when it is set; with CI=true once more on an installed PostgreSQL, where most journeys would say
 * nothing new.
 * The last line is `N passed, N failed`.
 */

const root = fileURLToPath(new URL('..', import.meta.url));
const oneTestMsMax = 15 * 60_000;

interface Group {
  title: string;
  rooms: string[];
  needsDatabase: boolean;
}

/** What fails fastest comes first. */
const groups: Group[] = [
  {
    title: 'arithmetic, contract, pages',
    rooms: ['core', 'contract', 'ports', 'rules', 'sdk', 'web', 'doorstep'],
    needsDatabase: false,
  },
  {
    title: 'the house',
    rooms: ['server', 'providers', 'sandbox', 'client', 'cli', 'docs', 'bench'],
    needsDatabase: true,
  },
  { title: 'across rooms', rooms: ['tests'], needsDatabase: true },
];

/** Looks through what all the others left behind, in logs and in tables. */
const lastGroup: Group = { title: 'what the tests left behind', rooms: ['tests/traces'], needsDatabase: true };
const traces = fs.mkdtempSync(path.join(os.tmpdir(), 'flexpay-traces-'));

/** They start databases of their own or none, so another server under the house tells them nothing new. */
const databaseBlind = ['tests/launcher/', 'tests/tidy.test.ts', 'server/db/embedded/', 'server/start/'];

/**
 * A journey through the pages says of another server what the tests of its verbs say in a tenth of the time; these are about
 * what is committed, and when.
 */
const journeysOnBoth = [
  'a-killed-house',
  'a-stopped-house',
  'changing-the-keys',
  'from-cart-to-paid',
  'handed-over-once',
];

function isDatabaseBlind(file: string): boolean {
  if (databaseBlind.some((name) => file.startsWith(name))) return true;
  return file.startsWith('tests/journeys/') && !journeysOnBoth.some((name) => file.includes(`/${name}.test`));
}

/** Ctrl-C reaches the running tests too; we stay to take down the database, and start nothing new. */
let interrupted = false;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => (interrupted = true));

async function main(patterns: string[]): Promise<number> {
  const files = testFiles().filter(
    (file) => patterns.length === 0 || patterns.some((pattern) => file.includes(pattern)),
  );
  if (files.length === 0) throw new CannotStart(`No test file's path contains ${patterns.join(' or ')}.`);
  const total = { passed: 0, failed: 0 };
  const inCi = process.env.CI === 'true';
  if (files.some((file) => /^(tests|sdk|web)\//.test(file))) needProgram(chromium, say);
  if (files.some((file) => file.startsWith('tests/journeys/'))) needProgram(openssl, say);
  if (files.some((file) => file.startsWith('docs/guides/'))) for (const one of [php, python]) needProgram(one, say);
  if (inCi) needProgram(postgresql, say);

  const mostly = files.filter((file) => !isIn(lastGroup, file));
  for (const group of groups.filter((one) => !one.needsDatabase)) add(total, await runGroup(group, mostly, undefined));

  const given = process.env.DATABASE_URL;
  const start = given === undefined ? startTemporary : async () => alreadyThere(given);
  add(total, await runOn(start, groups, mostly));
  if (inCi) {
    const again = mostly.filter((file) => !isDatabaseBlind(file));
    add(total, await runOn(() => startInstalled(installedPostgres()!), groups, again, ', on an installed PostgreSQL'));
  }
  add(total, await runOn(start, [lastGroup], files));
  fs.rmSync(traces, { recursive: true, force: true });
  process.stdout.write(`\n${total.passed} passed, ${total.failed} failed\n`);
  return total.failed === 0 && !interrupted ? 0 : 1;
}

const chromium = {
  isThere: () => fs.existsSync('/usr/bin/chromium'),
  debianPackage: 'chromium',
  why: 'The button, the modal and the journeys are tested in Chromium: it has to be at /usr/bin/chromium.',
};

const openssl = {
  isThere: () => succeeds('openssl', 'version'),
  debianPackage: 'openssl',
  why: 'A journey goes through TLS, with a certificate that openssl makes.',
};

const php = {
  isThere: () => succeeds('/usr/bin/php', '-r', "require 'GuzzleHttp/autoload.php';"),
  debianPackage: 'php-cli php-guzzlehttp-guzzle',
  why: "The guides' PHP server runs with Guzzle at /usr/bin/php.",
};

const python = {
  isThere: () => succeeds('/usr/bin/python3', '-c', 'import requests, requests_toolbelt'),
  debianPackage: 'python3 python3-requests python3-requests-toolbelt',
  why: "The guides' Python server runs with requests and requests_toolbelt at /usr/bin/python3.",
};

const succeeds = (command: string, ...args: string[]): boolean => spawnSync(command, args).status === 0;

const postgresql = {
  isThere: () => installedPostgres() !== null,
  debianPackage: 'postgresql',
  why: 'In CI the tests also run on an installed PostgreSQL 15 or newer, and there is none.',
};

/** The groups that need a database, on the server that `start` gives. */
async function runOn(
  start: () => Promise<Server>,
  among: readonly Group[],
  files: string[],
  where = '',
): Promise<Counts> {
  const total = { passed: 0, failed: 0 };
  const waiting = among.filter((group) => group.needsDatabase && files.some((file) => isIn(group, file)));
  if (waiting.length === 0 || interrupted) return total;
  const server = await start();
  try {
    for (const group of waiting)
      add(total, await runGroup({ ...group, title: group.title + where }, files, server.url));
  } finally {
    await server.stop();
  }
  return total;
}

interface Server {
  url: string;
  stop(): Promise<void>;
}

function alreadyThere(url: string): Server {
  return { url, stop: async () => undefined };
}

function isIn(group: Group, file: string): boolean {
  return group.rooms.some((room) => file.startsWith(`${room}/`));
}

async function runGroup(group: Group, files: string[], databaseUrl: string | undefined): Promise<Counts> {
  const mine = files.filter((file) => isIn(group, file));
  if (mine.length === 0 || interrupted) return { passed: 0, failed: 0 };
  say(`\n── ${group.title} (${mine.length} files)`);
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'flexpay-counts-'));
  const counted = path.join(folder, 'counts.json');
  const code = await run(
    [
      // A file whose before() threw has opened what its after() can't close: it must fail now, not at the time limit.
      '--test-force-exit',
      ...['--test', '--test-concurrency=2', `--test-timeout=${oneTestMsMax}`],
      ...['--test-reporter=spec', '--test-reporter-destination=stdout'],
      ...['--test-reporter=./doorstep/count-results.mjs', `--test-reporter-destination=${counted}`],
      ...mine,
    ],
    testEnvironment(databaseUrl),
  );
  const text = fs.existsSync(counted) ? fs.readFileSync(counted, 'utf8') : '';
  fs.rmSync(folder, { recursive: true });
  const counts = text === '' ? { passed: 0, failed: 0, cancelled: 0 } : JSON.parse(text);
  const failed = counts.failed + counts.cancelled;
  // A run that ends badly without naming a failed test must not look like a good one.
  return { passed: counts.passed, failed: code !== 0 && failed === 0 ? 1 : failed };
}

interface Counts {
  passed: number;
  failed: number;
}

function add(total: Counts, more: Counts): void {
  total.passed += more.passed;
  total.failed += more.failed;
}

function run(args: string[], env: NodeJS.ProcessEnv): Promise<number | null> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...args], {
      cwd: root,
      env,
      stdio: 'inherit',
    });
    child.once('error', reject);
    child.once('exit', resolve);
  });
}

/** A developer's own settings must not steer the tests. */
function testEnvironment(databaseUrl: string | undefined): NodeJS.ProcessEnv {
  const env: NodeJS.ProcessEnv = {};
  for (const [name, value] of Object.entries(process.env)) {
    if (!name.startsWith('FLEXPAY_') && !['DATABASE_URL', 'PORT', 'HOST', 'NODE_CHANNEL_FD'].includes(name))
      env[name] = value;
  }
  if (databaseUrl !== undefined) env.DATABASE_URL = databaseUrl;
  env.FLEXPAY_TEST_TRACES = traces;
  return env;
}

function testFiles(): string[] {
  const skipped = new Set(['node_modules', 'dist', '.local', '.git', 'runtime']);
  return fs
    .globSync('**/*.test.ts', { cwd: root, exclude: (name) => skipped.has(name) })
    .map((file) => file.split(path.sep).join('/'))
    .sort();
}

function say(line: string): void {
  process.stdout.write(`${line}\n`);
}

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof CannotStart)) throw error;
  process.stderr.write(`${error.message}\n`);
  process.exitCode = 1;
}
