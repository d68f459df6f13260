import {
  type Day,
  dayInMonth,
  dayNumber,
  dayOfNumber,
  daysInBlocks,
  monthNumber,
  weekdayOfNumber,
  yearOf,
} from './day.ts';

/**
 * Where a debit goes whose due date is not a bank day. The due date itself never moves. `following` is the default,
 * because a debit before the authorised day can be disputed (return R11); `modified_following` goes back instead when
 * following would leave the calendar month (domain 1.7).
 */
export type DebitConvention = 'following' | 'preceding' | 'modified_following' | 'none';

/**
 * The weekdays of a year on which the Reserve Banks are closed, in order. The rule (Board release K.8, domain 1.7): a
 * holiday on a Sunday closes the Monday; one on a Saturday closes nothing. Juneteenth counts in every year.
 */
export function bankClosingDays(year: number): Day[] {
  return closingDaysOf(year).days;
}

/** Whether banks move money that day: Monday to Friday, except a Reserve Bank closing day. */
export function isBankDay(day: Day): boolean {
  return isBankDayNumber(dayNumber(day));
}

/** The `n`th bank day after the day, or before it when `n` is negative; the day itself, bank day or not, when 0. */
export function addBankDays(day: Day, n: number): Day {
  let found = dayNumber(day);
  for (let left = Math.abs(n); left > 0; left -= 1) found = neighbouringBankDay(found, n > 0 ? 1 : -1);
  return dayOfNumber(found);
}

/** The day on which money is asked for when an amount is due that day. A bank day stays as it is. */
export function shiftToBankDay(day: Day, convention: DebitConvention): Day {
  return dayOfNumber(shiftNumberToBankDay(dayNumber(day), convention));
}

/** The same for day numbers, for arithmetic in loops. */
export function shiftNumberToBankDay(number: number, convention: DebitConvention): number {
  if (convention === 'none' || isBankDayNumber(number)) return number;
  if (convention === 'preceding') return neighbouringBankDay(number, -1);
  const following = neighbouringBankDay(number, 1);
  const leavesMonth = convention === 'modified_following' && monthOf(following) !== monthOf(number);
  return leavesMonth ? neighbouringBankDay(number, -1) : following;
}

/** The bank day before a day number. */
export function bankDayNumberBefore(number: number): number {
  return neighbouringBankDay(number, -1);
}

const [sunday, monday, thursday, saturday] = [0, 1, 4, 6];

function neighbouringBankDay(number: number, step: 1 | -1): number {
  let neighbour = number;
  do neighbour += step;
  while (!isBankDayNumber(neighbour));
  return neighbour;
}

const monthOf = (number: number) => monthNumber(dayOfNumber(number));

const isBankDayNumber = daysInBlocks((number) => {
  const dayOfWeek = weekdayOfNumber(number);
  const atWork = dayOfWeek !== saturday && dayOfWeek !== sunday;
  return atWork && !closingDaysOf(yearOf(dayOfNumber(number))).numbers.has(number);
});

type ClosingDays = { readonly days: Day[]; readonly numbers: ReadonlySet<number> };

const closingDays = new Map<number, ClosingDays>();

function closingDaysOf(year: number): ClosingDays {
  const known = closingDays.get(year);
  if (known) return known;
  const numbers = [
    onDate(year, 1, 1), // New Year's Day
    onNth(3, monday, year, 1), // Birthday of Martin Luther King, Jr.
    onNth(3, monday, year, 2), // Washington's Birthday
    onNth(1, monday, year, 6) - 7, // Memorial Day: the last Monday of May
    onDate(year, 6, 19), // Juneteenth
    onDate(year, 7, 4), // Independence Day
    onNth(1, monday, year, 9), // Labor Day
    onNth(2, monday, year, 10), // Columbus Day
    onDate(year, 11, 11), // Veterans Day
    onNth(4, thursday, year, 11), // Thanksgiving Day
    onDate(year, 12, 25), // Christmas Day
  ].filter((number) => number !== null);
  const made = { days: numbers.map(dayOfNumber), numbers: new Set(numbers) };
  closingDays.set(year, made);
  return made;
}

function onDate(year: number, month: number, dayOfMonth: number): number | null {
  const number = numberOf(year, month, dayOfMonth);
  const dayOfWeek = weekdayOfNumber(number);
  if (dayOfWeek === saturday) return null;
  return dayOfWeek === sunday ? number + 1 : number;
}

function onNth(nth: number, dayOfWeek: number, year: number, month: number): number {
  const first = numberOf(year, month, 1);
  return first + ((dayOfWeek - weekdayOfNumber(first) + 7) % 7) + (nth - 1) * 7;
}

function numberOf(year: number, month: number, dayOfMonth: number): number {
  return dayNumber(dayInMonth(year * 12 + month - 1, dayOfMonth));
}
