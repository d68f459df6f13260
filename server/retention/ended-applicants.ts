import { numbersGoOn } from '#core/retention/numbers.ts';
import type { House } from '#server/house.ts';
import { hoursAfter, now, servicingDay } from '#server/moment.ts';
import { type EndedRow, endedApplication } from './ended-application.ts';

export type EndedApplicant = { readonly customerId: string; readonly version: number };

/** A day less than the core says: what is coarse must not be late. */
const soonestDays = 59;
const atOnceMax = 200;

/**
 * Customers whose numbers may go today, or the one who is named if theirs may: their last application is over for sixty
 * days and nothing else rests on them.
 * One query over applications, leases, holds and screening cases.
 */
export async function endedApplicants(house: House, customerId: string | null = null): Promise<EndedApplicant[]> {
  const { rows } = await house.db.pool.query<EndedRow & { customer_id: string; version: number }>({
    name: 'ended_applicants',
    text: endedSql,
    values: [hoursAfter(now(house), -soonestDays * 24), servicingDay(house), atOnceMax, customerId],
  });
  return rows
    .filter((row) => numbersGoOn(endedApplication(house, row)) <= servicingDay(house))
    .map((row) => ({ customerId: row.customer_id, version: row.version }));
}

/** The days of the core once more, coarsely, so that few rows are read that are not due. */
const endedSql = `
  select c.customer_id, c.version, a.created_at, a.decided_at, a.expires_on
  from application a join customer c on c.customer_id = a.customer_id
  where ($4::text is null or a.customer_id = $4)
    and a.numbers_kept and a.state in ('declined', 'expired', 'revoked', 'abandoned', 'withdrawn')
    and a.created_at < $1 and coalesce(a.decided_at, a.created_at + interval '30 days') < $1
    and coalesce(a.expires_on + 60, '-infinity') <= $2::date
    and not exists (select from application later where later.customer_id = a.customer_id
      and (later.created_at, later.application_id) > (a.created_at, a.application_id))
    and not exists (select from lease l where l.customer_id = a.customer_id and (l.signed_at is not null or l.state = 'offered'))
    and not exists (select from retention_hold h where h.customer_id = a.customer_id and h.lifted_at is null)
    and not exists (select from held_customer h where h.customer_id = a.customer_id)
  order by a.created_at limit $3`;
