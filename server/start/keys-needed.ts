import { CannotStart } from '#doorstep/cannot-start.mjs';
import type { Db } from '#server/db/connect.ts';
import type { Secrets } from '#server/house.ts';
import { type KeyKind, knownKeys, neededFor, noteKey, ringOf } from '#server/secrets/house-keys.ts';

const variables = { kek: 'FLEXPAY_KEK', index: 'FLEXPAY_INDEX_KEY' } as const;

/**
 * Asks whether we hold every key that rows of this database still need, and notes the keys we hold. Opening without one
 * would write what nobody can read or find together with what is there, so it is refused. Asks indexes alone, so it is
 * as quick on a large database. Throws `CannotStart` with one sentence.
 */
export async function keysNeeded(db: Db, secrets: Secrets): Promise<void> {
  for (const kind of ['kek', 'index'] as const) await keysOfKind(db, kind, secrets);
}

async function keysOfKind(db: Db, kind: KeyKind, secrets: Secrets): Promise<void> {
  const ring = ringOf(secrets, kind);
  // Before ours are noted: a house that may not open must leave nothing behind.
  for (const id of await knownKeys(db, kind)) {
    if (ring.some((key) => key.id === id)) continue;
    const column = await neededFor(db, { kind, id, current: ring[0].id });
    if (column === null) continue;
    throw new CannotStart(
      `Rows in ${column} still need the key ${id}, and ${variables[kind]} or the key file names only ${ring.map((key) => key.id).join(', ')}. Bring it back after the newer ones until flexpay secrets status says that it may go.`,
    );
  }
  for (const key of ring) {
    if (await noteKey(db, kind, key, key === ring[0])) continue;
    throw new CannotStart(
      `The key ${key.id} of ${variables[kind]} or the key file is another than the one this database knows by that name. Bring that one back, and give a new key a name of its own.`,
    );
  }
}
