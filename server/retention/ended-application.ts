import type { Day } from '#core/calendar/day.ts';
import type { EndedApplication } from '#core/retention/numbers.ts';
import type { House } from '#server/house.ts';
import { type Instant, servicingDayOf } from '#server/moment.ts';

/** What a row says of when an application was made and ended. */
export type EndedRow = { created_at: Instant; decided_at: Instant | null; expires_on: Day | null };

/** The same as days where the house is run from. */
export function endedApplication(house: House, row: EndedRow): EndedApplication {
  return {
    createdOn: servicingDayOf(house, row.created_at),
    decidedOn: row.decided_at === null ? null : servicingDayOf(house, row.decided_at),
    expiresOn: row.expires_on,
  };
}
