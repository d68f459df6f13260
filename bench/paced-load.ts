import { text } from 'node:stream/consumers';
import { marker } from './load.ts';
import { type Connection, openConnection } from './socket.ts';

// A program of its own: asks so many times a second whether or not answers come, as shoppers do, and prints what it got
// as JSON. A request that finds no free connection is not sent and counted as such.

export type PacedPlan = {
  readonly port: number;
  readonly perSecond: number;
  readonly seconds: number;
  readonly connections: number;
  /** HTTP requests as text; each holds `marker`. */
  readonly requests: readonly string[];
  readonly firstNumber: number;
};

export type PacedResult = {
  /** How long answers took, in milliseconds. */
  readonly answered: readonly number[];
  readonly refused: readonly number[];
  /** Answers that are neither a success nor a refusal for want of room. */
  readonly wrong: readonly number[];
  readonly unsent: number;
};

if (import.meta.main) await main();

async function main(): Promise<void> {
  const plan = JSON.parse(await text(process.stdin)) as PacedPlan;
  const free = await Promise.all(Array.from({ length: plan.connections }, () => openConnection(plan.port)));
  const all = [...free];
  const result = { answered: [] as number[], refused: [] as number[], wrong: [] as number[], unsent: 0 };
  const underWay: Promise<void>[] = [];
  const began = performance.now();
  for (let sent = 0; sent < plan.perSecond * plan.seconds; ) {
    const due = Math.min(plan.perSecond * plan.seconds, ((performance.now() - began) / 1000) * plan.perSecond);
    for (; sent < due; sent += 1) {
      const connection = free.pop();
      if (connection === undefined) result.unsent += 1;
      else underWay.push(askOn(connection, requestOf(plan, sent)));
    }
    await new Promise((resolve) => setTimeout(resolve, 1));
  }
  await Promise.all(underWay);
  for (const connection of all) connection.close();
  process.stdout.write(JSON.stringify(result satisfies PacedResult));

  async function askOn(connection: Connection, request: string): Promise<void> {
    const asked = performance.now();
    const { status } = await connection.ask(request);
    const took = performance.now() - asked;
    if (status === 200) result.answered.push(took);
    else if (status === 503 || status === 429) result.refused.push(took);
    else result.wrong.push(status);
    free.unshift(connection);
  }
}

function requestOf({ requests, firstNumber }: PacedPlan, sent: number): string {
  const request = requests[sent % requests.length]!;
  return request.replace(marker, String(firstNumber + sent).padStart(marker.length, '0'));
}
