import type { Language } from '../calendar/day-text.ts';
import { waitMs } from './velocity.ts';

/** How many questions about themselves a person is asked, with how many choices each, and how many have to be right (domain 4.4). */
export const questionsAsked = 5;
export const choicesEach = 5;
const rightMin = 4;

/** A session lasts so long at most. */
export const answerSecondsMax = 300;

/** The last choice of every question. */
export const noneOfTheAbove: Readonly<Record<Language, string>> = {
  en: 'None of the above',
  es: 'Ninguna de las anteriores',
};

export type KnowledgeResult = 'passed' | 'failed' | 'expired';

/** What the answers are worth: the last second counts, and after it no answer does (domain 4.4). */
export function knowledgeResult(given: { right: number; elapsedMs: number; secondsAllowed: number }): KnowledgeResult {
  const inTime = given.secondsAllowed > 0 && given.elapsedMs <= given.secondsAllowed * 1000;
  if (!inTime) return 'expired';
  return given.right >= rightMin ? 'passed' : 'failed';
}

/**
 * Whether a person may be asked once more: two sessions in 24 hours and three in 30 days, however they ended. `agesMs`
 * says how long ago each of the earlier ones began.
 */
export function mayAskAgain(agesMs: readonly number[]): boolean {
  return sessionLimits.every((limit) => waitMs(agesMs, limit) === 0);
}

const sessionLimits = [
  { count: 2, hours: 24 },
  { count: 3, hours: 30 * 24 },
];

/** Sessions that are older count no more. */
export const sessionCountsHours = 30 * 24;
