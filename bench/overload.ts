import { fileURLToPath } from 'node:url';
import { run } from './database-limit.ts';
import type { HouseProcess } from './house-process.ts';
import type { Shop } from './open-shop.ts';
import type { PacedPlan, PacedResult } from './paced-load.ts';
import { createRequests, settingsRequest } from './requests.ts';
import { say } from './rows.ts';
import { shareOf } from './speed.ts';

const program = fileURLToPath(new URL('./paced-load.ts', import.meta.url));
const times = 4;

/** `settings/lease` as often as a shop's pages ask it: a hundred times a second, whether or not answers come. */
export async function saySettings({ port }: HouseProcess, shop: Shop, seconds: number): Promise<void> {
  const plan = { port, perSecond: 100, seconds, connections: 100, requests: [settingsRequest(shop)], firstNumber: 0 };
  const { answered } = await paced(plan);
  const figures = `p50 ${shareOf(answered, 0.5).toFixed(2)} ms, p99 ${shareOf(answered, 0.99).toFixed(2)} ms`;
  say(`settings/lease at 100 a second: ${figures}  (goal: p99 under 20)`);
}

/** Four times as many creates as the house has shown that it can do: how many it still does, and how fast it refuses. */
export async function sayOverload(
  { port }: HouseProcess,
  shop: Shop,
  { peak, seconds, rounds }: { peak: number; seconds: number; rounds: number },
): Promise<void> {
  const perSecond = Math.round(times * peak);
  const requests = createRequests(shop);
  const runs: PacedResult[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const firstNumber = aboveAllOthers + round * 1_000_000;
    runs.push(await paced({ port, perSecond, seconds, connections: connectionsMax, requests, firstNumber }));
  }
  runs.sort((one, other) => one.answered.length - other.answered.length);
  const { answered, refused, wrong, unsent } = runs[runs.length >> 1]!;
  const goodput = answered.length / seconds;
  say(
    `create-lease at ${times} × the peak, ${perSecond.toLocaleString('en')} a second: ` +
      `${Math.round(goodput).toLocaleString('en')} done a second, ${((100 * goodput) / peak).toFixed(0)} % of the peak  (goal: 80 %); ` +
      `p99 ${shareOf(answered, 0.99).toFixed(0)} ms`,
  );
  const refusedMs = refused.length === 0 ? '' : `, p50 ${shareOf(refused, 0.5).toFixed(0)} ms`;
  say(
    `  refused with 503 ${refused.length}${refusedMs}; not sent for want of a connection ${unsent}; anything else ${wrong.length}`,
  );
}

const connectionsMax = 1_500;
/** The other loads number what they make below 2³². */
const aboveAllOthers = 5_000_000_000;

async function paced(plan: PacedPlan): Promise<PacedResult> {
  const input = JSON.stringify(plan);
  return JSON.parse(await run(process.execPath, ['--disable-warning=ExperimentalWarning', program], { input }));
}
