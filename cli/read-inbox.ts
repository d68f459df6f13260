import type { InboxAnswer } from '#contract/v3/sandbox.ts';
import type { Given, Told } from './command.ts';
import type { Connection } from './connection.ts';

/** What the sandbox wrote to people, newest first. */
export async function readInbox(connection: Connection, { options }: Given): Promise<Told> {
  const query = options.to === undefined ? '' : `?to=${encodeURIComponent(options.to)}`;
  const answer = await connection.asAnybody<InboxAnswer>({
    method: 'GET',
    path: `/sandbox/inbox${query}`,
    about: 'read the inbox',
  });
  const letters = answer.messages.map(
    ({ to, channel, subject, body, sentAt }) =>
      `${sentAt}  ${channel} to ${to}\n${subject}\n\n${body.replace(/^/gm, '  ')}`,
  );
  return { json: answer, text: letters.length === 0 ? 'No messages.' : letters.join('\n\n') };
}
