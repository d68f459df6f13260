import { type Day, isDay, yearOf } from '../calendar/day.ts';

/** Full years on a day. Someone born on 29 February is a year older on 1 March of a common year (domain 4.1). */
export function ageOn(dateOfBirth: Day, day: Day): number {
  const hadBirthday = day.slice(4) >= dateOfBirth.slice(4);
  return yearOf(day) - yearOf(dateOfBirth) - (hadBirthday ? 0 : 1);
}

/** From which age a person may sign a lease in a state, by its two letters (domain 4.1). */
export function ageOfMajority(state: string): number {
  return majorityElsewhere.get(state) ?? 18;
}

/** Whether a date of birth can be true: a real day, not after today, at most 110 years ago (domain 4.1). */
export function checkDateOfBirth(text: string, today: Day): 'ok' | 'format' | 'future' | 'too_old' {
  if (!isDay(text)) return 'format';
  if (text > today) return 'future';
  return ageOn(text, today) > ageMax ? 'too_old' : 'ok';
}

const ageMax = 110;
const majorityElsewhere: ReadonlyMap<string, number> = new Map([
  ['AL', 19],
  ['NE', 19],
  ['MS', 21],
]);
