import { randomInt } from 'node:crypto';
import type { Statement } from './listen-in.ts';
import { columnsOfParameters, freshDigits } from './repeatable.ts';

/** What a house said for one flow, ready to be said again for another customer and other ids. */
export type ReplayedFlow = {
  /** As they were heard; the first is the customer's. Values name them by their place. */
  readonly ids: readonly string[];
  /** By how much one flow raises the version of its customer. */
  readonly versionsPerFlow: number;
  readonly statements: readonly {
    readonly step: string;
    readonly text: string;
    readonly values: readonly (Value | null)[];
  }[];
};

/** Text around ids, or a guard on the customer's version. */
type Value = { readonly parts: readonly (string | number)[] } | { readonly version: number };

/** `steps`: which statements were heard for which step, in order. */
export function replayed(
  customerId: string,
  steps: readonly { readonly step: string; readonly said: readonly Statement[] }[],
): ReplayedFlow {
  const statements = steps.flatMap(({ step, said }) => said.map((one) => ({ step, ...one })));
  const ids = [customerId, ...new Set(statements.flatMap(madeIds))];
  const versionsPerFlow = statements.filter(({ text }) => /update customer set/.test(text)).length;
  return {
    ids,
    versionsPerFlow,
    statements: statements.map(({ step, text, values }) => {
      const guard = Number(/update customer set.*?and version = \$(\d+)/s.exec(text)?.[1] ?? 0);
      return {
        step,
        text,
        values: values.map((value, index) => {
          if (value === null) return null;
          return index + 1 === guard ? { version: Number(value) } : { parts: partsOf(value, ids) };
        }),
      };
    }),
  };
}

/** The same kind of id, and another. */
export function freshText(id: string): string {
  const half = () => String(randomInt(1_000_000_000)).padStart(9, '0');
  const tail = `1${half()}${half()}`.slice(0, Math.min(id.length, freshDigits));
  return id.slice(0, id.length - tail.length) + tail;
}

const madeColumns = new Set([
  'transaction_id',
  'lease_id',
  'lease_number',
  'event_id',
  'attempt_id',
  'shipment_id',
  'message_id',
  'opening_id',
]);

function madeIds({ text, values }: Statement): string[] {
  const columns = [...columnsOfParameters(text)];
  return columns.flatMap(([parameter, column]) => {
    const value = values[parameter - 1];
    return madeColumns.has(column) && value !== null && value !== undefined ? [value] : [];
  });
}

/** `a` + id + `b` as its parts, the ids as their places. */
function partsOf(value: string, ids: readonly string[]): (string | number)[] {
  let parts: (string | number)[] = [value];
  ids.forEach((id, place) => {
    parts = parts.flatMap((part) => {
      if (typeof part === 'number' || !part.includes(id)) return [part];
      return part.split(id).flatMap((text, index) => (index === 0 ? [text] : [place, text]));
    });
  });
  return parts;
}
