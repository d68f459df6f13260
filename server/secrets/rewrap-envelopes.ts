import type { House } from '#server/house.ts';
import { type Envelope, rewrap } from './envelope.ts';
import { olderKeys } from './house-keys.ts';
import { placeIn, type SealedName, sealedColumns, tableAndColumn } from './sealed-columns.ts';

const atOnceMax = 500;
/** In one run of the job, so that the others have their turn. */
const batchesMax = 40;

/**
 * Wraps the data key of every envelope anew that stands under an older key, some at a time; answers how many. Nothing
 * is opened. The rows themselves say what is left, so it goes on wherever it was interrupted, and a row that changed
 * meanwhile, by hand of another node too, is left to itself.
 */
export async function rewrapEnvelopes(house: House): Promise<number> {
  let count = 0;
  for (const keyId of await olderKeys(house, 'kek')) {
    for (const name of Object.keys(sealedColumns) as SealedName[]) count += await rewrapColumn(house, name, keyId);
  }
  return count;
}

async function rewrapColumn(house: House, name: SealedName, keyId: string): Promise<number> {
  const broken: string[] = [];
  let count = 0;
  for (let batch = 1; batch <= batchesMax; batch += 1) {
    const rows = await rowsUnder(house, name, { keyId, but: broken });
    const anew = rows.map((row) => rewrap(house, placeIn(name, { rowId: row.row_id, tenant: row.tenant }), row.sealed));
    rows.forEach(({ at }, index) => {
      if (anew[index] === null) broken.push(at);
    });
    count += await replace(
      house,
      name,
      rows.flatMap(({ at, sealed }, index) => (anew[index] == null ? [] : [{ at, from: sealed, to: anew[index] }])),
    );
    if (rows.length < atOnceMax) break;
  }
  return count;
}

type Row = { at: string; row_id: string; tenant: string; sealed: Envelope };

async function rowsUnder(
  house: House,
  name: SealedName,
  { keyId, but }: { keyId: string; but: readonly string[] },
): Promise<Row[]> {
  const { table, column } = tableAndColumn(name);
  const { rowId, tenant } = sealedColumns[name];
  const { rows } = await house.db.pool.query<Row>(
    `select ctid::text as at, ${rowId} as row_id, ${tenant} as tenant, ${column} as sealed from ${table}
     where ${column} is not null and ${column} ->> 'kek_id' = $1 and ctid <> all ($2::text[]::tid[]) limit $3`,
    [keyId, but, atOnceMax],
  );
  return rows;
}

async function replace(
  house: House,
  name: SealedName,
  changes: readonly { at: string; from: Envelope; to: Envelope }[],
): Promise<number> {
  if (changes.length === 0) return 0;
  const { table, column } = tableAndColumn(name);
  // Where a row lies says only which one was read: what it held decides whether it is still the same.
  const { rowCount } = await house.db.pool.query(
    `update ${table} t set ${column} = n.sealed_anew
     from unnest($1::text[], $2::jsonb[], $3::jsonb[]) as n (at, sealed, sealed_anew)
     where t.ctid = any ($1::text[]::tid[]) and t.ctid = n.at::tid and t.${column} = n.sealed`,
    [
      changes.map(({ at }) => at),
      changes.map(({ from }) => JSON.stringify(from)),
      changes.map(({ to }) => JSON.stringify(to)),
    ],
  );
  return rowCount ?? 0;
}
