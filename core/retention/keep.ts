import { addDays, addMonths, type Day } from '../calendar/day.ts';

/** How long records are kept that have no life of their own to wait for (domain 4.14). */
const kept = {
  /** Who was logged in where, what was done with keys, which numbers were opened. */
  accessLog: { months: 24 },
  /** The questions that somebody was asked about themselves; what came of them stays. */
  knowledgeQuestions: { days: 90 },
} as const;

export type KeptKind = keyof typeof kept;

/** What is from before this day may go. */
export function keptSince(kind: KeptKind, today: Day): Day {
  const { months, days }: { months?: number; days?: number } = kept[kind];
  return addDays(addMonths(today, -(months ?? 0)), -(days ?? 0));
}
