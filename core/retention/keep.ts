import { addDays, addMonths, type Day } from '../calendar/day.ts';

/** What is kept for how many months, at least (domain 4.14). An operator may keep longer, never shorter. */
export type KeptMonths = {
  /** Who was logged in where, what was done with keys, which numbers were opened. */
  readonly accessLogs: number;
  /** An application of which nothing came, with all that is known of who made it: from its end. */
  readonly applications: number;
  /** A lease with its papers and the evidence of its signature: from its end. */
  readonly leaseFiles: number;
  /** What somebody agreed to or refused: from the end of what we had with them. */
  readonly consents: number;
};

export const keptMonthsLeast: KeptMonths = { accessLogs: 24, applications: 25, leaseFiles: 84, consents: 60 };

/** What is from before this day is older than so many months. */
export const olderThan = (months: number, today: Day): Day => addMonths(today, -months);

/** The questions that somebody was asked about themselves; what came of them stays. */
const questionDays = 90;

/** Questions that were asked before this day go. */
export const questionsGoBefore = (today: Day): Day => addDays(today, -questionDays);
