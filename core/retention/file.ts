import { addMonths, type Day, maxDay } from '../calendar/day.ts';
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
  const ends = [
    ...(application === null ? [] : [{ on: endedOn(application), kept: months.applications }]),
    ...(leaseEndedOn === null ? [] : [{ on: leaseEndedOn, kept: months.leaseFiles }]),
  ];
  if (ends.length === 0) return null;
  const file = ends.map(({ on, kept }) => addMonths(on, kept)).reduce(maxDay);
  return { file, consents: ends.map(({ on }) => addMonths(on, months.consents)).reduce(maxDay, file) };
}

/** No file is due sooner: the first day on which one has to be looked at. */
export const firstLookOn = (customerSince: Day): Day => addMonths(customerSince, keptMonthsLeast.applications);
