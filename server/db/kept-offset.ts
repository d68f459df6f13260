import type { Db } from '#server/db/connect.ts';

/** How far the sandbox clock is ahead, kept for every node and every start. Adds in one step: no move is lost. */
export function keptOffset(db: Db): { load(): Promise<number>; add(byMs: number): Promise<number> } {
  return {
    async load() {
      const row = await db.read.selectFrom('sandbox_clock').select('ahead_ms').executeTakeFirst();
      return Number(row?.ahead_ms ?? 0);
    },
    async add(byMs) {
      const { rows } = await db.pool.query<{ ahead_ms: number }>(
        `insert into sandbox_clock (one, ahead_ms) values (true, $1)
         on conflict (one) do update set ahead_ms = sandbox_clock.ahead_ms + excluded.ahead_ms
         returning ahead_ms`,
        [byMs],
      );
      return rows[0]!.ahead_ms;
    },
  };
}
