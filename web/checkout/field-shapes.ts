import { isDay } from '#core/calendar/day.ts';

/** How typed text is shaped for the eye while it is typed, and read back for the server. */

export function onlyDigits(typed: string, max: number): string {
  return typed.replace(/\D/g, '').slice(0, max);
}

/** `04171990` → `04 / 17 / 1990`, growing as it is typed; `4/7/1990` keeps its own separators. */
export function shapeDay(typed: string): string {
  const groups: string[] = [];
  let rest = '';
  for (const part of typed.split(/\D+/)) {
    rest += part;
    while (rest !== '' && groups.length < 3) {
      const size = groups.length < 2 ? 2 : 4;
      groups.push(rest.slice(0, size));
      rest = rest.slice(size);
    }
  }
  // A separator that was typed right after a digit stays; one that is left over from deleting goes.
  const more = groups.length > 0 && groups.length < 3 && /\d[^\d ]$/.test(typed);
  return groups.join(' / ') + (more ? ' / ' : '');
}

/** The day that was typed as month, day, year; null when it is none, `no-such-day` when the calendar has no such day. */
export function readDay(typed: string): string | 'no-such-day' | null {
  const parts = /^(\d{1,2})\D+(\d{1,2})\D+(\d{4})$/.exec(shapeDay(typed).trim());
  if (!parts) return null;
  const [, month = '', day = '', year = ''] = parts;
  const text = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  return isDay(text) ? text : 'no-such-day';
}

/** `1990-04-17` as the shopper types it. */
export function typedDay(day: string): string {
  return day && [day.slice(5, 7), day.slice(8, 10), day.slice(0, 4)].join(' / ');
}

/** `666011500` → `666-01-1500`, growing as it is typed. */
export function shapeIdentity(typed: string): string {
  return split(onlyDigits(typed, 9), [3, 2, 4]).join('-');
}

/** `5555550142` or `15555550142` → `(555) 555-0142`; a number that is still being typed stays as it is. */
export function shapeMobile(typed: string): string {
  const digits = onlyDigits(typed, 11).replace(/^1(?=\d{10}$)/, '');
  if (digits.length !== 10) return typed;
  return `(${digits.slice(0, 3)}) ${digits.slice(3, 6)}-${digits.slice(6)}`;
}

/** `3150` → `3,150.00`; what is not an amount stays as it was typed. */
export function shapeAmount(typed: string): string {
  const amount = readAmount(typed);
  if (amount === null) return typed;
  const [whole = '', cents = ''] = amount.split('.');
  return `${whole.replace(/\B(?=(\d{3})+$)/g, ',')}.${cents}`;
}

/** A typed amount of dollars as the wire has it, `3150.00`; null when it is none. */
export function readAmount(typed: string): string | null {
  const parts = /^\$?\s*(\d{1,3}(?:,\d{3})+|\d{1,9})(?:\.(\d{0,2}))?$/.exec(typed.trim());
  if (!parts) return null;
  const whole = (parts[1] ?? '').replaceAll(',', '').replace(/^0+(?=\d)/, '');
  return `${whole}.${(parts[2] ?? '').padEnd(2, '0')}`;
}

function split(digits: string, sizes: number[]): string[] {
  const starts = sizes.map((_, place) => sizes.slice(0, place).reduce((sum, size) => sum + size, 0));
  return sizes.map((size, place) => digits.slice(starts[place], starts[place]! + size)).filter(Boolean);
}
