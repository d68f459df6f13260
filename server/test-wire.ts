import { pino } from 'pino';
import type { House, Settings } from '#server/house.ts';
import type { Route } from '#server/http/route.ts';
import { buildServer } from '#server/http/server.ts';
import { createMerchant } from '#server/merchants/create-merchant.ts';
import { must, testHouse } from '#server/test-house.ts';

/** A whole house behind its real door, asked over real HTTP, with everything it logged. For tests. */
export type TestWire = {
  readonly house: House;
  /** Every line of the log so far. */
  readonly logged: readonly string[];
  advance(byMs: number): void;
  /** A new merchant and its key, which in the sandbox may do everything. */
  merchant(name: string): Promise<{ merchantId: string; apiKey: string }>;
  ask(method: 'GET' | 'POST', path: string, said?: Said): Promise<WireAnswer>;
  close(): Promise<void>;
};

export type Said = { key?: string; token?: string; body?: unknown; headers?: Record<string, string> };

// biome-ignore lint/suspicious/noExplicitAny: a test looks into answers of every shape.
export type WireAnswer = { status: number; headers: Headers; text: string; data: any; error: any };

export async function openWire(
  routes: readonly Route[],
  change: { settings?: Partial<Settings>; house?: Partial<House> } = {},
): Promise<TestWire> {
  const built = await testHouse(change.settings === undefined ? {} : { settings: change.settings });
  const logged: string[] = [];
  const log = pino({ level: 'debug' }, { write: (line: string) => void logged.push(line) });
  const house: House = { ...built.house, log, ...change.house };
  const server = buildServer(house, routes);
  await server.listen({ host: '127.0.0.1', port: 0 });
  const address = server.server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    house,
    logged,
    advance: built.advance,
    merchant: (name) => must(house, () => createMerchant(house, { name })),
    ask: async (method, path, { key, token, body, headers = {} } = {}) => {
      const answer = await fetch(`http://127.0.0.1:${port}${path}`, {
        method,
        headers: {
          ...(key === undefined ? {} : { authorization: key }),
          ...(token === undefined ? {} : { 'customer-token': token }),
          ...headers,
        },
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      });
      const text = await answer.text();
      const { data, error } = JSON.parse(text);
      return { status: answer.status, headers: answer.headers, text, data, error };
    },
    close: async () => {
      await server.close();
      await built.close();
    },
  };
}
