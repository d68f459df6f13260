import type { KeyUseAnswer } from '#contract/v3/secrets.ts';
import type { House } from '#server/house.ts';
import { done, type Outcome } from '#server/outcome.ts';
import { type KeyKind, knownKeys, ringOf, usesOf } from './house-keys.ts';

type KeyUse = KeyUseAnswer['keys'][number];

/** What stands under each key, so that an operator knows when an old one may go. Counts every row: seconds on a large database. */
export async function showKeyUse(house: House): Promise<Outcome<KeyUseAnswer>> {
  return done({ keys: [...(await keysOf(house, 'kek')), ...(await keysOf(house, 'index'))] });
}

async function keysOf({ db, secrets }: House, kind: KeyKind): Promise<KeyUse[]> {
  const ring = ringOf(secrets, kind).map(({ id }) => id);
  const gone = (await knownKeys(db, kind)).filter((id) => !ring.includes(id));
  const keys: KeyUse[] = [];
  for (const keyId of [...ring, ...gone]) {
    const current = keyId === ring[0];
    const columns = await usesOf(db, { kind, id: keyId, current: ring[0]! });
    const rows = sum(columns.map((one) => one.rows));
    const remaining = sum(columns.map((one) => one.remaining));
    const held = ring.includes(keyId);
    if (held || rows > 0) {
      keys.push({ kind, keyId, current, held, rows, remaining, mayGo: !current && remaining === 0, columns });
    }
  }
  return keys;
}

const sum = (counts: readonly number[]): number => counts.reduce((total, one) => total + one, 0);
