import type { AnswersBody } from '#contract/modal/bodies.ts';
import type { Questions } from '#contract/modal/view.ts';
import type { Application } from '#server/applications/application.ts';
import { openQuestions } from '#server/applications/open-questions.ts';
import { gradeAnswers } from '#server/applications/verify-answers.ts';
import { verifyQuestions } from '#server/applications/verify-questions.ts';
import type { House } from '#server/house.ts';
import { done, isRefused, type Outcome } from '#server/outcome.ts';
import { stepOf } from './move-on.ts';
import { isLoggedIn, type SessionChange } from './session.ts';
import type { Turn } from './turn.ts';

/** The shopper is ready: the questions are handed out, and their time begins. With none to ask the way goes on. */
export async function startQuestions(house: House, { session, device }: Turn): Promise<Outcome<SessionChange>> {
  if (!isLoggedIn(house, session)) return done({});
  const { customerId, deviceId } = session;
  const askedOn = deviceId === null ? null : { deviceId, ipAddress: device.ipAddress };
  const asked = await verifyQuestions(house, { customerId, device: askedOn });
  if (isRefused(asked)) return asked;
  return done(asked.answer.questions.length > 0 ? {} : { step: 'decision' }, ...asked.writes);
}

/** The one submission. Right answers go on to the decision; others lead to other questions, or to documents. */
export async function answerQuestions(
  house: House,
  { session, body }: Turn<AnswersBody>,
): Promise<Outcome<SessionChange>> {
  if (!isLoggedIn(house, session)) return done({});
  const graded = await gradeAnswers(house, { customerId: session.customerId, ...body });
  // A second tab was faster, or those questions are over: the screen says how it stands.
  if (isRefused(graded)) return graded.refused === 'ValidationError' ? graded : done({});
  if (graded.answer === null) return done({});
  return done({ step: stepOf(graded.answer) }, ...graded.writes);
}

/** What the screen of the questions shows: those that are open, or how the last ones ended. */
export async function questionsView(house: House, application: Application): Promise<Questions> {
  const open = await openQuestions(house, application);
  const before = application.state === 'kba_failed' ? 'failed' : application.state === 'kba_expired' ? 'expired' : null;
  if (open === null || open.secondsLeft === 0) return { before, open: null };
  const questions = open.questions.map(({ id, label, choices }) => ({ id, label, choices: [...choices] }));
  return { before, open: { id: open.sessionId, secondsLeft: open.secondsLeft, questions } };
}
