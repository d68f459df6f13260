import { waitsFor } from '#core/application/waits-for.ts';
import type { House } from '#server/house.ts';
import { minutesAfter, now } from '#server/moment.ts';
import { done, type Outcome } from '#server/outcome.ts';
import { type Application, notAskedYet } from './application.ts';
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

/** Whether its answer is on its way: it was handed in, and nobody has said "not yet". */
export function isBeingDecided({ state, decision }: Application): boolean {
  if (waitsFor(state, { documentsReceived: false }) !== 'provider') return false;
  return decision?.decision !== 'pending' || decision.why === notAskedYet;
}

/**
 * After so long without an answer, or after one that said nothing, the decision may be asked for again. `handedInAt`: an
 * application that was filled in page by page was begun before.
 */
export function isOverdue(house: House, application: Application, handedInAt = application.createdAt): boolean {
  const { state, decision } = application;
  if (waitsFor(state, { documentsReceived: false }) !== 'provider') return false;
  if (decision !== null && !isBeingDecided(application)) return true;
  const since = decision?.decision === 'pending' ? decision.askedAt : handedInAt;
  return since < minutesAfter(now(house), -answerExpectedMinutes);
}

const answerExpectedMinutes = 2;
