/** One day as a calendar on the wall shows it. `place` counts the days from the first one on. */
export type WallDay = {
  readonly place: number;
  readonly text: string;
  readonly month: number;
  readonly dayOfMonth: number;
  readonly endsMonth: boolean;
  /** 0 is Sunday. */
  readonly weekday: number;
  readonly banksOpen: boolean;
};

/** New Year, Juneteenth, Independence Day, Veterans Day, Christmas. */
const fixedHolidays = new Set(['01-01', '06-19', '07-04', '11-11', '12-25']);

/** The days 2000-01-01 to 2099-12-31, hung up once. */
const calendar: WallDay[] = [];
const byText = new Map<string, WallDay>();

for (let place = 0, text = ''; text !== '2099-12-31'; place += 1) {
  const date = new Date(Date.UTC(2000, 0, 1 + place));
  text = date.toISOString().slice(0, 10);
  const month = date.getUTCMonth() + 1;
  const dayOfMonth = date.getUTCDate();
  const weekday = date.getUTCDay();
  const endsMonth = new Date(Date.UTC(2000, 0, 2 + place)).getUTCDate() === 1;
  const day = { place, text, month, dayOfMonth, endsMonth, weekday };
  calendar.push({ ...day, banksOpen: areBanksOpen(day, calendar.at(-1)) });
  byText.set(text, calendar[place]!);
}

/** @throws RangeError when the text is no day of these hundred years. */
export function wallDay(text: string): WallDay {
  const day = byText.get(text);
  if (day === undefined) throw new RangeError(`${text} is not on the wall.`);
  return day;
}

export function daysAfter(day: WallDay, days: number): WallDay {
  const other = calendar[day.place + days];
  if (other === undefined) throw new RangeError(`${days} days after ${day.text} is not on the wall.`);
  return other;
}

export const dayAfter = (day: WallDay): WallDay => daysAfter(day, 1);
export const dayBefore = (day: WallDay): WallDay => daysAfter(day, -1);
export const earlier = (one: WallDay, other: WallDay): WallDay => (one.place < other.place ? one : other);
export const later = (one: WallDay, other: WallDay): WallDay => (one.place > other.place ? one : other);

/** Walks over so many ends of months, then to the same day of the month, or to its end when it is shorter. */
export function monthsAfter(from: WallDay, months: number): WallDay {
  let day = from;
  for (let turned = 0; turned < months; day = dayAfter(day)) if (day.endsMonth) turned += 1;
  if (months === 0) return from;
  while (!fallsOn(day, from.dayOfMonth)) day = dayAfter(day);
  return day;
}

/** Whether a month's day with that number is this one: the last of the month where the month has no such number. */
export function fallsOn(day: WallDay, dayOfMonth: number): boolean {
  return day.dayOfMonth === dayOfMonth || (day.endsMonth && day.dayOfMonth < dayOfMonth);
}

/** Domain 1.7: Monday to Friday, except on Reserve Bank holidays; one on a Sunday closes the Monday, on a Saturday nothing. */
function areBanksOpen(day: Omit<WallDay, 'banksOpen'>, yesterday: WallDay | undefined): boolean {
  if (day.weekday === 0 || day.weekday === 6) return false;
  const moved = day.weekday === 1 && yesterday !== undefined && fixedHolidays.has(yesterday.text.slice(5));
  return !moved && !fixedHolidays.has(day.text.slice(5)) && !isHolidayByWeekday(day);
}

function isHolidayByWeekday({ month, dayOfMonth, weekday }: Omit<WallDay, 'banksOpen'>): boolean {
  const weekOfMonth = Math.ceil(dayOfMonth / 7);
  if (weekday === 4) return month === 11 && weekOfMonth === 4; // Thanksgiving
  if (weekday !== 1) return false;
  if (month === 1 || month === 2) return weekOfMonth === 3; // Martin Luther King, Washington
  if (month === 5) return dayOfMonth + 7 > 31; // Memorial Day, the last Monday
  return (month === 9 && weekOfMonth === 1) || (month === 10 && weekOfMonth === 2); // Labor Day, Columbus Day
}
