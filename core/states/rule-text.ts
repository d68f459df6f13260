import { type Rate, rateText } from '../money/money.ts';

/** A value of a record as JSON can keep it and a person can read it: exact rates become their decimal text. */
export function ruleText(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(ruleText);
  if (typeof value !== 'object' || value === null) return value;
  if ('n' in value && 'd' in value) return rateText(value as Rate);
  return Object.fromEntries(Object.entries(value).map(([name, one]) => [name, ruleText(one)]));
}
