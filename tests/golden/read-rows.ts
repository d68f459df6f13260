import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import type { Day } from '#core/calendar/day.ts';
import { centsOf, type Decimal, decimalText } from '#core/money/decimal.ts';
import type { Cents } from '#core/money/money.ts';

/** What an example expects, by name: dollars as text, counts, yes or no, days, words. */
export type Figures = Record<string, Decimal | number | boolean | Day>;

/** The rows of a file of examples, each with where it comes from. */
export function read<Row>(file: string): Row[] {
  return readFile<Row[]>(file);
}

export function readFile<Content>(file: string): Content {
  return JSON.parse(readFileSync(new URL(file, import.meta.url), 'utf8'));
}

export function amount(text: Decimal): Cents {
  const cents = centsOf(text);
  assert.notEqual(cents, null, `${text} is not an amount`);
  return cents!;
}

/** The figures that the example names, spelled as it spells them: dollars where it has a text, else as they are. */
export function inDollars(figures: Record<string, unknown>, expect: Figures): Record<string, unknown> {
  const spelled = Object.keys(expect).map((name) => {
    const figure = figures[name];
    const isAmount = typeof figure === 'number' && typeof expect[name] === 'string';
    return [name, isAmount ? decimalText(figure) : figure];
  });
  return Object.fromEntries(spelled);
}
