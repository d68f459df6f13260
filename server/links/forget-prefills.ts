import type { House } from '#server/house.ts';
import { now } from '#server/moment.ts';

const chunk = 5_000;

/** What a store told us of a shopper who never came is forgotten with the link, a chunk at a time. */
export async function forgetPrefills(house: House): Promise<number> {
  const { rowCount } = await house.db.pool.query({
    text: `update checkout_link set prefill = null where link_id = any (array(
      select link_id from checkout_link where prefill is not null and expires_at <= $1 limit $2))`,
    values: [now(house), chunk],
  });
  return rowCount ?? 0;
}
