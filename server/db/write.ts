import type { DB as Tables } from '#server/db/tables.gen.ts';

/**
 * A write that has not happened yet: SQL around its values. A store makes them, a verb collects them, `commit`
 * folds them into one statement, so that a request is one round trip and one transaction.
 */
export type Write = {
  readonly sql: readonly string[];
  readonly values: readonly unknown[];
  /** What must be touched, or the whole statement is undone and `Stale` is thrown: the guard of a decision that was read first. */
  readonly expect?: { readonly what: string; readonly rows: number };
  /** What a plain insert puts where: with these the inserts of several commits can go out as one. */
  readonly rows?: { readonly into: string; readonly list: readonly Readonly<Record<string, unknown>>[] };
};

/** Writes SQL with its values in place: write`update lease set state = ${state} where …`. Values are always parameters. */
export function write(sql: TemplateStringsArray, ...values: unknown[]): Write {
  return { sql, values };
}

/** The same write, which must touch exactly `rows` rows; `what` names the thing that changed under us. */
export function expecting(rows: number, what: string, guarded: Write): Write {
  return { ...guarded, expect: { what, rows } };
}

/** Inserts one row, or several of the same shape, in column order of the first. Objects go in as JSON, never their text. */
export function insert<T extends keyof Tables>(table: T, rows: Row<T> | readonly Row<T>[]): Write {
  const list = (Array.isArray(rows) ? rows : [rows]) as Record<string, unknown>[];
  const into = `${table} (${Object.keys(list[0] ?? {}).join(', ')})`;
  // Spelled out only where it goes alone: together with others its rows go as they are.
  let alone: Spelled | undefined;
  const spelled = () => (alone ??= spell(into, list));
  return {
    get sql() {
      return spelled().sql;
    },
    get values() {
      return spelled().values;
    },
    rows: { into, list },
  };
}

type Spelled = Pick<Write, 'sql' | 'values'>;

function spell(into: string, list: readonly Record<string, unknown>[]): Spelled {
  const columns = Object.keys(list[0] ?? {});
  const sql: string[] = [];
  const values: unknown[] = [];
  let text = `insert into ${into} values (`;
  list.forEach((row, index) => {
    if (index > 0) text += '), (';
    columns.forEach((column, at) => {
      if (at > 0) text += ', ';
      sql.push(text);
      values.push(parameter(row[column]));
      text = '';
    });
  });
  sql.push(`${text})`);
  return { sql, values };
}

/** JSON for a `jsonb` column: the driver would turn an array into a PostgreSQL array. */
export function json(value: unknown): string {
  return JSON.stringify(value);
}

function parameter(value: unknown): unknown {
  const plain = value === null || typeof value !== 'object' || value instanceof Uint8Array;
  return plain ? (value ?? null) : JSON.stringify(value);
}

/** What may be inserted into a table: any column it has, with any value the driver can carry. */
type Row<T extends keyof Tables> = { [Column in keyof Tables[T]]?: unknown };
