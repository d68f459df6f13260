import { setTimeout as sleep } from 'node:timers/promises';

/** Where a house is, and how it is reached. */
export type HouseAddress = { readonly baseUrl: string; readonly fetch?: typeof fetch };

export type HouseCall = {
  readonly method: 'GET' | 'POST';
  /** With its query: `/v3/user-exists?email=…`. */
  readonly path: string;
  /** What is asked, as it ends the sentence "Could not …". */
  readonly about: string;
  readonly key?: string;
  /** What a person calls that key, for the sentence that says it is wrong. */
  readonly keyName?: string;
  readonly customerToken?: string;
  readonly body?: unknown;
  /** With one, a call whose answer was lost is repeated: its effect happens once (product 6). */
  readonly idempotencyKey?: string;
  readonly timeoutMs?: number;
};

/** The house said no, or nothing: the message is one sentence for a person. */
export class HouseSaidNo extends Error {
  /** The refusal code of the API; `Unreachable` when nobody answered. */
  readonly code: string;

  constructor(code: string, message: string) {
    super(message);
    this.code = code;
  }
}

/**
 * One call to a house over its API, as any client would make it; resolves with the `data` of the answer.
 * Throws `HouseSaidNo`. A lost answer is asked for again where that is safe: a GET, or a POST with an Idempotency-Key.
 */
export async function askHouse<Answer>(house: HouseAddress, call: HouseCall): Promise<Answer> {
  const repeatable = call.method === 'GET' || call.idempotencyKey !== undefined;
  for (let attempt = 1; ; attempt += 1) {
    const heard = await tryOnce(house, call);
    if ('data' in heard) return heard.data as Answer;
    if (!heard.unknown || !repeatable || attempt === attemptsMax) throw new HouseSaidNo(heard.code, heard.message);
    await sleep(repeatAfterMs * attempt);
  }
}

const attemptsMax = 4;
const repeatAfterMs = 250;
const answerMsMax = 60_000;

/** `unknown`: the call may have had its effect, or may have it when asked again. */
type Heard = { data: unknown } | { code: string; message: string; unknown: boolean };

async function tryOnce(house: HouseAddress, call: HouseCall): Promise<Heard> {
  const { baseUrl, fetch = globalThis.fetch } = house;
  try {
    const response = await fetch(new URL(call.path, baseUrl), {
      method: call.method,
      headers: headersOf(call),
      body: call.body === undefined ? null : JSON.stringify(call.body),
      signal: AbortSignal.timeout(call.timeoutMs ?? answerMsMax),
    });
    return understood(house, call, response.status, await response.text());
  } catch (error) {
    const reason = reasonOf(error);
    const message = `Nothing answers at ${baseUrl} (${reason}). Is FlexPay running there?`;
    return { code: 'Unreachable', message, unknown: !neverArrived.includes(reason) };
  }
}

function headersOf(call: HouseCall): Record<string, string> {
  return {
    accept: 'application/json',
    ...(call.key === undefined ? {} : { authorization: call.key }),
    ...(call.customerToken === undefined ? {} : { 'customer-token': call.customerToken }),
    ...(call.body === undefined ? {} : { 'content-type': 'application/json' }),
    ...(call.idempotencyKey === undefined ? {} : { 'idempotency-key': call.idempotencyKey }),
  };
}

type Envelope = { data?: unknown; error?: { code?: unknown; message?: unknown; data?: { fields?: Field[] } } };
type Field = { path: string; message: string };

function understood({ baseUrl }: HouseAddress, call: HouseCall, status: number, text: string): Heard {
  const envelope = parsed(text);
  if (envelope !== null && status < 400) return { data: envelope.data };
  if (typeof envelope?.error?.message !== 'string') {
    const message = `What answers at ${baseUrl} is not FlexPay (status ${status} on ${call.path}).`;
    return { code: 'Unreachable', message, unknown: false };
  }
  const { error } = envelope;
  const code = String(error.code);
  const unknown = code === 'ServiceUnavailable';
  if (code === 'Unauthorized') {
    return { code, message: `${baseUrl} does not accept ${call.keyName ?? 'the API key'}.`, unknown };
  }
  const fields = (error.data?.fields ?? []).filter(({ message }) => message !== error.message);
  const apart = fields.length > 1 ? '\n  ' : ' ';
  const details = fields.map(({ path, message }) => `${apart}${path}: ${message}`).join('');
  return { code, message: `Could not ${call.about}: ${error.message}${details} (${code})`, unknown };
}

function parsed(text: string): Envelope | null {
  try {
    const value: unknown = JSON.parse(text);
    return value !== null && typeof value === 'object' && !Array.isArray(value) ? value : null;
  } catch {
    return null;
  }
}

/** The call never got there, so asking again at once tells nothing new. */
const neverArrived = ['ECONNREFUSED', 'ENOTFOUND', 'EAI_AGAIN'];

/** The system's word for what went wrong; of several addresses tried the first. */
function reasonOf(error: unknown): string {
  const { cause, name } = error as { cause?: Cause; name?: string };
  return cause?.code ?? cause?.errors?.[0]?.code ?? cause?.message ?? name ?? 'no answer';
}

type Cause = { code?: string; message?: string; errors?: { code?: string }[] };
