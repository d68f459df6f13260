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
    JSON.stringify(
      commits.flatMap((writes) => writes[index]!.rows!.list),
      withBytes,
    ),
  );
  return { text: `with ${parts.join(', ')} select 1`, values };
}

/** Bytes as PostgreSQL reads them. `this` holds the value as it was before JSON asked it for its own form. */
function withBytes(this: Record<string, unknown>, name: string, value: unknown): unknown {
  const raw = this[name];
  return raw instanceof Uint8Array ? `\\x${Buffer.from(raw).toString('hex')}` : value;
}
