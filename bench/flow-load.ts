import { text } from 'node:stream/consumers';
import { cart, type Shop } from './open-shop.ts';
import { get, post } from './requests.ts';
import { openConnection } from './socket.ts';
import { type FlowRun, noteFlow } from './speed.ts';

// A program of its own: shoppers and their store go from cart to shipment again and again, each client with a customer
// of its own, and print how long every step took as JSON.

export type FlowLoadPlan = {
  readonly port: number;
  readonly shop: Shop;
  readonly clients: number;
  readonly seconds: number;
  readonly warmUpSeconds: number;
  /** Begins the transaction ids of this run. */
  readonly name: string;
};

if (import.meta.main) await main();

async function main(): Promise<void> {
  const plan = JSON.parse(await text(process.stdin)) as FlowLoadPlan;
  const from = performance.now() + plan.warmUpSeconds * 1000;
  const until = from + plan.seconds * 1000;
  const run: FlowRun = { clients: plan.clients, seconds: plan.seconds, steps: {}, flows: [] };
  await Promise.all(
    Array.from({ length: plan.clients }, (_, client) => shopAgainAndAgain(plan, client, run, { from, until })),
  );
  process.stdout.write(JSON.stringify(run));
}

async function shopAgainAndAgain(
  { port, shop, name }: FlowLoadPlan,
  client: number,
  run: FlowRun,
  { from, until }: { from: number; until: number },
): Promise<void> {
  const { apiKey, customers } = shop;
  const { token } = customers[client % customers.length]!;
  const connection = await openConnection(port);
  const ask = async (request: string): Promise<string> => {
    const { status, body } = await connection.ask(request);
    if (status !== 200) throw new Error(`The house answered ${status}: ${body}`);
    return body;
  };
  for (let number = 0; performance.now() < until; number += 1) {
    const began = performance.now();
    const took: Record<string, number> = {};
    const step = async (what: string, work: () => Promise<void>) => {
      const started = performance.now();
      await work();
      took[what] = performance.now() - started;
    };
    const id = `${name}-${client}-${number}`;
    let leaseId = '';
    await step('create-lease', async () => {
      const body = JSON.stringify({ transactionId: id, ...cart });
      leaseId = /"leaseId":"([^"]+)"/.exec(await ask(post('/v3/leases', { apiKey, token, body })))![1]!;
    });
    await step('sign+finalize', async () => {
      const body = JSON.stringify({ signed: true, ipAddress: '127.0.0.1' });
      await ask(post(`/v3/leases/${leaseId}/sign`, { apiKey, token, body }));
      await ask(post(`/v3/transactions/${id}/finalize`, { apiKey }));
    });
    await step('get-transaction', async () => void (await ask(get(`/v3/transactions/${id}`, apiKey))));
    await step('confirm-shipment', async () => {
      await ask(post(`/v3/transactions/${id}/confirm-shipment`, { apiKey }));
    });
    const ended = performance.now();
    if (ended < from || ended > until) continue;
    noteFlow(run, ended - began, took);
  }
  connection.close();
}
