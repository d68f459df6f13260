import type { House } from '#server/house.ts';
import type { Instant } from '#server/moment.ts';
import { done, type Outcome } from '#server/outcome.ts';

export type InboxMessage = {
  id: string;
  to: string;
  channel: string;
  kind: string;
  subject: string;
  body: string;
  /** When it was written; the sandbox's messages arrive at once. */
  sentAt: Instant;
};

const shownMax = 200;

/** What was written to an address, or to everybody, newest first. For the sandbox: there nothing leaves the machine. */
export async function inbox(
  house: House,
  { to }: { to?: string | undefined },
): Promise<Outcome<{ messages: InboxMessage[] }>> {
  const address = to?.trim();
  const messages = await house.db.read
    .selectFrom('message')
    .select(['message_id as id', 'recipient as to', 'channel', 'kind', 'subject', 'body', 'written_at as sentAt'])
    .$if(address !== undefined && address !== '', (query) => query.where('recipient', 'in', spellings(address ?? '')))
    .orderBy('written_at', 'desc')
    .orderBy('message_id', 'desc')
    .limit(shownMax)
    .execute();
  return done({ messages });
}

/** An address as people type it: capitals in an e-mail address, a phone number without its country. */
function spellings(address: string): string[] {
  const digits = address.replace(/\D/g, '');
  const isNumber = !address.includes('@') && digits.length >= 10;
  return isNumber ? [`+${digits}`, `+1${digits}`] : [address.toLowerCase()];
}
