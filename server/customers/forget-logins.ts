import { olderThan } from '#core/retention/keep.ts';
import type { House } from '#server/house.ts';
import { servicingDay } from '#server/moment.ts';

const atOnceMax = 5_000;

/** Forgets who was logged in where longer ago than access logs are kept, some at a time (domain 4.14). No login lives that long. */
export async function forgetOldLogins(house: House): Promise<number> {
  const { rowCount } = await house.db.pool.query(
    `delete from customer_login where ctid = any (array(select ctid from customer_login where started_at < $1::date limit $2))`,
    [olderThan(house.settings.keptMonths.accessLogs, servicingDay(house)), atOnceMax],
  );
  return rowCount ?? 0;
}
