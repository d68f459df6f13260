import { type ErrorCode, FlexPayError, isPassing } from './flexpay-error.ts';
import { type OperationName, type Operations, operations } from './operations.gen.ts';
import { readAnswer } from './read-answer.ts';
import { waitBefore } from './wait-before.ts';
import type { World } from './world.ts';

/** Where FlexPay is, as whom we call, and how patient we are. */
export type Line = {
  /** Where FlexPay listens, with or without `/v3`. */
  readonly url: string;
  readonly apiKey: string;
  /** How long one try may take. */
  readonly timeoutMs: number;
  readonly attemptsMax: number;
  /** Longer than this nobody waits: the error is thrown and says when to come back. */
  readonly waitMsMax: number;
  readonly world: World;
};

/** What may be said about any one call. */
export type How = {
  /** Your own name for this POST: under one name it happens once, however often it is sent. One is made when you give none. */
  readonly idempotencyKey?: string;
  readonly timeoutMs?: number;
  readonly attemptsMax?: number;
  readonly headers?: Readonly<Record<string, string>>;
};

export type Given<Name extends OperationName> = Pick<Operations[Name], Exclude<keyof Operations[Name], 'answer'>> &
  How & { readonly customerToken?: string };

/** Makes one call, again while it is sure to be safe and worth it, and answers with what stands under `data`. */
export async function call<Name extends OperationName>(
  line: Line,
  name: Name,
  given: Given<Name>,
): Promise<Operations[Name]['answer']> {
  const { url, request } = requestOf(line, name, given);
  const { sleep, random } = line.world;
  for (let attempt = 1; ; attempt += 1) {
    const answer = await tryOnce(line, name, url, request, given.timeoutMs ?? line.timeoutMs);
    if (!(answer instanceof FlexPayError)) return answer as Operations[Name]['answer'];
    if (attempt >= (given.attemptsMax ?? line.attemptsMax) || !isPassing(answer)) throw answer;
    const waitMs = waitBefore(attempt + 1, answer.retryAfterSeconds, random());
    if (waitMs > line.waitMsMax) throw answer;
    await sleep(waitMs);
  }
}

type Sent = How & {
  readonly customerToken?: string;
  readonly params?: Readonly<Record<string, string>>;
  readonly query?: Readonly<Record<string, unknown>>;
  readonly body?: unknown;
};

/** The same request for every try: its key is made here, once. */
function requestOf(line: Line, name: OperationName, given: Sent): { url: string; request: RequestInit } {
  const { method, path } = operations[name];
  const filled = path.replace(/\{(\w+)\}/g, (_, param: string) => encodeURIComponent(given.params?.[param] ?? ''));
  const url = new URL(line.url.replace(/\/+$/, '').replace(/\/v3$/, '') + filled);
  for (const [key, value] of Object.entries(given.query ?? {})) {
    if (value !== undefined && value !== null) url.searchParams.set(key, String(value));
  }
  const headers: Record<string, string> = { authorization: line.apiKey, accept: 'application/json', ...given.headers };
  if (given.customerToken !== undefined) headers['customer-token'] = given.customerToken;
  if (method === 'POST') headers['idempotency-key'] = given.idempotencyKey ?? line.world.newKey();
  if (given.body !== undefined) headers['content-type'] = 'application/json';
  const body = given.body === undefined ? null : JSON.stringify(given.body);
  return { url: url.href, request: { method, headers, body } };
}

async function tryOnce(
  line: Line,
  name: OperationName,
  url: string,
  request: RequestInit,
  timeoutMs: number,
): Promise<unknown> {
  let response: Response;
  let text: string;
  try {
    response = await line.world.fetch(url, { ...request, redirect: 'error', signal: AbortSignal.timeout(timeoutMs) });
    text = await response.text();
  } catch (cause) {
    return new FlexPayError('FlexPay does not answer.', { code: 'Unreachable', statusCode: 0 }, { cause });
  }
  let body: unknown;
  try {
    body = readAnswer(text, operations[name].amounts);
  } catch (cause) {
    const message = `What answered with status ${response.status} was not FlexPay.`;
    return new FlexPayError(message, { ...about(response), code: 'UnreadableAnswer' }, { cause });
  }
  if (!response.ok) return refusalOf(response, body);
  // A list may come bare, and the key of a card's processor without an envelope.
  const { data = body } = body as { data?: unknown };
  return data;
}

function refusalOf(response: Response, body: unknown): FlexPayError {
  const { error } = (body ?? {}) as { error?: { code?: ErrorCode; message?: string; data?: Record<string, unknown> } };
  const { code = 'UnreadableAnswer', message = `FlexPay answered with status ${response.status}.`, data } = error ?? {};
  return new FlexPayError(message, { ...about(response), code, ...(data && { data: data as never }) });
}

function about({ status, headers }: Response) {
  const seconds = Number(headers.get('retry-after') ?? Number.NaN);
  return {
    statusCode: status,
    requestId: headers.get('x-request-id'),
    retryAfterSeconds: Number.isFinite(seconds) ? seconds : null,
  };
}
