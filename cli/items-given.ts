import type { Given } from './command.ts';
import { WrongUsage } from './wrong-usage.ts';

type Item = { readonly sku: string; readonly quantity?: number } & Readonly<Record<string, unknown>>;

/**
 * The items of `--item SKU` and `--item SKU=2`, each with the details that go with them; nothing where none is named,
 * which means all. Throws `WrongUsage` for details of no item.
 */
export function itemsGiven(
  { lists }: Given,
  details: Readonly<Record<string, string | undefined>> = {},
): Item[] | undefined {
  const said = Object.fromEntries(Object.entries(details).filter(([, value]) => value !== undefined));
  if (lists.item === undefined) {
    if (Object.keys(said).length > 0) throw new WrongUsage('Details go with items: name each with --item SKU.');
    return undefined;
  }
  return lists.item.map((text) => {
    const [, sku = text, units] = /^(.+)=(\d+)$/.exec(text) ?? [];
    return { sku, ...(units === undefined ? {} : { quantity: Number(units) }), ...said };
  });
}
