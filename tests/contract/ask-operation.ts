import assert from 'node:assert/strict';
import type { Example } from '#contract/v3/operations/operation.ts';
import { type RefusalCode, refusals } from '#contract/v3/refusals.ts';
import type { StartedHouse } from '../start-house.ts';
import { type Described, faultsOf } from './document.ts';
import { filledFrom, type World } from './open-world.ts';
import { type Sent, send } from './send.ts';

/** What is said in a call of an operation; names in braces stand for values of its world. */
export type Said = Pick<Example, 'params' | 'query' | 'body'>;

/** Calls an operation in a world, at its own address unless `path` is another, with `headers` beside its keys. */
export async function askOperation(
  house: StartedHouse,
  world: World,
  described: Described,
  said: Said,
  { path = described.path, headers = {} }: { path?: string; headers?: Readonly<Record<string, string>> } = {},
): Promise<Sent> {
  const filled = await filledFrom(world, { params: said.params ?? {}, query: said.query ?? {}, body: said.body });
  const query = Object.entries(filled.query).map(([name, value]) => `${name}=${encodeURIComponent(String(value))}`);
  const at = path.replace(/\{(\w+)\}/g, (_, name: string) => encodeURIComponent(filled.params[name] ?? ''));
  const text = filled.body === undefined ? undefined : JSON.stringify(filled.body);
  return send(house.baseUrl, {
    method: described.method,
    path: query.length === 0 ? at : `${at}?${query.join('&')}`,
    headers: { ...keysOf(house, world, described), ...headers },
    ...(text === undefined ? {} : { text }),
  });
}

/** The keys that an operation asks for. */
export function keysOf(house: StartedHouse, world: World, { security: [scheme = {}] }: Described) {
  if ('OperatorKey' in scheme) return { authorization: house.operatorKey };
  if (!('ApiKey' in scheme)) return {};
  return {
    authorization: world.apiKey,
    ...('CustomerToken' in scheme ? { 'customer-token': world.customerToken ?? '' } : {}),
  };
}

export function assertDone(described: Described, answer: Sent, about = ''): void {
  assert.equal(answer.status, 200, `${about} ${answer.text}`);
  assert.deepEqual(faultsOf(described, answer.status, answer.body), [], answer.text.slice(0, 2_000));
}

/** That the answer is this refusal, in the whole envelope that every refusal has, and as the document says it. */
export function assertRefused(described: Described, answer: Sent, code: RefusalCode, about = ''): void {
  const { status } = refusals[code];
  assert.equal(answer.status, status, `${about} ${answer.text}`);
  const { error } = answer.body as { error: Record<string, unknown> };
  assert.equal(error.code, code, `${about} ${answer.text}`);
  assert.equal(error.statusCode, status);
  assert.ok(typeof error.message === 'string' && error.message.length > 0);
  assert.ok(typeof error.data === 'object' && error.data !== null);
  assert.ok(String(error.docs).endsWith(`/docs/errors#${code}`), String(error.docs));
  assert.equal(error.requestId, answer.headers['x-request-id']);
  const waits = status === 429 || status === 503;
  assert.equal(Number(answer.headers['retry-after']) >= 1, waits, `${about} Retry-After`);
  assert.equal(answer.headers.allow !== undefined, status === 405, `${about} Allow`);
  assert.deepEqual(faultsOf(described, status, answer.body), [], answer.text.slice(0, 2_000));
}
