import type { House } from '#server/house.ts';
import type { MessageKind } from './texts.ts';

/** The newest message of a kind to an address, as it was received; null when there was none. */
export async function latestMessage(house: House, to: string, kind: MessageKind): Promise<string | null> {
  const row = await house.db.read
    .selectFrom('message')
    .select('body')
    .where('recipient', '=', to)
    .where('kind', '=', kind)
    .orderBy('written_at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.body ?? null;
}
