import { text } from 'node:stream/consumers';

// A program of its own: does nothing but look at the clock, and prints as JSON when the machine took its processor away.
// Whatever is being answered in such a moment is late, however fast the house is.

export type StallPlan = { readonly seconds: number };

/** How long each stall took, in milliseconds. */
export type Stalls = { readonly took: readonly number[] };

/** Shorter ones are the system's own work. */
export const stallMsLeast = 3;

if (import.meta.main) await main();

async function main(): Promise<void> {
  const { seconds } = JSON.parse(await text(process.stdin)) as StallPlan;
  const took: number[] = [];
  const until = performance.now() + seconds * 1000;
  for (let before = performance.now(), now = before; now < until; before = now) {
    now = performance.now();
    if (now - before >= stallMsLeast) took.push(now - before);
  }
  const result: Stalls = { took };
  process.stdout.write(JSON.stringify(result));
}
