import { type ImportProductsAnswer, type ImportProductsBody, importRowsMax } from '#contract/v3/products.ts';
import type { House } from '#server/house.ts';
import { now } from '#server/moment.ts';
import { done, type Outcome, type Refused, refuse } from '#server/outcome.ts';
import { type Fault, type Row, rowFaults } from './product-row.ts';
import { productsBySku, upsertProducts } from './product-store.ts';
import { readCsv } from './read-csv.ts';

/** So many faults are told of one import; whoever has more starts with these. */
const faultsMax = 1_000;

/**
 * Takes products into a merchant's catalogue, those that it has by their sku: all of them or, when one row is wrong, none.
 * What is not in the import stays. Refuses with ValidationError, naming each wrong row by its line and field.
 */
export async function importProducts(
  house: House,
  merchantId: string,
  body: ImportProductsBody,
): Promise<Outcome<ImportProductsAnswer>> {
  const read = rowsOf(body);
  if ('faults' in read) return invalid(read.faults);
  const faults = rowFaults(read.rows);
  if (faults.length > 0) return invalid(faults);

  const products = read.rows.map(({ sku, name, url }) => ({ sku, name, url }));
  const skus = products.map(({ sku }) => sku);
  const known = new Map((await productsBySku(house, merchantId, skus)).map((one) => [one.sku, one]));
  const added = products.filter(({ sku }) => !known.has(sku));
  const changed = products.filter(({ sku, name, url }) => {
    const before = known.get(sku);
    return before !== undefined && (before.name !== name || before.url !== url);
  });
  const answer = {
    imported: products.length,
    added: added.length,
    changed: changed.length,
    unchanged: products.length - added.length - changed.length,
  };
  const moved = [...added, ...changed];
  return moved.length === 0 ? done(answer) : done(answer, upsertProducts(merchantId, moved, now(house)));
}

function rowsOf({ products, csv }: ImportProductsBody): { rows: readonly Row[] } | { faults: Fault[] } {
  if ((products === undefined) === (csv === undefined)) {
    return { faults: [{ path: 'products', message: 'or csv is required, and not both' }] };
  }
  const read = csv !== undefined ? readCsv(csv) : { rows: (products ?? []).map(trimmed) };
  if ('faults' in read) return read;
  if (read.rows.length === 0) return { faults: [{ path: 'products', message: 'has no product in it' }] };
  if (read.rows.length > importRowsMax) {
    const message = `has ${read.rows.length} products. Send at most ${importRowsMax} at a time`;
    return { faults: [{ path: 'csv', message }] };
  }
  return read;
}

function trimmed({ sku, name, url }: { sku: string; name: string; url: string }, at: number): Row {
  return { where: `products[${at}].`, sku: sku.trim(), name: name.trim(), url: url.trim() };
}

function invalid(faults: readonly Fault[]): Refused {
  const [first] = faults;
  const more = faults.length > 1 ? ` ${faults.length} faults in all; nothing was imported.` : ' Nothing was imported.';
  return refuse('ValidationError', `'${first?.path}' ${first?.message}.${more}`, {
    fields: faults.slice(0, faultsMax),
  });
}
