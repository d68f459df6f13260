import { skuMax, urlMax, urlSays } from '#contract/v3/products.ts';
import { textMax } from '#contract/v3/values.ts';

/** One row of an import, and how its fields are called when something is wrong with them: `line 7: ` or `products[6].`. */
export type Row = { readonly where: string; readonly sku: string; readonly name: string; readonly url: string };

export type Fault = { readonly path: string; readonly message: string };

/** Everything that is wrong with the rows, by row and field. A sku that stands there twice is wrong the second time. */
export function rowFaults(rows: readonly Row[]): Fault[] {
  const seen = new Map<string, string>();
  return rows.flatMap((row) => {
    const { where, sku } = row;
    const first = seen.get(sku);
    seen.set(sku, first ?? where.replace(/[:.] ?$/, ''));
    const twice = first !== undefined && sku !== '' ? `is the sku of ${first} already` : null;
    return [
      { path: `${where}sku`, message: textFault(sku, skuMax) ?? twice },
      { path: `${where}name`, message: textFault(row.name, textMax) },
      { path: `${where}url`, message: urlFault(row.url) },
    ].filter((one): one is Fault => one.message !== null);
  });
}

function textFault(text: string, most: number): string | null {
  return text.length >= 1 && text.length <= most ? null : `must be text of 1 to ${most} characters`;
}

function urlFault(text: string): string | null {
  const isPage = text.length <= urlMax && URL.canParse(text) && /^https?:$/.test(new URL(text).protocol);
  return isPage ? null : urlSays;
}
