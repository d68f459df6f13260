import { type Day, dayAt, hourAt } from '#core/calendar/day.ts';
import { zoneOfState } from '#core/calendar/time-zones.ts';
import type { House } from '#server/house.ts';

/** An instant as ISO text in UTC with milliseconds; sorts as text. */
export type Instant = string;

export function now(house: House): Instant {
  return new Date(house.clock.now()).toISOString();
}

export function hoursAfter(instant: Instant, hours: number): Instant {
  return new Date(Date.parse(instant) + hours * 3_600_000).toISOString();
}

export function minutesAfter(instant: Instant, minutes: number): Instant {
  return new Date(Date.parse(instant) + minutes * 60_000).toISOString();
}

/** Today where bank batches are made (domain 1.7). */
export function servicingDay(house: House): Day {
  return dayAt(house.clock.now(), house.settings.servicingZone);
}

/** The day of an instant, where bank batches are made. */
export function servicingDayOf(house: House, instant: Instant): Day {
  return dayAt(Date.parse(instant), house.settings.servicingZone);
}

/** Today where the consumer lives: deadlines a person is told are counted there (domain 1.7). */
export function dayInState(house: House, state: string): Day {
  return dayAt(house.clock.now(), zoneOfState(state));
}

/**
 * A day of the past as a caller counts days: programs count in UTC, which in the evening is a day ahead of the consumer,
 * and mean today. What is further ahead stays as it is, for the verb to refuse.
 */
export function pastDay(house: House, state: string, named: Day | undefined): Day | undefined {
  if (named === undefined) return undefined;
  const today = dayInState(house, state);
  return named > today && named <= now(house).slice(0, 10) ? today : named;
}

/** The hour of the day where the consumer lives, 0 to 23. */
export function hourInState(house: House, state: string): number {
  return hourAt(house.clock.now(), zoneOfState(state));
}
