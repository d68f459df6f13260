import type { House } from '#server/house.ts';
import type { Instant } from '#server/moment.ts';
import { blindIndexes } from '#server/secrets/blind-index.ts';
import type { MessageKind } from './texts.ts';

/**
 * When the oldest of the newest `count` messages of a kind went to an address since then; null when there were fewer. It
 * looks for the name of the address: who is nobody's customer yet has no other one here.
 */
export async function writtenLately(
  house: House,
  of: { to: string; kind: MessageKind; since: Instant; count: number },
): Promise<Instant | null> {
  const row = await house.db.read
    .selectFrom('message')
    .select('written_at')
    .where('recipient_index', 'in', blindIndexes(house, 'recipient', of.to))
    .where('kind', '=', of.kind)
    .where('written_at', '>', of.since)
    .orderBy('written_at', 'desc')
    .offset(of.count - 1)
    .limit(1)
    .executeTakeFirst();
  return row?.written_at ?? null;
}
