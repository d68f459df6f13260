import type { Statement } from './listen-in.ts';

/**
 * A statement that can be carried out again and again: what stands in `once` is used up by the first time and needs a
 * fresh text each time, whose first characters are `head`; a customer is drawn anew.
 */
export type Repeatable = {
  readonly text: string;
  readonly values: readonly (
    | { readonly kind: 'fixed'; readonly value: string | null }
    | { readonly kind: 'once'; readonly column: string; readonly head: string }
    | { readonly kind: 'customer' }
  )[];
};

/** The digits that make a fresh value fresh. */
export const freshDigits = 19;

/** Finds by the columns of its inserts what a statement can not say twice. */
export function repeatable({ text, values }: Statement): Repeatable {
  const columnOf = columnsOfParameters(text);
  return {
    text,
    values: values.map((value, index) => {
      const column = columnOf.get(index + 1) ?? '';
      if (column === 'customer_id') return { kind: 'customer' };
      if (!onceOnly.has(column) || value === null) return { kind: 'fixed', value };
      return { kind: 'once', column, head: value.slice(0, Math.max(0, value.length - freshDigits)) };
    }),
  };
}

const onceOnly = new Set(['transaction_id', 'lease_id', 'lease_number', 'event_id']);

/** The column that each parameter of `insert into … (columns) values (…), (…)` fills. */
export function columnsOfParameters(text: string): Map<number, string> {
  const columnOf = new Map<number, string>();
  for (const [, names = '', rows = ''] of text.matchAll(insertPattern)) {
    const columns = names.split(', ');
    const parameters = [...rows.matchAll(/\$(\d+)/g)].map(([, number]) => Number(number));
    parameters.forEach((parameter, index) => {
      columnOf.set(parameter, columns[index % columns.length]!);
    });
  }
  return columnOf;
}

const insertPattern = /insert into \w+ \(([^)]*)\) values (\([^()]*\)(?:, \([^()]*\))*)/g;
