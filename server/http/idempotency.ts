import { insert, type Write } from '#server/db/write.ts';
import type { House } from '#server/house.ts';
import { now } from '#server/moment.ts';
import { type Refused, refuse } from '#server/outcome.ts';
import { type Envelope, open, seal } from '#server/secrets/envelope.ts';
import { type Place, placeIn } from '#server/secrets/sealed-columns.ts';
import { tokenHash } from '#server/secrets/token-hash.ts';

/** Under what name a call's answer is remembered, and what the call said. */
export type Memory = {
  readonly scope: string;
  readonly key: string;
  readonly method: string;
  readonly path: string;
  readonly fingerprint: string;
  /** The answer carries a secret and lies sealed. */
  readonly sealed: boolean;
};

export type Answered = { readonly status: number; readonly body: string };

/** One to 255 printable ASCII characters. */
export function isIdempotencyKey(key: string): boolean {
  return /^[\x20-\x7e]{1,255}$/.test(key);
}

/**
 * What a call says, whatever the order of its members: equal calls have equal fingerprints. Keyed, because a call may say
 * little but a social security number, and a plain hash of one can be undone (domain 4.13).
 */
export function fingerprintOf(house: House, said: unknown): string {
  return tokenHash(house, 'request', canonical(said));
}

/** The answer that this call has already had, a refusal when the name was used for another call, or null. */
export async function recall(house: House, memory: Memory): Promise<Answered | Refused | null> {
  const row = await house.db.read
    .selectFrom('idempotency')
    .select(['fingerprint', 'status', 'body', 'body_sealed'])
    .where('scope', '=', memory.scope)
    .where('key', '=', memory.key)
    .where('method', '=', memory.method)
    .where('path', '=', memory.path)
    .executeTakeFirst();
  if (row === undefined) return null;
  if (row.fingerprint !== memory.fingerprint) {
    return refuse('IdempotencyMismatch', 'This Idempotency-Key was used for a different request. Choose a new key.');
  }
  const sealed = row.body_sealed as Envelope | null;
  const body = sealed === null ? row.body : await open(house, 'repeated-answer', placeOf(memory), sealed);
  return { status: row.status, body };
}

/** The record that commits together with the call's effect (product 6). */
export function remember(house: House, memory: Memory, answered: Answered): Write {
  const { sealed, ...name } = memory;
  const said = sealed
    ? { body: '', body_sealed: seal(house, placeOf(memory), answered.body) }
    : { body: answered.body };
  return insert('idempotency', { ...name, status: answered.status, ...said, recorded_at: now(house) });
}

function placeOf({ scope, key, method, path }: Memory): Place {
  return placeIn('idempotency.body_sealed', { rowId: `${method} ${path} ${key}`, tenant: scope });
}

function canonical(value: unknown): string {
  if (value === null || typeof value !== 'object') return JSON.stringify(value) ?? 'null';
  if (Array.isArray(value)) return `[${value.map(canonical).join(',')}]`;
  const members = Object.entries(value).filter(([, member]) => member !== undefined);
  members.sort(([a], [b]) => (a < b ? -1 : 1));
  return `{${members.map(([name, member]) => `${JSON.stringify(name)}:${canonical(member)}`).join(',')}}`;
}
