import type { TSchema } from 'typebox';
import * as Type from 'typebox';
import { isDay } from '#core/calendar/day.ts';
import { isDecimal } from '#core/money/decimal.ts';

/**
 * The values that requests are made of, and how loosely the wire may spell them (api-v3 11: C-11, C-12, C-19).
 * A schema says what a verb gets; its mark `x-accepts` says which spellings of it the door takes. The text of `x-says`
 * is what a caller reads when neither fits.
 */
export const textMax = 500;
export const itemsMax = 200;
export const quantityMax = 10_000;
export const transactionIdMax = 256;

/** Dollars as exact decimal text, `'120.34'`; the wire may write a number. At most four decimals, no exponent (rulings 3). */
export const Money = Type.String({
  pattern: '^-?\\d{1,9}(\\.\\d{1,4})?$',
  'x-accepts': 'money',
  'x-says': 'must be an amount in dollars with at most four decimals, like 120.34',
});

/** The same for amounts that have no sense below zero. */
export const MoneyFromZero = Type.String({
  pattern: '^\\d{1,9}(\\.\\d{1,4})?$',
  'x-accepts': 'money',
  'x-says': 'must be an amount in dollars of zero or more with at most four decimals, like 10.33',
});

/** A whole number of units; the wire may write `"2"` or `"2.0000"`. */
export const Quantity = Type.Integer({
  minimum: 1,
  maximum: quantityMax,
  'x-accepts': 'whole number',
  'x-says': `must be a whole number from 1 to ${quantityMax}`,
});

/** A whole number in a query string. */
export function WholeNumber(minimum: number, maximum: number) {
  return Type.Integer({
    minimum,
    maximum,
    'x-accepts': 'whole number',
    'x-says': `must be a whole number from ${minimum} to ${maximum}`,
  });
}

/** Yes or no; the wire may write `"true"` and `"false"`. */
export const Flag = Type.Boolean({ 'x-accepts': 'flag', 'x-says': 'must be true or false' });

/** A day, `YYYY-MM-DD`; the wire may write a date with a time, of which the written day counts. */
export const Day = Type.String({
  pattern: '^\\d{4}-\\d{2}-\\d{2}$',
  'x-accepts': 'day',
  'x-says': 'must be a day that exists, written YYYY-MM-DD',
});

/** The same where stores also write it as Americans do, `11/21/2026`: the day of a shipment. */
export const ShippingDay = Type.String({ ...Day, 'x-accepts': 'shipping day' });

/** The same where the documents say "array" and show one day (api-v3 6.6): the first of a list counts. */
export const ListedDay = Type.String({ ...Day, 'x-accepts': 'listed day' });

/** What only saves typing or is for reading: a number is text, and what is neither is left out. No reason to refuse. */
export const Hint = Type.String({ maxLength: textMax, 'x-accepts': 'hint' });

/** Text within a limit. */
export function Text(maxLength = textMax) {
  return Type.String({ minLength: 1, maxLength, 'x-says': `must be text of 1 to ${maxLength} characters` });
}

/** Text that may be empty. */
export function TextOrEmpty(maxLength = textMax) {
  return Type.String({ maxLength, 'x-says': `must be text of at most ${maxLength} characters` });
}

/** A merchant's own number or name for a thing; the wire may write a JSON number. */
export function Label(maxLength = textMax) {
  return Type.String({
    minLength: 1,
    maxLength,
    'x-accepts': 'label',
    'x-says': `must be text of 1 to ${maxLength} characters`,
  });
}

export const Email = Type.String({
  minLength: 3,
  maxLength: 254,
  pattern: '^[^\\s@]+@[^\\s@]+\\.[^\\s@.]+$',
  'x-accepts': 'trimmed',
  'x-says': 'must be an e-mail address',
});

/** One word of a list of lower-case words; the wire may write capitals. */
export function OneOf<const Words extends string[]>(words: [...Words]) {
  return Type.Enum(words, { 'x-accepts': 'lower case', 'x-says': `must be one of ${words.join(', ')}` });
}

/** The two letters of a state, `FL`. */
export const StateCode = Type.String({
  pattern: '^[A-Z]{2}$',
  'x-accepts': 'upper case',
  'x-says': 'must be the two letters of a state, like FL',
});

export const Country = Type.Enum(['US'], { 'x-accepts': 'upper case', 'x-says': 'must be US' });

export const IpAddress = Type.String({
  pattern: '^[0-9A-Fa-f:.]{2,45}$',
  'x-accepts': 'trimmed',
  'x-says': 'must be an IP address',
});

/** A moment as ISO text in UTC; the wire may write any offset. */
export const Instant = Type.String({
  pattern: '^\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z$',
  'x-accepts': 'instant',
  'x-says': 'must be a date with a time, like 2026-11-21T10:00:00Z',
});

