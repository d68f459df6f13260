import { insert, type Write } from '#server/db/write.ts';
import type { House } from '#server/house.ts';
import { newId } from '#server/ids.ts';
import { type Instant, now } from '#server/moment.ts';
import { blindIndex } from '#server/secrets/blind-index.ts';
import type { MessageKind } from './texts.ts';

export type NewMessage = {
  /** Given where something else names the message; else a new one. */
  messageId?: string;
  /** Null where nobody has made a customer of the reader yet: then the address is forgotten with the message. */
  customerId: string | null;
  /** What it says is over then: later it is not sent any more. */
  sendUntil?: Instant;
  /** An e-mail address, or a number in E.164. */
  to: string;
  channel: 'email' | 'sms';
  kind: MessageKind;
  subject: string;
  body: string;
};

/** A message as part of the transaction that causes it (rulings 15). `sendMessages` carries it out afterwards. */
export function writeMessage(house: House, message: NewMessage): Write {
  return insert('message', {
    message_id: message.messageId ?? newId(house),
    customer_id: message.customerId,
    recipient: message.to,
    channel: message.channel,
    kind: message.kind,
    subject: message.subject,
    body: message.body,
    written_at: now(house),
    send_until: message.sendUntil,
    recipient_index: message.customerId === null ? blindIndex(house, 'recipient', message.to) : null,
  });
}
