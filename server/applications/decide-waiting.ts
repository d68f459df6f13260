import type { House } from '#server/house.ts';
import { minutesAfter, now } from '#server/moment.ts';
import { done, type Outcome } from '#server/outcome.ts';
import type { Application } from './application.ts';
import { recordDecision } from './application-store.ts';
import { askForDecision } from './ask-for-decision.ts';
import { concludeDecision, type Decided } from './conclude-decision.ts';

/**
 * Asks for the decision on an application that waits for one, and records it. The application was committed before
 * anybody is asked; unknown leaves it waiting. Refuses with UserNotFound when the customer is gone.
 */
export async function decideWaiting(
  house: House,
  application: Application,
  { leaseFactor }: { leaseFactor: string },
): Promise<Outcome<Decided>> {
  const asked = await askForDecision(house, application);
  if ('refused' in asked) return asked;
  const { answer, input, person, facts } = asked;
  if (answer.decision === 'pending') {
    const decision = { ...answer, askedAt: now(house) };
    const record = { input, decision, state: application.state, limit: 0, expiresOn: null, decidedAt: null };
    const waiting = { ...application, decision };
    return done({ application: waiting, person, facts }, recordDecision(application, record));
  }
  return concludeDecision(house, { ...asked, answer, application, leaseFactor });
}

/** After so long without an answer, or after one that said nothing, the decision may be asked for again. */
export function isOverdue(house: House, application: Application): boolean {
  if (application.state !== 'deciding' && application.state !== 'submitted') return false;
  return application.decision !== null || application.createdAt < minutesAfter(now(house), -answerExpectedMinutes);
}

const answerExpectedMinutes = 2;
