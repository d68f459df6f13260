import type { Language } from '#core/calendar/day-text.ts';

/**
 * Who asks a person questions that only they can answer (domain 4.4). It says whether somebody has to be asked and makes
 * the questions; how they are handed out, timed, counted and graded is the house's.
 */
export type Knowledge = {
  readonly name: string;
  /** True for a simulator: production refuses to start with it. */
  readonly sandbox: boolean;
  /** How long each answer is waited for; the house waits ten seconds at most, and so long where nothing is said. */
  readonly timeoutMs?: number;
  /** Whether this person has to answer questions before the decision; `insufficient` when too little is known to ask any. */
  asks(person: { applicationId: string; ssn: string }): Promise<'nothing' | 'questions' | 'insufficient'>;
  /** Five questions in the person's language, none of which is among those `asked` before. */
  questions(person: {
    applicationId: string;
    ssn: string;
    asked: readonly string[];
    language: Language;
  }): Promise<Questions | 'insufficient'>;
};

export type Questions = {
  readonly questions: readonly Question[];
  /** At most 300: the house allows no more. */
  readonly secondsAllowed: number;
  /** True where the choices must be shown as they stand; otherwise the house mixes them. */
  readonly inOrder: boolean;
};

export type Question = {
  /** The provider's own name of the question: the same question has it again. */
  readonly id: string;
  readonly label: string;
  /** Without "none of the above", which the house adds as the last. */
  readonly choices: readonly string[];
  /** The text of the right choice. A text that is no choice leaves no right answer. */
  readonly right: string;
};
