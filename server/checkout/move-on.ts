import type { Step } from '#contract/modal/view.ts';
import { awaitingAnswers } from '#core/application/lifecycle.ts';
import type { Application } from '#server/applications/application.ts';
import { awaitDecision, beginDeciding } from '#server/applications/await-decision.ts';
import { isBeingDecided } from '#server/applications/decide-waiting.ts';
import { latestApplication } from '#server/applications/latest-application.ts';
import { openQuestions } from '#server/applications/open-questions.ts';
import { gradeAnswers } from '#server/applications/verify-answers.ts';
import type { House } from '#server/house.ts';
import { done, isRefused, type Outcome } from '#server/outcome.ts';
import { isLoggedIn, type Session, type SessionChange } from './session.ts';
import { signedElsewhere } from './signed-elsewhere.ts';
import type { Turn } from './turn.ts';

/** Looks again: what came of the application meanwhile is shown. Nobody is asked. */
export async function look(house: House, { session }: Turn): Promise<Outcome<SessionChange>> {
  const signed = await signedElsewhere(house, session);
  if (signed !== null) return done(signed);
  if (!looking.includes(session.step) || !isLoggedIn(house, session)) return done({});
  const application = await latestApplication(house, session.customerId);
  if (application === null) return done(session.step === 'waiting' ? { step: 'decision' } : {});
  if (session.step === 'questions') return questionsAgain(house, application);
  const step = stepOf(application);
  return done(step === session.step ? {} : { step });
}

/**
 * Gets the answer that a session waits for. `isHere`: the application was handed in by this very call; otherwise only one
 * that never came is asked for again.
 */
export async function getAnswer(house: House, session: Session, { isHere }: { isHere: boolean }): Promise<void> {
  const application = isLoggedIn(house, session) ? await latestApplication(house, session.customerId) : null;
  if (application === null) return;
  await (isHere ? beginDeciding(house, application) : awaitDecision(house, application));
}

/** The screen of an application that was handed in. */
export function stepOf(application: Application): Step {
  if (awaitingAnswers.includes(application.state)) return 'questions';
  return isBeingDecided(application) ? 'waiting' : 'decision';
}

const looking: readonly Step[] = ['waiting', 'questions', 'decision'];

/** Questions whose time is over are a used attempt, whether or not anybody was there to answer. */
async function questionsAgain(house: House, application: Application): Promise<Outcome<SessionChange>> {
  const open = await openQuestions(house, application);
  if (open === null || open.secondsLeft > 0) {
    const step = stepOf(application);
    return done(step === 'questions' ? {} : { step });
  }
  const { customerId } = application;
  const graded = await gradeAnswers(house, { customerId, id: open.sessionId, answers: [] });
  if (isRefused(graded)) return graded;
  return done(graded.answer === null ? {} : { step: stepOf(graded.answer) }, ...graded.writes);
}
