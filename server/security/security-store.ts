import type { Day } from '#core/calendar/day.ts';
import { insert, type Write } from '#server/db/write.ts';
import type { House } from '#server/house.ts';
import type { Instant } from '#server/moment.ts';

export type SecurityEvent = {
  readonly eventId: string;
  readonly merchantId: string | null;
  readonly kind: string;
  readonly detail: unknown;
  readonly recordedAt: Instant;
};

export function insertEvent({ eventId, merchantId, kind, detail, recordedAt }: SecurityEvent): Write {
  return insert('security_event', {
    event_id: eventId,
    merchant_id: merchantId,
    kind,
    detail,
    recorded_at: recordedAt,
  });
}

/** A page of them, newest first, and how many there are in all. */
export async function eventsOf(
  house: House,
  wanted: { merchantId: string | null; kind: string | null; offset: number; limit: number },
): Promise<{ events: SecurityEvent[]; count: number }> {
  let query = house.db.read.selectFrom('security_event');
  if (wanted.merchantId !== null) query = query.where('merchant_id', '=', wanted.merchantId);
  if (wanted.kind !== null) query = query.where('kind', '=', wanted.kind);
  const [rows, total] = await Promise.all([
    query
      .selectAll()
      .orderBy('recorded_at', 'desc')
      .orderBy('event_id', 'desc')
      .offset(wanted.offset)
      .limit(wanted.limit)
      .execute(),
    query.select((of) => of.fn.countAll<number>().as('count')).executeTakeFirstOrThrow(),
  ]);
  const events = rows.map((row) => ({
    eventId: row.event_id,
    merchantId: row.merchant_id,
    kind: row.kind,
    detail: row.detail,
    recordedAt: row.recorded_at,
  }));
  return { events, count: total.count };
}

/** Through the one function that may, which keeps two years whatever it is asked. Answers how many rows went. */
export async function forgetOldEvents(
  house: House,
  { before, limit }: { before: Day; limit: number },
): Promise<number> {
  const { rows } = await house.db.pool.query<{ count: number }>(
    'select forget_access_logs($1::date::timestamptz, $2) as count',
    [before, limit],
  );
  return rows[0]?.count ?? 0;
}
