import type { Db } from '#server/db/connect.ts';
import type { House, NamedKey, Secrets } from '#server/house.ts';
import { type IndexedColumn, indexedColumns } from './indexed-columns.ts';
import { keyedHash } from './keyed-hash.ts';
import { sealedColumns, tableAndColumn } from './sealed-columns.ts';

export type KeyKind = 'kek' | 'index';

/** What stands under a key in one column, and how much of it has to be changed over before the key may go. */
export type ColumnUse = { readonly column: string; readonly rows: number; readonly remaining: number };

/** The keys of a kind that this house holds, the one in use first. */
export function ringOf(secrets: Secrets, kind: KeyKind): Secrets['keks'] {
  return kind === 'kek' ? secrets.keks : secrets.indexKeys;
}

/** The names of all keys that were ever used on this database. */
export async function knownKeys(db: Db, kind: KeyKind): Promise<string[]> {
  const rows = await db.read
    .selectFrom('house_key')
    .select('key_id')
    .where('kind', '=', kind)
    .orderBy('key_id')
    .execute();
  return rows.map((row) => row.key_id);
}

/**
 * The keys whose rows are to be changed over to the one in use. None while a newer one was written with already: this
 * house was started before the others and would only undo what they do.
 */
export async function olderKeys({ db, secrets }: House, kind: KeyKind): Promise<string[]> {
  const [current] = ringOf(secrets, kind);
  const { rows } = await db.pool.query<{ key_id: string }>(
    `select key_id from house_key where kind = $1 and key_id <> $2 and not exists (
       select 1 from house_key mine, house_key other where mine.kind = $1 and mine.key_id = $2
         and other.kind = $1 and other.turn > mine.turn)
     order by key_id`,
    [kind, current.id],
  );
  return rows.map((row) => row.key_id);
}

/** Notes that this house holds a key, and whether it writes with it. False when the database knows another by this name. */
export async function noteKey(db: Db, kind: KeyKind, { id, key }: NamedKey, writes: boolean): Promise<boolean> {
  const proof = keyedHash(key, `proof of a key|${kind}|${id}`).subarray(0, 16).toString('hex');
  const { rows } = await db.pool.query<{ proof: string }>(
    `insert into house_key as k (kind, key_id, proof, turn) values ($1, $2, $3,
       case when $4 then (select coalesce(max(turn), 0) + 1 from house_key where kind = $1) end)
     on conflict (kind, key_id) do update set proof = coalesce(k.proof, excluded.proof),
       turn = coalesce(k.turn, excluded.turn)
     returning proof`,
    [kind, id, proof, writes],
  );
  return rows[0]?.proof === proof;
}

/** A column with something that can't be read or found without this key; null when there is none. Asks indexes alone. */
export async function neededFor(db: Db, key: { kind: KeyKind; id: string; current: string }): Promise<string | null> {
  for (const { name, from, remaining } of columnsOf(key.kind)) {
    const { rows } = await db.pool.query<{ found: boolean }>(
      `select exists (select 1 ${from} and ${remaining}) as found where $1::text is not null`,
      [key.current, key.id],
    );
    if (rows[0]?.found) return name;
  }
  return null;
}

/** Counts what stands under a key, column by column. */
export async function usesOf(db: Db, key: { kind: KeyKind; id: string; current: string }): Promise<ColumnUse[]> {
  const uses: ColumnUse[] = [];
  for (const { name, from, remaining, stays } of columnsOf(key.kind)) {
    const { rows } = await db.pool.query<{ rows: number; remaining: number }>(
      `select count(*)::int as rows, (count(*) filter (where ${remaining}))::int as remaining ${from}
         and $1::text is not null`,
      [key.current, key.id],
    );
    const { rows: count, remaining: left } = rows[0]!;
    uses.push(
      key.id === key.current
        ? { column: name, rows: count, remaining: 0 }
        : { column: name, rows: stays ? count : left, remaining: left },
    );
  }
  return uses;
}

/** SQL over the rows `t` under the key `$2` while names are written under `$1`. */
function columnsOf(kind: KeyKind): { name: string; from: string; remaining: string; stays: boolean }[] {
  if (kind === 'kek') {
    return Object.keys(sealedColumns).map((name) => ({ name, from: fromSealed(name), remaining: 'true', stays: true }));
  }
  return Object.entries<IndexedColumn>(indexedColumns).map(([name, { renamable, stays = false }]) => ({
    name,
    from: fromIndexed(name),
    remaining: renamable,
    stays,
  }));
}

function fromSealed(name: string): string {
  const { table, column } = tableAndColumn(name);
  return `from ${table} t where t.${column} is not null and t.${column} ->> 'kek_id' = $2`;
}

function fromIndexed(name: string): string {
  const { table, column } = tableAndColumn(name);
  return `from ${table} t where t.${column} is not null and split_part(t.${column}, '.', 1) = $2`;
}
