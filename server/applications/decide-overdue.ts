import type { House } from '#server/house.ts';
import { minutesAfter, now } from '#server/moment.ts';
import { waitingApplications } from './application-store.ts';
import { beginDeciding } from './await-decision.ts';

/** An answer that never came is asked for again soon; one that said "not yet" less often, because asking costs something. */
const unansweredMinutes = 2;
const unknownMinutes = 15;
const atOnceMax = 50;

/**
 * Asks again for what applications still wait for, so that an applicant may close the window. Answers how
 * many were asked for; one that fails again waits for the next run.
 */
export async function decideOverdue(house: House): Promise<number> {
  const at = now(house);
  const since = { unanswered: minutesAfter(at, -unansweredMinutes), unknown: minutesAfter(at, -unknownMinutes) };
  const waiting = await waitingApplications(house, since, atOnceMax);
  for (const application of waiting) await beginDeciding(house, application);
  return waiting.length;
}
