import type { House } from '#server/house.ts';
import { now } from '#server/moment.ts';

const chunk = 5_000;

/**
 * Forgets whom a message went to who is nobody's customer, and what it said, once that is over; whether it was sent
 * stays. Nobody promised them anything, so nothing of them is kept. A chunk at a time.
 */
export async function forgetRecipients(house: House): Promise<number> {
  const { rowCount } = await house.db.pool.query({
    text: `update message set recipient = '', recipient_index = null, subject = '', body = '' where message_id = any (array(
      select message_id from message where send_until is not null and send_until <= $1 and customer_id is null
        and (recipient <> '' or recipient_index is not null) limit $2))`,
    values: [now(house), chunk],
  });
  return rowCount ?? 0;
}
