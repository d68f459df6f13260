import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { installedPostgres, startInstalled } from '#doorstep/installed-postgres.ts';
import { startEmbedded } from '#server/db/embedded/start-embedded.ts';
import { coreSpeed } from './core-speed.ts';
import { firstScreen } from './first-screen.ts';
import { startHouse } from './house-process.ts';
import { measure } from './measure.ts';
import { say } from './rows.ts';
import { runProgram } from './run-program.ts';
import { sizes } from './sizes.ts';
import { type StallPlan, type Stalls, stallMsLeast } from './stalls.ts';

/*
 * `npm run bench [--seconds N] [--quick]`: how fast the house is, beside what its database could do with the very same
 * statements in the same run. Everything on loopback and on throw-away data. What the figures mean: README.md.
 */

const quick = process.argv.includes('--quick');
const secondsWanted = quick ? 1 : Number(process.argv[process.argv.indexOf('--seconds') + 1]) || 10;
/** House and limit take turns, so that a neighbour on this machine slows both. */
const rounds = quick ? 1 : 5;
const turnSeconds = Math.max(1, Math.round(secondsWanted / rounds)); // pgbench counts in whole ones

const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'flexpay-bench-'));
fs.chmodSync(folder, 0o755); // the database may belong to another user
/** Undone last to first, whether we end well, badly or are told to. */
const toStop: (() => Promise<void>)[] = [];
let cleaned: Promise<void> | undefined;
for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => void giveUp());

try {
  await bench();
} catch (error) {
  // Told to stop, we took away what was being measured: what it complains of is no news.
  if (cleaned === undefined) process.stderr.write(`${(error as Error).stack}\n`);
  process.exitCode = 1;
}
await cleanUp();

async function bench(): Promise<void> {
  const machine = `${os.cpus().length} × ${os.cpus()[0]?.model.trim()}, Node ${process.versions.node}`;
  say(`${machine}, ${rounds} ${rounds === 1 ? 'round' : 'rounds'} of ${turnSeconds} s a point\n`);
  await sayStalls();
  sayOnce();
  await sayStarts();
  const embedded = await startEmbedded({ dataDir: path.join(folder, 'embedded'), log: () => undefined });
  toStop.push(embedded.stop);
  await measureOn('the embedded PostgreSQL', embedded.url);
  if (quick) return;
  const binaries = installedPostgres();
  if (binaries === null) {
    say('No PostgreSQL is installed on this machine, so the embedded one alone was measured.');
    return;
  }
  const installed = await startInstalled(binaries);
  toStop.push(installed.stop);
  await measureOn(`the PostgreSQL in ${binaries}`, installed.url);
}

function measureOn(name: string, databaseUrl: string): Promise<void> {
  const dataDir = path.join(folder, name.replace(/\W+/g, '-'));
  return measure({ name, databaseUrl, dataDir }, { rounds, turnSeconds }, toStop);
}

/** What the machine does to everybody: every processor looks at the clock and at nothing else. */
async function sayStalls(): Promise<void> {
  const plan: StallPlan = { seconds: quick ? 2 : 10 };
  const each = await Promise.all(os.cpus().map(() => runProgram<Stalls>('stalls', plan)));
  const took = each.flatMap((stalls) => stalls.took);
  const longest = took.length === 0 ? '' : `, for ${Math.max(...took).toFixed(0)} ms at most`;
  say(
    `this machine took a processor away for ${stallMsLeast} ms or more ${(took.length / plan.seconds).toFixed(1)} times a second${longest}`,
  );
}

function sayOnce(): void {
  const { button, firstScreen } = sizes();
  say(`button ${kilobytes(button)} gzip, first screen of the modal ${kilobytes(firstScreen)} gzip`);
  const [worked, written] = [false, true].map((asJson) => Math.round(coreSpeed(quick ? 0.5 : 2, asJson)));
  say(
    `core: ${worked!.toLocaleString('en')} leases priced and scheduled a second on one core, ${written!.toLocaleString('en')} with their JSON  (goal: 100,000)`,
  );
}

/** As `npm start` does it: the first start makes the database and the town, the second finds them. */
async function sayStarts(): Promise<void> {
  const dataDir = path.join(folder, 'starts');
  for (const which of ['first', 'warm']) {
    const started = performance.now();
    const house = await startHouse({ dataDir, program: ['start.mjs', 'start'] });
    toStop.push(house.stop);
    await (await fetch(`${house.baseUrl}/`)).text();
    const pageMs = performance.now() - started;
    say(`${which} start: ready in ${inSeconds(house.readyMs)}, first page in ${inSeconds(pageMs)}`);
    if (which === 'warm') await sayFirstScreen(house.baseUrl);
    await house.stop();
  }
}

async function sayFirstScreen(baseUrl: string): Promise<void> {
  const shown = await firstScreen(baseUrl, rounds);
  if (shown === null) return say('No Chromium is installed on this machine, so no first screen was measured.');
  say(
    `on a slow phone, from the press to a field that can be typed into: ${inSeconds(shown.ahead)}  (goal: under 1 s); pressed as soon as the button is there: ${inSeconds(shown.atOnce)}`,
  );
}

function kilobytes(bytes: number): string {
  return `${(bytes / 1024).toFixed(1)} kB`;
}

function inSeconds(ms: number): string {
  return `${(ms / 1000).toFixed(2)} s`;
}

function cleanUp(): Promise<void> {
  cleaned ??= stopEverything();
  return cleaned;
}

async function stopEverything(): Promise<void> {
  for (let stop = toStop.pop(); stop !== undefined; stop = toStop.pop()) await stop();
  // A house that failed to start may leave a database that is still closing its files.
  await fs.promises.rm(folder, { recursive: true, force: true, maxRetries: 20, retryDelay: 100 });
}

async function giveUp(): Promise<never> {
  await cleanUp();
  process.exit(130);
}
