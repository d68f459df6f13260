import { createHash } from 'node:crypto';
import http from 'node:http';
import { pino } from 'pino';
import type { Db } from '#server/db/connect.ts';
import type { House } from '#server/house.ts';
import type { Route } from '#server/http/route.ts';
import { buildServer, type Pages } from '#server/http/server.ts';

/** The door of a test, listening on loopback, over a house that has only what the door itself asks for. */
export type TestDoor = {
  readonly house: House;
  readonly port: number;
  /** The lines that were logged. */
  readonly log: readonly string[];
  /** Moves the house's clock. */
  advance(ms: number): void;
  /** One call; the body goes out as given when it is text. */
  ask(method: string, path: string, options?: { body?: unknown; headers?: Record<string, string> }): Promise<Answer>;
  close(): Promise<void>;
};

// biome-ignore lint/suspicious/noExplicitAny: a test looks into answers of every shape.
export type Answer = { status: number; headers: http.IncomingHttpHeaders; text: string; json: any };

export const merchantKey = 'sk_test_one';
export const otherMerchantKey = 'sk_test_two';
export const operatorKey = 'operator-key-of-a-test';

export async function openDoor(
  routes: readonly Route[],
  { db, mode = 'sandbox', pages }: { db?: Db; mode?: 'sandbox' | 'production'; pages?: Pages } = {},
): Promise<TestDoor> {
  let time = Date.parse('2026-11-21T12:00:00Z');
  let drawn = 0;
  const log: string[] = [];
  const house = {
    db,
    clock: { now: () => time },
    chance: { bytes: (count: number) => createHash('sha512').update(`${drawn++}`).digest().subarray(0, count) },
    log: pino({ level: 'info' }, { write: (line: string) => void log.push(line) }),
    secrets: { operatorKey, tokenSecret: Buffer.alloc(32, 7) },
    settings: { mode, customerTokenMinutes: 60 },
  } as unknown as House;
  const server = buildServer(house, routes, pages);
  await server.listen({ host: '127.0.0.1', port: 0 });
  const address = server.server.address();
  const port = typeof address === 'object' && address !== null ? address.port : 0;
  return {
    house,
    port,
    log,
    advance: (ms) => {
      time += ms;
    },
    ask: (method, path, { body, headers = {} } = {}) => ask(port, method, path, body, headers),
    close: () => server.close(),
  };
}

/** By node:http and not by fetch, which sends no GET with a body and straightens paths. */
function ask(
  port: number,
  method: string,
  path: string,
  body: unknown,
  headers: Record<string, string>,
): Promise<Answer> {
  const text = body === undefined ? '' : typeof body === 'string' ? body : JSON.stringify(body);
  const length = text === '' ? {} : { 'content-length': String(Buffer.byteLength(text)) };
  return new Promise((resolve, reject) => {
    const request = http.request(
      { port, host: '127.0.0.1', method, path, headers: { ...length, ...headers } },
      (response) => {
        let received = '';
        response.setEncoding('utf8');
        response.on('data', (chunk: string) => {
          received += chunk;
        });
        response.on('end', () => {
          const isJson = String(response.headers['content-type'] ?? '').startsWith('application/json');
          const json = isJson && received !== '' ? JSON.parse(received) : undefined;
          resolve({ status: response.statusCode ?? 0, headers: response.headers, text: received, json });
        });
      },
    );
    request.on('error', reject);
    request.end(text);
  });
}
