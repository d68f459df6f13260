/** A calendar day without clock or zone, as `YYYY-MM-DD`. Days compare as texts: `a < b` means earlier. */
export type Day = string;

/** Whether the text is a real day of the calendar, years 0001 to 9999. */
export function isDay(text: string): text is Day {
  if (!/^(?!0000)\d{4}-(0[1-9]|1[0-2])-\d{2}$/.test(text)) return false;
  const dayOfMonth = dayOfMonthOf(text);
  return dayOfMonth >= 1 && dayOfMonth <= daysInMonth(monthNumber(text));
}

/** The day `n` days later; earlier when `n` is negative. */
export function addDays(day: Day, n: number): Day {
  return dayOfNumber(dayNumber(day) + n);
}

/** How many days lie between: positive when `to` is later. */
export function daysBetween(from: Day, to: Day): number {
  return dayNumber(to) - dayNumber(from);
}

/** The same day of the month `n` months later, or that month's last day when it is shorter (31 Jan + 1 → 28 Feb). */
export function addMonths(day: Day, n: number): Day {
  return dayInMonth(monthNumber(day) + n, dayOfMonthOf(day));
}

/** The day of the week, 0 = Sunday to 6 = Saturday. */
export function weekday(day: Day): number {
  return weekdayOfNumber(dayNumber(day));
}

/** The later of two days. */
export function maxDay(a: Day, b: Day): Day {
  return a > b ? a : b;
}

/** The earlier of two days. */
export function minDay(a: Day, b: Day): Day {
  return a < b ? a : b;
}

/**
 * The day that a calendar on the wall of that zone shows at that instant (milliseconds since 1970, UTC).
 * @throws RangeError when the zone is not an IANA name or the instant is not a time.
 */
export function dayAt(instantMs: number, timeZone: string): Day {
  const parts = calendarOf(timeZone).formatToParts(instantMs);
  const part = (type: string) => parts.find((each) => each.type === type)!.value;
  return `${part('year').padStart(4, '0')}-${part('month')}-${part('day')}`;
}

/** The hour that a clock on that wall shows, 0 to 23. */
export function hourAt(instantMs: number, timeZone: string): number {
  return Number(new Intl.DateTimeFormat('en-US', { timeZone, hour: '2-digit', hourCycle: 'h23' }).format(instantMs));
}

/** The year of a day. */
export function yearOf(day: Day): number {
  return digits(day, 0, 4);
}

/** The day of the month, 1 to 31. */
export function dayOfMonthOf(day: Day): number {
  return digits(day, 8, 10);
}

/** Months since January of year 0, so that months add and compare as whole numbers. */
export function monthNumber(day: Day): number {
  return yearOf(day) * 12 + digits(day, 5, 7) - 1;
}

/** That day of the month, or the month's last day when it is shorter. The month is a `monthNumber`. */
export function dayInMonth(month: number, dayOfMonth: number): Day {
  return dayText(Math.floor(month / 12), (month % 12) + 1, Math.min(dayOfMonth, daysInMonth(month)));
}

/** Days since 1970-01-01: the whole number behind a day, for arithmetic in loops. */
export function dayNumber(day: Day): number {
  const month = digits(day, 5, 7);
  const year = yearOf(day) - (month <= 2 ? 1 : 0); // a year that starts in March has its leap day at the very end
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + dayOfMonthOf(day) - 1;
  const leapDays = Math.floor(year / 4) - Math.floor(year / 100) + Math.floor(year / 400);
  return year * 365 + leapDays + dayOfYear - epochFromMarchOfYear0;
}

/** The day behind a whole number of days since 1970-01-01. */
export function dayOfNumber(number: number): Day {
  return text(number);
}

/**
 * Something that is worked out of a day's number, a block of days at a time and once: leases ask for the same few years
 * again and again. It keeps some centuries and not more, whatever is asked.
 */
export function daysInBlocks<T>(work: (number: number) => T): (number: number) => T {
  const blocks = new Map<number, readonly T[]>();
  // The next day asked for is nearly always near the last one.
  let [at, here]: [number, readonly T[]] = [Number.NaN, []];
  return (number) => {
    const place = number >> blockBits;
    if (place === at) return here[number & (blockDays - 1)]!;
    const known = blocks.get(place);
    if (known === undefined && blocks.size >= blocksMost) return work(number);
    here = known ?? Array.from({ length: blockDays }, (_, index) => work(place * blockDays + index));
    if (known === undefined) blocks.set(place, here);
    at = place;
    return here[number & (blockDays - 1)]!;
  };
}

const blockBits = 9;
const blockDays = 2 ** blockBits;
const blocksMost = 256;
const text = daysInBlocks(writeDay);

function writeDay(number: number): Day {
  const days = number + epochFromMarchOfYear0;
  const era = Math.floor(days / daysIn400Years);
  const dayOfEra = days - era * daysIn400Years;
  const yearOfEra = Math.floor(
    (dayOfEra - Math.floor(dayOfEra / 1_460) + Math.floor(dayOfEra / 36_524) - Math.floor(dayOfEra / 146_096)) / 365,
  );
  const dayOfYear = dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const fromMarch = Math.floor((5 * dayOfYear + 2) / 153);
  const month = fromMarch + (fromMarch < 10 ? 3 : -9);
  const dayOfMonth = dayOfYear - Math.floor((153 * fromMarch + 2) / 5) + 1;
  return dayText(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, dayOfMonth);
}

/** The day of the week of a day number, 0 = Sunday. */
export function weekdayOfNumber(number: number): number {
  return (((number + 4) % 7) + 7) % 7; // day number 0 was a Thursday
}

const daysIn400Years = 146_097;
const epochFromMarchOfYear0 = 719_468;

function daysInMonth(month: number): number {
  const year = Math.floor(month / 12);
  const monthOfYear = (month % 12) + 1;
  if (monthOfYear === 2) return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0 ? 29 : 28;
  return monthOfYear === 4 || monthOfYear === 6 || monthOfYear === 9 || monthOfYear === 11 ? 30 : 31;
}

function digits(text: string, from: number, to: number): number {
  let number = 0;
  for (let index = from; index < to; index += 1) number = number * 10 + text.charCodeAt(index) - 48;
  return number;
}

const twoDigits = Array.from({ length: 32 }, (_, number) => String(number).padStart(2, '0'));

function dayText(year: number, month: number, dayOfMonth: number): Day {
  const fourDigits = year > 999 ? String(year) : String(year).padStart(4, '0');
  return `${fourDigits}-${twoDigits[month]!}-${twoDigits[dayOfMonth]!}`;
}

const calendars = new Map<string, Intl.DateTimeFormat>();

/** Making a formatter costs a thousand times what using one costs, so each zone keeps its own. */
function calendarOf(timeZone: string): Intl.DateTimeFormat {
  const known = calendars.get(timeZone);
  if (known) return known;
  const options = { timeZone, calendar: 'gregory', year: 'numeric', month: '2-digit', day: '2-digit' } as const;
  const made = new Intl.DateTimeFormat('en-US', options);
  calendars.set(timeZone, made);
  return made;
}
