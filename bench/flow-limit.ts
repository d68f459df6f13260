import { text } from 'node:stream/consumers';
import pg from 'pg';
import { freshText, type ReplayedFlow } from './replay.ts';
import { type FlowRun, noteFlow } from './speed.ts';

// A program of its own: says to the database what a house says for a whole flow, statement by statement as fast as the
// driver can, each time with fresh ids, and prints how long every step took as JSON.

export type FlowLimitPlan = {
  readonly databaseUrl: string;
  readonly sessionOptions: string;
  readonly flow: ReplayedFlow;
  /** One for each client, each as the heard customer was before the flow. */
  readonly customers: readonly string[];
  readonly clients: number;
  readonly seconds: number;
  /** How many flows each of these customers has behind it. */
  readonly flowsBefore: readonly number[];
};

export type FlowLimitRun = FlowRun & { readonly flowsAfter: readonly number[] };

const warmUpMs = 500;

if (import.meta.main) await main();

async function main(): Promise<void> {
  const plan = JSON.parse(await text(process.stdin)) as FlowLimitPlan;
  const from = performance.now() + warmUpMs;
  const until = from + plan.seconds * 1000;
  const flowsAfter = [...plan.flowsBefore];
  const run: FlowLimitRun = { clients: plan.clients, seconds: plan.seconds, steps: {}, flows: [], flowsAfter };
  const clients = Array.from({ length: plan.clients }, async (_, client) => {
    const connection = new pg.Client({ connectionString: plan.databaseUrl, options: plan.sessionOptions });
    await connection.connect();
    for (; performance.now() < until; flowsAfter[client]! += 1) {
      const began = performance.now();
      const took = await replayOnce(connection, plan, client, flowsAfter[client]!);
      const ended = performance.now();
      if (ended < from || ended > until) continue;
      noteFlow(run, ended - began, took);
    }
    await connection.end();
  });
  await Promise.all(clients);
  process.stdout.write(JSON.stringify(run));
}

async function replayOnce(
  connection: pg.Client,
  { flow, customers }: FlowLimitPlan,
  client: number,
  flowsBefore: number,
): Promise<Record<string, number>> {
  const fresh = flow.ids.map((id, index) => (index === 0 ? customers[client]! : freshText(id)));
  const took: Record<string, number> = {};
  for (const [at, { step, text, values }] of flow.statements.entries()) {
    const started = performance.now();
    const filled = values.map((value) => {
      if (value === null) return null;
      if ('version' in value) return String(value.version + flowsBefore * flow.versionsPerFlow);
      return value.parts.map((part) => (typeof part === 'number' ? fresh[part]! : part)).join('');
    });
    await connection.query({ name: `s${at}`, text, values: filled });
    took[step] = (took[step] ?? 0) + performance.now() - started;
  }
  return took;
}
