import type { House } from '#server/house.ts';
import { hoursAfter, now } from '#server/moment.ts';

/** An idempotency key is good for thirty days (docs/api); afterwards it may be used again. */
const keptHours = 30 * 24;
const chunk = 5_000;

/** Deletes remembered answers that are older than their promise, a chunk at a time. */
export async function forgetOldAnswers(house: House): Promise<number> {
  const { rowCount } = await house.db.pool.query({
    text: `delete from idempotency where ctid = any (array(select ctid from idempotency where recorded_at < $1 limit $2))`,
    values: [hoursAfter(now(house), -keptHours), chunk],
  });
  return rowCount ?? 0;
}
