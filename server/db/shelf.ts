import type { Shelf } from '#ports/shelf.ts';
import type { Db } from '#server/db/connect.ts';

/** A simulator's shelf in the database; `provider` keeps one simulator's keys from another's. */
export function databaseShelf(db: Db, provider: string): Shelf {
  return {
    async get(key) {
      const row = await db.read
        .selectFrom('sandbox_shelf')
        .select('value')
        .where('provider', '=', provider)
        .where('key', '=', key)
        .executeTakeFirst();
      return row?.value;
    },
    async keep(key, value) {
      // Only a row that was touched is returned, hence the update that changes nothing.
      const { rows } = await db.pool.query<{ value: unknown }>(
        `insert into sandbox_shelf as kept (provider, key, value) values ($1, $2, $3)
         on conflict (provider, key) do update set value = kept.value returning value`,
        [provider, key, JSON.stringify(value)],
      );
      return rows[0]?.value;
    },
  };
}
