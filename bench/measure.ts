import { databaseLimit, type LimitPoint, sessionOptions } from './database-limit.ts';
import type { FlowLimitPlan, FlowLimitRun } from './flow-limit.ts';
import type { FlowLoadPlan } from './flow-load.ts';
import { type HouseProcess, startHouse } from './house-process.ts';
import type { LoadPlan, LoadResult } from './load.ts';
import { sayOverload, saySettings } from './overload.ts';
import { pointFrom, pointOf } from './points.ts';
import { type Prepared, prepare } from './prepare.ts';
import type { Repeatable } from './repeatable.ts';
import { createRequests, getRequest, listRequest } from './requests.ts';
import { header, row, say } from './rows.ts';
import { runProgram } from './run-program.ts';
import { type FlowRun, type Run, stepOf } from './speed.ts';

/** How long everything is measured: so many rounds of so many seconds for the house, and as many for its limit. */
export type Patience = { readonly rounds: number; readonly turnSeconds: number };

const clientCounts = [1, 8, 32] as const;

/** One table for one database. */
export async function measure(
  { name, databaseUrl, dataDir }: { name: string; databaseUrl: string; dataDir: string },
  patience: Patience,
  toStop: (() => Promise<void>)[],
): Promise<void> {
  const prepared = await prepare(dataDir, databaseUrl, toStop);
  const house = await startHouse({ dataDir, databaseUrl });
  toStop.push(house.stop);
  say(
    `\nOn ${name}; the limit is the same statements: create-lease and list by ${databaseLimit(databaseUrl).asker}, the rest by the bare driver`,
  );
  const seconds = Math.max(3, patience.turnSeconds);
  await saySettings(house, prepared.shop, seconds);
  say(header);
  const made = { count: 0 };
  for (const clients of clientCounts) await measureAlone(house, prepared, databaseUrl, clients, patience, made);
  const flowsOfTwins = prepared.twins.map(() => 0);
  for (const clients of clientCounts) await measureFlow(house, prepared, databaseUrl, clients, patience, flowsOfTwins);
  await sayOverload(house, prepared.shop, { ...patience, seconds }, made);
  await house.stop();
}

/** What is asked again and again by itself. `made` counts the leases there are. */
async function measureAlone(
  house: HouseProcess,
  { shop, create, get, list }: Prepared,
  databaseUrl: string,
  clients: number,
  { rounds, turnSeconds }: Patience,
  made: { count: number },
): Promise<void> {
  const limit = databaseLimit(databaseUrl);
  const customers = shop.customers.map(({ userId }) => userId);
  const point = (statement: Repeatable): LimitPoint => ({ statement, customers, clients, seconds: turnSeconds });
  const load = (asked: Pick<LoadPlan, 'requests' | 'firstNumber' | 'among'>) =>
    runProgram<LoadResult>('load', { port: house.port, clients, seconds: turnSeconds, warmUpSeconds: 1, ...asked });
  const creating = await pointOf(
    rounds,
    () => limit.measure(point(create)),
    async () => {
      const result = await load({ requests: createRequests(shop), firstNumber: made.count, among: null });
      made.count = result.lastNumber + 1;
      return result;
    },
  );
  const createGoal = { 1: '', 8: 'p99 up to 15 ms', 32: 'ratio 0.45' }[clients];
  say(row('create-lease', clients, creating, createGoal));
  const reading = (request: string) => () => load({ requests: [request], firstNumber: 0, among: made.count });
  const getting = await pointOf(rounds, () => limit.measureByDriver(point(get)), reading(getRequest(shop)));
  say(row('get-transaction', clients, getting, 'ratio 0.50'));
  say(row('list', clients, await pointOf(rounds, () => limit.measure(point(list)), reading(listRequest(shop)))));
}

/** From the cart to the shipment: the whole flow, and the steps in it that can't be repeated by themselves. */
async function measureFlow(
  house: HouseProcess,
  { shop, flow, twins }: Prepared,
  databaseUrl: string,
  clients: number,
  { rounds, turnSeconds }: Patience,
  flowsOfTwins: number[],
): Promise<void> {
  const limit: FlowRun[] = [];
  const asked: FlowRun[] = [];
  for (let round = 1; round <= rounds; round += 1) {
    const replay: FlowLimitPlan = {
      ...{ databaseUrl, sessionOptions, flow, customers: twins, clients },
      ...{ seconds: turnSeconds, flowsBefore: flowsOfTwins },
    };
    const replayed = await runProgram<FlowLimitRun>('flow-limit', replay);
    flowsOfTwins.splice(0, flowsOfTwins.length, ...replayed.flowsAfter);
    limit.push(replayed);
    const load: FlowLoadPlan = {
      ...{ port: house.port, shop, clients, seconds: turnSeconds, warmUpSeconds: 1 },
      name: `flow-${clients}-${round}`,
    };
    asked.push(await runProgram<FlowRun>('flow-load', load));
  }
  for (const step of ['sign+finalize', 'confirm-shipment']) {
    const of = (run: FlowRun) => stepOf(run, step);
    say(row(step, clients, pointFrom(limit.map(of), asked.map(of))));
  }
  const whole = ({ flows, seconds }: FlowRun): Run => ({ took: flows, seconds });
  say(row('whole flow', clients, pointFrom(limit.map(whole), asked.map(whole)), 'ratio 0.30'));
}