/** A day, or a moment in it as ISO text in UTC: a day means all of it, a moment that moment. */
export const DayOrInstant = Type.String({
  pattern: '^\\d{4}-\\d{2}-\\d{2}(T\\d{2}:\\d{2}:\\d{2}\\.\\d{3}Z)?$',
  'x-accepts': 'day or instant',
  'x-says': 'must be a day, like 2026-11-21, or a date with a time, like 2026-11-21T10:00:00Z',
});

/** A key or a token in an answer. What is remembered of such an answer is kept sealed. */
export const Secret = Type.String({ 'x-secret': true });

/** Pages of a list (api-v3 1.6). */
export function paging(limitDefault: number) {
  return {
    page: Type.Optional({ ...WholeNumber(1, 1000), default: 1 }),
    limit: Type.Optional({ ...WholeNumber(1, 1000), default: limitDefault }),
  };
}

export const Meta = Type.Object({
  count: Type.Integer(),
  totalPages: Type.Integer(),
  page: Type.Integer(),
  limit: Type.Integer(),
});

/** An amount as the wire may spell it, as exact text; null when it is not one. */
export function moneyText(value: unknown): string | null {
  const text = typeof value === 'number' ? String(value) : typeof value === 'string' ? value.trim() : '';
  return isDecimal(text) ? text : null;
}

/** A day as the wire may spell it: `2026-11-21`, `2026-11-21T10:00:00Z`, `Sat Nov 21 2026 10:00:00 GMT+0000`; else null. */
export function dayText(value: unknown): string | null {
  if (typeof value !== 'string') return null;
  const text = value.trim();
  const iso = /^(\d{4}-\d{2}-\d{2})([T ]\d{2}:\d{2}.{0,40})?$/.exec(text)?.[1];
  const spoken = /^[A-Z][a-z]{2} ([A-Z][a-z]{2}) (\d{2}) (\d{4})( .{0,80})?$/.exec(text);
  const month = spoken ? months.indexOf(spoken[1] ?? '') + 1 : 0;
  const day = iso ?? (spoken ? `${spoken[3]}-${String(month).padStart(2, '0')}-${spoken[2]}` : '');
  return isDay(day) ? day : null;
}

/** A moment as the wire may spell it, as ISO text in UTC with milliseconds; else null. Without an offset it is UTC. */
export function instantText(value: unknown): string | null {
  const parts = typeof value === 'string' ? isoMoment.exec(value.trim()) : null;
  if (parts === null || !isDay(parts[1] ?? '')) return null;
  const milliseconds = Date.parse(`${parts[1]}T${parts[2]}${parts[3] ?? 'Z'}`);
  return Number.isNaN(milliseconds) ? null : new Date(milliseconds).toISOString();
}

const american = /^(\d{2})\/(\d{2})\/(\d{4})$/;
const isoMoment = /^(\d{4}-\d{2}-\d{2})[T ](\d{2}:\d{2}(?::\d{2}(?:\.\d{1,9})?)?)(Z|[+-]\d{2}:?\d{2})?$/i;
const months = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec'];

/** What the door does with a value before it is checked; what it can't read it leaves as it is, for the check to refuse. */
export const wireForms: Record<string, (value: unknown) => unknown> = {
  money: (value) => moneyText(value) ?? (typeof value === 'number' ? String(value) : value),
  day: dayText,
  'shipping day': (value) => dayText(typeof value === 'string' ? value.trim().replace(american, '$3-$1-$2') : value),
  'listed day': (value) =>
    Array.isArray(value) ? (value.length === 0 ? undefined : dayText(value[0])) : dayText(value),
  hint: (value) =>
    typeof value === 'string' || typeof value === 'number' ? String(value).slice(0, textMax) : undefined,
  instant: instantText,
  'day or instant': (value) => instantText(value) ?? dayText(value),
  flag: (value) => (value === 'true' ? true : value === 'false' ? false : value),
  label: (value) => (typeof value === 'number' ? String(value) : value),
  'lower case': (value) => (typeof value === 'string' ? value.trim().toLowerCase() : value),
  'upper case': (value) => (typeof value === 'string' ? value.trim().toUpperCase() : value),
  trimmed: (value) => (typeof value === 'string' ? value.trim() : value),
  'whole number': (value) =>
    typeof value === 'string' && /^\d{1,9}(\.0{1,8})?$/.test(value.trim()) ? Number(value) : value,
};

/** Whether a schema is plain text, for which `""` is a value and not the absence of one. A number or name of `""` is none. */
export function isPlainText(schema: TSchema): boolean {
  const { type, enum: words, 'x-accepts': accepts } = schema as Record<string, unknown>;
  return type === 'string' && words === undefined && accepts === undefined;
}

/** Whether an answer has a secret among its members, however deep. */
export function carriesSecret(schema: TSchema): boolean {
  const { properties = {}, items } = schema as { properties?: Record<string, TSchema>; items?: TSchema };
  const parts = items === undefined ? Object.values(properties) : [items, ...Object.values(properties)];
  return parts.some((part) => 'x-secret' in part || carriesSecret(part));
}
