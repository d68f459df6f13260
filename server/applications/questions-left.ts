import { mayAskAgain, sessionCountsHours } from '#core/application/knowledge.ts';
import type { House } from '#server/house.ts';
import { hoursAfter, now } from '#server/moment.ts';
import { blindIndex } from '#server/secrets/blind-index.ts';
import { sessionsAbout } from './knowledge-store.ts';

/** Whether this person may be asked once more, and what they were asked already. */
export type QuestionsLeft = { ssnIndex: string; mayAsk: boolean; asked: string[] };

/**
 * Counts what a person was asked, by their number: another account or another store is no other person (domain 4.4). In
 * the sandbox a magic number is many people's, so there each customer counts alone.
 */
export async function questionsLeft(
  house: House,
  { customerId, ssn }: { customerId: string; ssn: string },
): Promise<QuestionsLeft> {
  const at = now(house);
  const ssnIndex = blindIndex(house, 'ssn', ssn);
  const earlier = await sessionsAbout(house, {
    ssnIndex,
    customerId: house.settings.mode === 'sandbox' ? customerId : null,
    since: hoursAfter(at, -sessionCountsHours),
  });
  const ages = earlier.map(({ createdAt }) => Date.parse(at) - Date.parse(createdAt));
  return { ssnIndex, mayAsk: mayAskAgain(ages), asked: earlier.flatMap(({ questionIds }) => questionIds) };
}
