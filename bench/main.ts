import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { installedPostgres, startInstalled } from '#doorstep/installed-postgres.ts';
import { startEmbedded } from '#server/db/embedded/start-embedded.ts';
import { coreSpeed } from './core-speed.ts';
import { type DatabaseLimit, databaseLimit, run } from './database-limit.ts';
import { type HouseProcess, startHouse } from './house-process.ts';
import { listenIn, type Statement } from './listen-in.ts';
import { type LoadPlan, type LoadResult, marker } from './load.ts';
import { cart, openShop, post, type Shop } from './open-shop.ts';
import { type Repeatable, repeatable } from './repeatable.ts';
import { sizes } from './sizes.ts';
import { type Run, type Speed, speedOf } from './speed.ts';

/*
 * `npm run bench [--seconds N] [--quick]`: how fast the house is, beside what its database could do with the very same
 * statements in the same run. Everything on loopback and on throw-away data. What the figures mean: README.md.
 */

const quick = process.argv.includes('--quick');
const secondsWanted = quick ? 2 : Number(process.argv[process.argv.indexOf('--seconds') + 1]) || 6;
/** House and limit take turns, so that a neighbour on this machine slows both. */
const turns = 2;
const turnSeconds = Math.max(1, Math.round(secondsWanted / turns)); // pgbench counts in whole ones
const clientCounts = [1, 8, 32];
const customerCount = 50;
const goal = 0.3;
const program = fileURLToPath(new URL('./load.ts', import.meta.url));

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
  say(
    `${os.cpus().length} × ${os.cpus()[0]?.model.trim()}, Node ${process.versions.node}, ${turns * turnSeconds} s a point\n`,
  );
  sayOnce();
  await sayStarts();
  const embedded = await startEmbedded({ dataDir: path.join(folder, 'embedded'), log: () => undefined });
  toStop.push(embedded.stop);
  await measure('the embedded PostgreSQL', embedded.url);
  const binaries = installedPostgres();
  if (binaries === null) {
    say('No PostgreSQL is installed on this machine, so the embedded one alone was measured.');
    return;
  }
  const installed = await startInstalled(binaries);
  toStop.push(installed.stop);
  await measure(`the PostgreSQL in ${binaries}`, installed.url);
}

function sayOnce(): void {
  const { button, firstScreen } = sizes();
  say(`button ${kilobytes(button)} gzip, first screen of the modal ${kilobytes(firstScreen)} gzip`);
  say(`core: ${Math.round(coreSpeed(quick ? 0.5 : 2)).toLocaleString('en')} leases priced and scheduled a second`);
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
    await house.stop();
  }
}

async function measure(name: string, databaseUrl: string): Promise<void> {
  const dataDir = path.join(folder, name.replace(/\W+/g, '-'));
  const { shop, create, get } = await prepare(dataDir, databaseUrl);
  const house = await startHouse({ dataDir, databaseUrl });
  toStop.push(house.stop);
  const limit = databaseLimit(databaseUrl);
  say(`\nOn ${name}; the limit is ${limit.asker} with the same statement`);
  say('                   clients    house/s   p50 ms   p99 ms    limit/s   p50 ms   p99 ms   ratio');
  let made = 0;
  for (const clients of clientCounts) {
    const creating = await pointOf(limit, create, shop, clients, async () => {
      const result = await load(house, clients, { requests: createRequests(shop), firstNumber: made, among: null });
      made = result.lastNumber + 1;
      return result;
    });
    say(row('create-lease', clients, creating), clients === 32 ? ` (goal ${goal.toFixed(2)})` : '');
    const getting = await pointOf(limit, get, shop, clients, () =>
      load(house, clients, { requests: [getRequest(shop)], firstNumber: 0, among: made }),
    );
    say(row('get-transaction', clients, getting));
  }
  await house.stop();
}

/** A shop that the measured house will find, and what the house says to its database for one create and one get. */
async function prepare(
  dataDir: string,
  databaseUrl: string,
): Promise<{ shop: Shop; create: Repeatable; get: Repeatable }> {
  const wire = await listenIn(databaseUrl);
  toStop.push(wire.close);
  const house = await startHouse({ dataDir, databaseUrl: wire.url });
  toStop.push(house.stop);
  const shop = await openShop(house.baseUrl, customerCount);
  const { token } = shop.customers[0]!;
  await post(`${house.baseUrl}/v3/leases`, shop.apiKey, { transactionId: 'bench-heard', ...cart }, token);
  await fetch(`${house.baseUrl}/v3/transactions/bench-heard`, { headers: { authorization: shop.apiKey } });
  await house.stop();
  await wire.close();
  const last = (about: RegExp): Statement => {
    const found = wire.heard.findLast(({ text }) => about.test(text));
    if (found === undefined) throw new Error(`The house said nothing like ${about} to its database.`);
    return found;
  };
  return {
    shop,
    create: repeatable(last(/insert into transaction_route/)),
    get: repeatable(last(/from transaction_route r.*where r\.merchant_id/s)),
  };
}

type Point = { readonly house: Speed; readonly limit: Speed };

/** The limit first, so that both see a database of about the same size and age. */
async function pointOf(
  limit: DatabaseLimit,
  statement: Repeatable,
  { customers }: Shop,
  clients: number,
  askHouse: () => Promise<Run>,
): Promise<Point> {
  const point = { statement, customers: customers.map(({ userId }) => userId), clients, seconds: turnSeconds };
  const runs: { house: Run[]; limit: Run[] } = { house: [], limit: [] };
  for (let turn = 1; turn <= turns; turn += 1) {
    runs.limit.push(await limit.measure(point));
    runs.house.push(await askHouse());
  }
  return { house: speedOf(runs.house), limit: speedOf(runs.limit) };
}

async function load(
  { port }: HouseProcess,
  clients: number,
  asked: Pick<LoadPlan, 'requests' | 'firstNumber' | 'among'>,
): Promise<LoadResult> {
  const plan: LoadPlan = { port, clients, seconds: turnSeconds, warmUpSeconds: 1, ...asked };
  const said = await run(process.execPath, ['--disable-warning=ExperimentalWarning', program], {
    input: JSON.stringify(plan),
  });
  return JSON.parse(said) as LoadResult;
}

function createRequests({ apiKey, customers }: Shop): string[] {
  const body = JSON.stringify({ transactionId: `bench-${marker}`, ...cart });
  return customers.map(
    ({ token }) =>
      `POST /v3/leases HTTP/1.1\r\nhost: bench\r\nauthorization: ${apiKey}\r\ncustomer-token: ${token}\r\n` +
      `content-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
  );
}

function getRequest({ apiKey }: Shop): string {
  return `GET /v3/transactions/bench-${marker} HTTP/1.1\r\nhost: bench\r\nauthorization: ${apiKey}\r\n\r\n`;
}

function row(what: string, clients: number, { house, limit }: Point): string {
  const figures = ({ perSecond, p50, p99 }: Speed) =>
    Math.round(perSecond).toLocaleString('en').padStart(11) + p50.toFixed(2).padStart(9) + p99.toFixed(2).padStart(9);
  const ratio = (house.perSecond / limit.perSecond).toFixed(2).padStart(8);
  return `${what.padEnd(18)}${String(clients).padStart(8)}${figures(house)}${figures(limit)}${ratio}`;
}

function say(...text: string[]): void {
  process.stdout.write(`${text.join('')}\n`);
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
