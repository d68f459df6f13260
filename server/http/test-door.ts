import { createHash } from 'node:crypto';
import http from 'node:http';
import { pino } from 'pino';
import { commit } from '#server/db/commit.ts';
import type { Db } from '#server/db/connect.ts';
import { insert } from '#server/db/write.ts';
import type { House } from '#server/house.ts';
import type { Patience } from '#server/http/patience.ts';
import type { Route } from '#server/http/route.ts';
import { buildServer, type Pages } from '#server/http/server.ts';
import { type Capacity, capacityDefault, limitsDefault } from '#server/limits.ts';
import { keyHash } from '#server/merchants/key-hash.ts';

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
export const publicKey = 'pk_test_one';
export const revokedKey = 'sk_test_revoked';
export const operatorKey = 'operator-key-of-a-test';

export async function openDoor(
  routes: readonly Route[],
  {
    db,
    mode = 'sandbox',
    pages,
    patience,
    capacity = capacityDefault,
    trustedProxies = [],
  }: {
    db?: Db;
    mode?: 'sandbox' | 'production';
    pages?: Pages;
    patience?: Patience;
    capacity?: Capacity;
    trustedProxies?: readonly string[];
  } = {},
): Promise<TestDoor> {
  let time = Date.parse('2026-11-21T12:00:00Z');
  let drawn = 0;
  const log: string[] = [];
  const house = {
    db,
    clock: { now: () => time },
    chance: { bytes: (count: number) => createHash('sha512').update(`${drawn++}`).digest().subarray(0, count) },
    log: pino({ level: 'info' }, { write: (line: string) => void log.push(line) }),
    secrets: {
      operatorKey,
      tokenSecret: Buffer.alloc(32, 7),
      passcodeKey: Buffer.alloc(32, 9),
      evidenceKey: Buffer.alloc(32, 11),
      keks: [{ id: 'k1', key: Buffer.alloc(32, 8) }],
    },
    settings: {
      mode,
      publicUrl: 'http://flexpay.test',
      customerTokenMinutes: 60,
      limits: limitsDefault,
      capacity,
      trustedProxies,
    },
  } as unknown as House;
  const server = buildServer(house, routes, pages, patience);
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

/** Two merchants, m1 with number 1001 and m2 with 1002, and their keys k1 and k2. */
export async function addMerchants(db: Db): Promise<void> {
  const at = '2026-11-21T12:00:00.000Z';
  const merchant = (merchant_id: string, vendor_number: string) => ({
    merchant_id,
    name: `Shop ${merchant_id}`,
    vendor_number,
    minimum_order_cents: 4995,
    lease_factor: '2.00',
    discount_rate: '0',
    finalize_within_hours: 72,
    trusted_partner: true,
    created_at: at,
  });
  const key = (key_id: string, merchant_id: string, text: string, kind: string, revoked_at: string | null = null) => ({
    key_hash: keyHash(text),
    key_id,
    merchant_id,
    kind,
    last_four: text.slice(-4),
    scopes: kind === 'secret' ? 'read write partner' : '',
    created_at: at,
    revoked_at,
  });
  await commit(db, [insert('merchant', [merchant('m1', '1001'), merchant('m2', '1002')])]);
  await commit(db, [
    insert('merchant_key', [
      key('k1', 'm1', merchantKey, 'secret'),
      key('k2', 'm2', otherMerchantKey, 'secret'),
      key('k3', 'm1', publicKey, 'public'),
      key('k4', 'm1', revokedKey, 'secret', at),
    ]),
  ]);
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
