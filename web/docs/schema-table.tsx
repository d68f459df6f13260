import { type ApiDocument, found, type Schema } from './document.ts';
import { spoken } from './written.tsx';

type Row = { path: string; schema: Schema; required: boolean };

/** The members of a schema, a row each, those inside others with their whole path. */
export function SchemaTable({ document, schema, title }: { document: ApiDocument; schema: Schema; title: string }) {
  const rows = rowsOf(document, schema, '', 0);
  if (rows.length === 0) return null;
  return (
    <details class="schema">
      <summary>
        {title} <span class="meta">{rows.length === 1 ? '1 member' : `${rows.length} members`}</span>
      </summary>
      <dl>
        {rows.map(({ path, schema: one, required }) => (
          <div key={path}>
            <dt>
              <code>{path}</code>
              <span class="meta">
                {kindOf(one)}
                {required ? ', required' : ''}
              </span>
            </dt>
            <dd>
              {one.enum && <span class="words">{one.enum.map(String).join(' · ')}</span>}
              {one.description && <span>{spoken(one.description)}</span>}
            </dd>
          </div>
        ))}
      </dl>
    </details>
  );
}

const deepest = 5;

function rowsOf(document: ApiDocument, schema: Schema, under: string, depth: number): Row[] {
  if (depth > deepest) return [];
  const { properties, required: always = [], items, anyOf, oneOf, allOf = [] } = found<Schema>(document, schema) ?? {};
  const required = [...always, ...allOf.flatMap(({ anyOf = [] }) => anyOf[0]?.required ?? [])];
  if (items !== undefined) return rowsOf(document, items, `${under}[]`, depth + 1);
  const choice = anyOf ?? oneOf;
  if (choice !== undefined) return choice.slice(0, 1).flatMap((one) => rowsOf(document, one, under, depth + 1));
  return Object.entries(properties ?? {}).flatMap(([name, one]) => {
    const path = under === '' ? name : `${under}.${name}`;
    const whole = found<Schema>(document, one) ?? {};
    return [{ path, schema: whole, required: required.includes(name) }, ...rowsOf(document, one, path, depth + 1)];
  });
}

function kindOf({ type, items, anyOf, oneOf }: Schema): string {
  if (anyOf !== undefined || oneOf !== undefined) return 'one of several';
  const kinds = Array.isArray(type) ? type.join(' or ') : (type ?? 'anything');
  return items === undefined ? kinds : 'list';
}
