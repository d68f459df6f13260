import type { HouseProcess } from './house-process.ts';
import type { LoadPlan, LoadResult } from './load.ts';
import type { Shop } from './open-shop.ts';
import type { PacedPlan, PacedResult } from './paced-load.ts';
import { createRequests, settingsRequest } from './requests.ts';
import { say } from './rows.ts';
import { runProgram } from './run-program.ts';
import { shareOf } from './speed.ts';

const times = 4;

/** `settings/lease` as often as a shop's pages ask it: a hundred times a second, whether or not answers come. */
export async function saySettings({ port }: HouseProcess, shop: Shop, seconds: number): Promise<void> {
  const plan: PacedPlan = {
    port,
    perSecond: 100,
    seconds,
    connections: 100,
    requests: [settingsRequest(shop)],
    firstNumber: 0,
  };
  const { answered } = await runProgram<PacedResult>('paced-load', plan);
  const figures = `p50 ${shareOf(answered, 0.5).toFixed(2)} ms, p99 ${shareOf(answered, 0.99).toFixed(2)} ms`;
  say(`settings/lease at 100 a second: ${figures}  (goal: p99 under 20)`);
}

/**
 * Four times as many creates as the house has just shown that it can do: how many it still does, and how fast it
 * refuses. A round is the peak and then the overload, because a machine is not as fast now as it was a minute ago. `made`
 * counts the leases there are.
 */
export async function sayOverload(
  { port }: HouseProcess,
  shop: Shop,
  { seconds, rounds }: { seconds: number; rounds: number },
  made: { count: number },
): Promise<void> {
  const requests = createRequests(shop);
  const runs: (PacedResult & { readonly perSecond: number; readonly share: number })[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const atBest: LoadPlan = {
      port,
      clients: 32,
      warmUpSeconds: 1,
      seconds,
      requests,
      firstNumber: made.count,
      among: null,
    };
    const { took, lastNumber } = await runProgram<LoadResult>('load', atBest);
    made.count = lastNumber + 1;
    const peak = took.length / seconds;
    const perSecond = Math.round(times * peak);
    const firstNumber = aboveAllOthers + round * 1_000_000;
    const tooMany: PacedPlan = { port, perSecond, seconds, connections: connectionsMax, requests, firstNumber };
    const result = await runProgram<PacedResult>('paced-load', tooMany);
    runs.push({ ...result, perSecond, share: result.answered.length / seconds / peak });
  }
  runs.sort((one, other) => one.share - other.share);
  const { perSecond, share, answered, refused, wrong, unsent } = runs[runs.length >> 1]!;
  say(
    `create-lease at ${times} × the peak, ${perSecond.toLocaleString('en')} a second: ` +
      `${Math.round(answered.length / seconds).toLocaleString('en')} done a second, ` +
      `${(100 * share).toFixed(0)} % of the peak  (goal: 80 %); p99 ${shareOf(answered, 0.99).toFixed(0)} ms`,
  );
  const refusedMs = refused.length === 0 ? '' : `, p50 ${shareOf(refused, 0.5).toFixed(0)} ms`;
  say(
    `  refused with 503 ${refused.length}${refusedMs}; not sent for want of a connection ${unsent}; anything else ${wrong.length}`,
  );
}

const connectionsMax = 1_500;
/** The other loads number what they make below 2³². */
const aboveAllOthers = 5_000_000_000;
