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
    async put(key, value) {
      await db.pool.query(
        `insert into sandbox_shelf (provider, key, value) values ($1, $2, $3)
         on conflict (provider, key) do update set value = excluded.value`,
        [provider, key, JSON.stringify(value)],
      );
    },
  };
}
