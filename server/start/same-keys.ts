import { CannotStart } from '#doorstep/cannot-start.mjs';
import type { Db } from '#server/db/connect.ts';
import type { Secrets } from '#server/house.ts';

/**
 * Asks whether the numbers in this database were sealed with the key we hold. Opening with another one would write what
 * nobody can read together with what is there, so it is refused. Throws `CannotStart` with one sentence.
 */
export async function sameKeys(db: Db, { kek }: Secrets): Promise<void> {
  // One row tells: all are sealed with one key until there is rotation. A search over all would slow every start.
  const { rows } = await db.pool.query<{ kek: string }>(
    `select ssn_sealed ->> 'kek_id' as kek from customer_identity limit 1`,
  );
  const [other] = rows;
  if (other === undefined || other.kek === kek.id) return;
  throw new CannotStart(
    `The numbers in this database were sealed with key ${other.kek}, and ours is ${kek.id}. Bring back the key file, or name it in FLEXPAY_KEY_FILE.`,
  );
}
