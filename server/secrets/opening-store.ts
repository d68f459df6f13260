import type { OpeningPurpose } from '#contract/v3/secrets.ts';
import { commit } from '#server/db/commit.ts';
import { insert } from '#server/db/write.ts';
import type { House } from '#server/house.ts';
import { newId } from '#server/ids.ts';
import { type Instant, now } from '#server/moment.ts';
import type { Place } from './sealed-columns.ts';

/** An opened envelope: what for, where it lies, whose it is, in which request; never what was in it. */
export type Opening = {
  readonly openingId: string;
  readonly purpose: OpeningPurpose;
  readonly table: string;
  readonly column: string;
  readonly rowId: string;
  readonly owner: string;
  readonly requestId: string | null;
  readonly openedAt: Instant;
};

/** Commits at once, apart from whatever the caller is about to write: what was seen was seen, also when that fails. */
export async function recordOpenings(house: House, purpose: OpeningPurpose, places: readonly Place[]): Promise<void> {
  const rows = places.map(({ table, column, rowId, tenant }) => ({
    opening_id: newId(house),
    purpose,
    table_name: table,
    column_name: column,
    row_id: rowId,
    owner: tenant,
    request_id: house.requestId,
    opened_at: now(house),
  }));
  await commit(house.db, [insert('opening', rows)]);
}

/** A page of them, newest first, and how many there are in all. */
export async function openingsOf(
  house: House,
  wanted: { owner: string | null; purpose: OpeningPurpose | null; offset: number; limit: number },
): Promise<{ openings: Opening[]; count: number }> {
  let query = house.db.read.selectFrom('opening');
  if (wanted.owner !== null) query = query.where('owner', '=', wanted.owner);
  if (wanted.purpose !== null) query = query.where('purpose', '=', wanted.purpose);
  const [rows, total] = await Promise.all([
    query
      .selectAll()
      .orderBy('opened_at', 'desc')
      .orderBy('opening_id', 'desc')
      .offset(wanted.offset)
      .limit(wanted.limit)
      .execute(),
    query.select((of) => of.fn.countAll<number>().as('count')).executeTakeFirstOrThrow(),
  ]);
  const openings = rows.map((row) => ({
    openingId: row.opening_id,
    purpose: row.purpose as OpeningPurpose,
    table: row.table_name,
    column: row.column_name,
    rowId: row.row_id,
    owner: row.owner,
    requestId: row.request_id,
    openedAt: row.opened_at,
  }));
  return { openings, count: total.count };
}
