import { addMonths, type Day } from '../calendar/day.ts';
import { type KeptMonths, keptMonthsLeast } from './keep.ts';
import { type EndedApplication, endedOn } from './numbers.ts';

/** All that was between a customer and us, when it is over. */
export type EndedFile = {
  /** The last application; null of a customer who never made one. */
  readonly application: EndedApplication | null;
  /** The end of the last lease that was signed; null when there was none. */
  readonly leaseEndedOn: Day | null;
};

/**
 * When a customer's file may be erased, and when also what they agreed to (domain 4.14): one file a person, so that the
 * longest time that applies keeps all of it. Null of somebody of whom nothing ever ended.
 */
export function fileGoesOn(
  { application, leaseEndedOn }: EndedFile,
  months: KeptMonths,
): { file: Day; consents: Day } | null {
  const applicationEndedOn = application === null ? null : endedOn(application);
  const keptUntil = [after(applicationEndedOn, months.applications), after(leaseEndedOn, months.leaseFiles)];
  const consentsUntil = [applicationEndedOn, leaseEndedOn].map((day) => after(day, months.consents));
  const file = latest(keptUntil);
  const consents = latest([file, ...consentsUntil]);
  return file === null || consents === null ? null : { file, consents };
}

/** No file is due sooner: the first day on which one has to be looked at. */
export const firstLookOn = (customerSince: Day): Day => addMonths(customerSince, keptMonthsLeast.applications);

const after = (day: Day | null, months: number): Day | null => (day === null ? null : addMonths(day, months));

function latest(days: readonly (Day | null)[]): Day | null {
  return days.reduce((late, day) => (late === null || (day !== null && day > late) ? day : late), null);
}
