import type { Step } from '#contract/modal/view.ts';
import { type ApplicationState, awaitingAnswers } from '#core/application/lifecycle.ts';
import type { Application } from '#server/applications/application.ts';
import { isOverdue } from '#server/applications/decide-waiting.ts';
import { latestApplication } from '#server/applications/latest-application.ts';
import { openQuestions } from '#server/applications/open-questions.ts';
import { takeFurther } from '#server/applications/take-further.ts';
import { gradeAnswers } from '#server/applications/verify-answers.ts';
import type { House } from '#server/house.ts';
import { done, isRefused, type Outcome } from '#server/outcome.ts';
import { isLoggedIn, type SessionChange } from './session.ts';
import { signedElsewhere } from './signed-elsewhere.ts';
import type { Turn } from './turn.ts';

/** Takes the application that was just completed further. Its answer, or that there is none yet, or questions are shown. */
export async function decideNow(house: House, turn: Turn): Promise<Outcome<SessionChange>> {
  return moveOn(house, turn, { isOurs: true });
}

/** Looks again: a decision that somebody else's call brought is shown, one that never came is asked for again. */
export async function look(house: House, turn: Turn): Promise<Outcome<SessionChange>> {
  const signed = await signedElsewhere(house, turn.session);
  if (signed !== null) return done(signed);
  return moveOn(house, turn, { isOurs: false });
}

/** The screen of an application that was handed in. */
export function stepOf(state: ApplicationState): Step {
  return awaitingAnswers.includes(state) ? 'questions' : 'decision';
}

const looking: readonly Step[] = ['waiting', 'questions', 'decision'];

async function moveOn(
  house: House,
  { session, merchant }: Turn,
  { isOurs }: { isOurs: boolean },
): Promise<Outcome<SessionChange>> {
  if (!looking.includes(session.step) || !isLoggedIn(house, session)) return done({});
  const application = await latestApplication(house, session.customerId);
  if (application === null) return done(session.step === 'waiting' ? { step: 'decision' } : {});
  if (session.step === 'questions') return questionsAgain(house, application);
  const step = stepOf(application.state);
  const isUnderWay = application.state === 'submitted' || application.state === 'deciding';
  if (session.step === 'decision' || !isUnderWay) return done(step === session.step ? {} : { step });
  if (!isOurs && !isOverdue(house, application)) return done({});
  const taken = await takeFurther(house, application, merchant);
  return isRefused(taken) ? taken : done({ step: stepOf(taken.answer.application.state) }, ...taken.writes);
}

/** Questions whose time is over are a used attempt, whether or not anybody was there to answer. */
async function questionsAgain(house: House, application: Application): Promise<Outcome<SessionChange>> {
  const open = await openQuestions(house, application);
  if (open === null || open.secondsLeft > 0) {
    const step = stepOf(application.state);
    return done(step === 'questions' ? {} : { step });
  }
  const { customerId } = application;
  const graded = await gradeAnswers(house, { customerId, id: open.sessionId, answers: [] });
  if (isRefused(graded)) return graded;
  return done(graded.answer === null ? {} : { step: stepOf(graded.answer.state) }, ...graded.writes);
}
