import { CannotStart } from '#doorstep/cannot-start.mjs';
import type { Db } from '#server/db/connect.ts';
import type { Secrets } from '#server/house.ts';

/**
 * Asks whether the numbers in this database were sealed with the key we hold. Opening with another one would write what
 * nobody can read together with what is there, so it is refused. Throws `CannotStart` with one sentence.
 */
export async function sameKeys(db: Db, { kek }: Secrets): Promise<void> {
  const { rows } = await db.pool.query<{ kek: string }>(
    `select distinct ssn_sealed ->> 'kek_id' as kek from customer_identity where ssn_sealed ->> 'kek_id' <> $1 limit 1`,
    [kek.id],
  );
  const [other] = rows;
  if (other === undefined) return;
  throw new CannotStart(
    `The numbers in this database were sealed with key ${other.kek}, and ours is ${kek.id}. Bring back the key file, or name it in FLEXPAY_KEY_FILE.`,
  );
}
