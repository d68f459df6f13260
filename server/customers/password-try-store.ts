import { type Write, write } from '#server/db/write.ts';
import type { House } from '#server/house.ts';
import type { Instant } from '#server/moment.ts';
import { blindIndex, blindIndexes } from '#server/secrets/blind-index.ts';

/**
 * Counts one more try at the password of an address, and answers how many there were since `since`. Commits at once and
 * before anything is compared: a thousand tries in the same moment are a thousand.
 */
export async function countTry(house: House, email: string, { at, since }: { at: Instant; since: Instant }) {
  const { rows } = await house.db.pool.query<{ tries: number }>(
    `insert into password_try as t (email_index, tries, counted_from) values ($1, 1, $2)
     on conflict (email_index) do update set
       tries = case when t.counted_from <= $3 then 1 else t.tries + 1 end,
       counted_from = case when t.counted_from <= $3 then excluded.counted_from else t.counted_from end
     returning tries`,
    [blindIndex(house, 'email', email), at, since],
  );
  return rows[0]?.tries ?? 1;
}

export function forgetTriesOf(house: House, email: string): Write {
  return write`delete from password_try where email_index = any(${blindIndexes(house, 'email', email)}::text[])`;
}

const chunk = 5_000;

/** Forgets what was counted before then, a chunk at a time; answers how many addresses. */
export async function forgetTriesBefore(house: House, before: Instant): Promise<number> {
  const { rowCount } = await house.db.pool.query(
    `delete from password_try where email_index in
       (select email_index from password_try where counted_from < $1 limit $2)`,
    [before, chunk],
  );
  return rowCount ?? 0;
}
