import type { Write } from '#server/db/write.ts';

/**
 * One statement for the plain inserts of several commits of the same kind, with one parameter for each table: its rows as
 * JSON. The text is the same however many there are, so it is planned once.
 */
export function insertTogether(commits: readonly (readonly Write[])[]): { text: string; values: string[] } {
  const [first = []] = commits;
  const parts = first.map(({ rows }, index) => {
    const [, table, columns] = /^(\w+) \((.*)\)$/.exec(rows!.into)!;
    const read = `select ${columns} from json_populate_recordset(null::${table}, $${index + 1})`;
    return `w${index} as (insert into ${rows!.into} ${read})`;
  });
  const values = first.map((_, index) =>
    JSON.stringify(commits.flatMap((writes) => writes[index]!.rows!.list).map(withBytes)),
  );
  return { text: `with ${parts.join(', ')} select 1`, values };
}

/** A row whose bytes are written as PostgreSQL reads them. */
function withBytes(row: Readonly<Record<string, unknown>>): Readonly<Record<string, unknown>> {
  // Nearly no row has any, and every lease comes by here.
  if (!Object.values(row).some((value) => value instanceof Uint8Array)) return row;
  return Object.fromEntries(Object.entries(row).map(([column, value]) => [column, written(value)]));
}

const written = (value: unknown): unknown =>
  value instanceof Uint8Array ? `\\x${Buffer.from(value).toString('hex')}` : value;
