import { addDays, type Day, maxDay } from '../calendar/day.ts';

/** An application of which nothing came, as far as its end is known. */
export type EndedApplication = {
  readonly createdOn: Day;
  readonly decidedOn: Day | null;
  /** The last day of an approval. */
  readonly expiresOn: Day | null;
};

/** A draft ends thirty days after it was begun, and nothing says so of one: so long it may have been open. */
const openDaysMax = 30;
const keptDays = 60;

/** The day on which an application ended; where that is not known, as when it was withdrawn, the latest that it can have been. */
export function endedOn({ createdOn, decidedOn, expiresOn }: EndedApplication): Day {
  const begun = addDays(createdOn, decidedOn === null ? openDaysMax : 0);
  return [decidedOn, expiresOn].filter((day) => day !== null).reduce(maxDay, begun);
}

/**
 * The first day on which the number and the accounts of an applicant may be erased: sixty days after the application
 * ended (domain 4.14).
 */
export function numbersGoOn(application: EndedApplication): Day {
  return addDays(endedOn(application), keptDays);
}
