import { awaitingAnswers } from '#core/application/lifecycle.ts';
import type { House } from '#server/house.ts';
import type { Application } from './application.ts';
import { type KnowledgeSession, unansweredSession } from './knowledge-store.ts';
import { isOver } from './verify-questions.ts';

export type OpenQuestions = Pick<KnowledgeSession, 'sessionId' | 'questions'> & {
  /** Whole seconds that are left; 0 when the time is over and nobody has said so yet. */
  secondsLeft: number;
};

/** The questions that were put to a customer and wait for the answers; null when there are none. */
export async function openQuestions(house: House, application: Application): Promise<OpenQuestions | null> {
  if (!awaitingAnswers.includes(application.state)) return null;
  const session = await unansweredSession(house, application);
  if (session === null) return null;
  const { sessionId, questions, createdAt, secondsAllowed } = session;
  const elapsedMs = house.clock.now() - Date.parse(createdAt);
  const secondsLeft = isOver(house, session) ? 0 : Math.max(1, Math.floor(secondsAllowed - elapsedMs / 1000));
  return { sessionId, questions, secondsLeft };
}
