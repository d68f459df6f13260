import { commit } from '#server/db/commit.ts';
import { write } from '#server/db/write.ts';
import type { House } from '#server/house.ts';
import { now } from '#server/moment.ts';
import type { MessageKind } from './texts.ts';

/** Kinds whose body holds a code: worthless to keep, harmful to leak (rulings 15). */
const kindsWithCode: readonly MessageKind[] = ['passcode', 'password_reset', 'signature_code'];

const atOnceMax = 100;

/**
 * Carries out the messages that were written and not sent, oldest first; answers how many were sent. One that the
 * notifier refuses stays for the next run, until what it says is over. A message may be delivered twice when the house dies in between, never lost.
 */
export async function sendMessages(house: House): Promise<number> {
  const waiting = await house.db.read
    .selectFrom('message')
    .select(['message_id as id', 'customer_id as customerId', 'recipient as to', 'channel', 'kind', 'subject', 'body'])
    .where('sent_at', 'is', null)
    .where((row) => row.or([row('send_until', 'is', null), row('send_until', '>', now(house))]))
    .orderBy('written_at')
    .limit(atOnceMax)
    .execute();
  let sent = 0;
  for (const { id, customerId, to, channel, kind, subject, body } of waiting) {
    try {
      await house.notifier.deliver({ id, to, channel: channel as 'email' | 'sms', subject, body });
    } catch (error) {
      house.log.warn(
        { messageId: id, kind, err: error },
        'a message could not be delivered; it stays for the next run',
      );
      continue;
    }
    const isProduction = house.settings.mode === 'production';
    const isErased = isProduction && kindsWithCode.some((secret) => secret === kind);
    await commit(house.db, [
      write`update message set sent_at = ${now(house)},
        subject = case when ${isErased}::boolean then '' else subject end,
        body = case when ${isErased}::boolean then '' else body end,
        recipient = case when ${isProduction && customerId === null}::boolean then '' else recipient end
        where message_id = ${id}`,
    ]);
    sent += 1;
  }
  return sent;
}
