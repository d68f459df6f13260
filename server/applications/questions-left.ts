import { mayAskAgain, sessionCountsHours } from '#core/application/knowledge.ts';
import { waitMs } from '#core/application/velocity.ts';
import type { House } from '#server/house.ts';
import { hoursAfter, type Instant, now } from '#server/moment.ts';
import { blindIndex, blindIndexes } from '#server/secrets/blind-index.ts';
import { isCounted } from '#server/velocity.ts';
import { sessionsAbout, sessionsOnDevice } from './knowledge-store.ts';

/** The browser that a person is asked on, where it is ours to know again. */
export type AskedOn = { readonly deviceId: string; readonly ipAddress: string };

/** Whether this person may be asked once more, and what they were asked already. */
export type QuestionsLeft = { ssnIndex: string; mayAsk: boolean; asked: string[] };

/**
 * Counts what a person was asked, by their number: another account or another store is no other person (domain 4.4). In
 * the sandbox a magic number is many people's, so there each customer counts alone. And by the device, whoever is asked on it.
 */
export async function questionsLeft(
  house: House,
  { customerId, ssn, device }: { customerId: string; ssn: string; device: AskedOn | null },
): Promise<QuestionsLeft> {
  const at = now(house);
  const [earlier, onDevice] = await Promise.all([
    sessionsAbout(house, {
      ssnIndexes: blindIndexes(house, 'ssn', ssn),
      customerId: house.settings.mode === 'sandbox' ? customerId : null,
      since: hoursAfter(at, -sessionCountsHours),
    }),
    device !== null && isCounted(house, device.ipAddress) ? sessionsOnDevice(house, device.deviceId) : [],
  ]);
  const age = (instant: Instant) => Date.parse(at) - Date.parse(instant);
  const mayAsk =
    mayAskAgain(earlier.map(({ createdAt }) => age(createdAt))) &&
    waitMs(onDevice.map(age), house.settings.velocity.questions) === 0;
  const asked = earlier.flatMap(({ questionIds }) => questionIds);
  return { ssnIndex: blindIndex(house, 'ssn', ssn), mayAsk, asked };
}
