import { decideWaiting, isOverdue } from '#server/applications/decide-waiting.ts';
import { latestApplication } from '#server/applications/latest-application.ts';
import type { House } from '#server/house.ts';
import { done, isRefused, type Outcome } from '#server/outcome.ts';
import { isLoggedIn, type SessionChange } from './session.ts';
import type { Turn } from './turn.ts';

/** Asks for the decision on the application that was just completed. Its answer, or that there is none yet, is shown. */
export async function decideNow(house: House, turn: Turn): Promise<Outcome<SessionChange>> {
  return moveOn(house, turn, { isOurs: true });
}

/** Looks again: a decision that somebody else's call brought is shown, one that never came is asked for again. */
export async function look(house: House, turn: Turn): Promise<Outcome<SessionChange>> {
  return moveOn(house, turn, { isOurs: false });
}

async function moveOn(
  house: House,
  { session, merchant }: Turn,
  { isOurs }: { isOurs: boolean },
): Promise<Outcome<SessionChange>> {
  if (session.step !== 'waiting' || !isLoggedIn(house, session)) return done({});
  const application = await latestApplication(house, session.customerId);
  if (application?.state !== 'deciding') return done({ step: 'decision' });
  if (!isOurs && !isOverdue(house, application)) return done({});
  const decided = await decideWaiting(house, application, merchant);
  return isRefused(decided) ? decided : done({ step: 'decision' }, ...decided.writes);
}
