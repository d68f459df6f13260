import type { Day } from './day.ts';

/** A day as people read it: `November 20, 2026`. */
export function longDay(day: Day): string {
  return `${monthName(day)} ${dayOfMonth(day)}, ${day.slice(0, 4)}`;
}

/** A day where space is short: `Nov 20, 2026`. */
export function shortDay(day: Day): string {
  return `${monthName(day).slice(0, 3)} ${dayOfMonth(day)}, ${day.slice(0, 4)}`;
}

const months = 'January February March April May June July August September October November December'.split(' ');

const monthName = (day: Day): string => months[Number(day.slice(5, 7)) - 1] ?? '';

const dayOfMonth = (day: Day): number => Number(day.slice(8, 10));
