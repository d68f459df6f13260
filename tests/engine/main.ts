import { randomInt } from 'node:crypto';
import { availableParallelism } from 'node:os';
import { Worker } from 'node:worker_threads';
import type { Comparison } from './compare-leases.ts';
import { shippedLaws } from './laws.ts';

/*
 * `npm run check:engine`: 1,000,000 random leases, worked out by the engine and by the checker, which share no code.
 * ENGINE_SEED repeats a run, ENGINE_LEASES makes it shorter or longer, ENGINE_FROM starts it at another lease.
 * Exits 1 when one figure or one day differs.
 */

const seed = Number(process.env.ENGINE_SEED ?? randomInt(2 ** 31));
const leases = Number(process.env.ENGINE_LEASES ?? 1_000_000);
const first = Number(process.env.ENGINE_FROM ?? 0);
/** Small, so that the cores end at the same time and a line comes now and then. */
const portion = 10_000;
const say = (line: string) => process.stdout.write(`${line}\n`);

say(`ENGINE_SEED=${seed}, ${leases} leases, ${shippedLaws.length} records of rules/ and made-up ones`);
const began = performance.now();
const seen = new Map<string, number>();
const faults: string[] = [];
let done = 0;
let next = first;
await Promise.all(Array.from({ length: availableParallelism() }, work));

const perSecond = Math.round((done * 1_000) / (performance.now() - began));
for (const [what, times] of [...seen].sort(([, one], [, other]) => other - one))
  say(`${String(times).padStart(9)}  ${what}`);
for (const fault of faults) say(`\n${fault}`);
say(`\n${done} leases, ${perSecond} a second, ${faults.length} differences`);
process.exitCode = faults.length === 0 ? 0 : 1;

/** Takes portion after portion until all are done, or one differs. */
async function work(): Promise<void> {
  const worker = new Worker(new URL('./worker.ts', import.meta.url));
  try {
    while (next < first + leases && faults.length === 0) {
      const from = next;
      next = Math.min(from + portion, first + leases);
      add(await compared(worker, { seed, from, to: next }));
    }
  } finally {
    await worker.terminate();
  }
}

function compared(worker: Worker, order: { seed: number; from: number; to: number }): Promise<Comparison> {
  return new Promise((resolve, reject) => {
    worker.removeAllListeners().once('message', resolve).once('error', reject);
    worker.postMessage(order);
  });
}

function add(portionOf: Comparison): void {
  const before = done;
  done += portionOf.leases;
  faults.push(...portionOf.faults);
  for (const [what, times] of portionOf.seen) seen.set(what, (seen.get(what) ?? 0) + times);
  if (Math.floor(done / 100_000) > Math.floor(before / 100_000)) say(`${done} leases, ${faults.length} differences`);
}
