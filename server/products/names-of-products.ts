import type { House } from '#server/house.ts';
import { productsBySku } from './product-store.ts';

/** What a store calls its articles, by their skus; those that its catalogue does not have are missing. */
export async function namesOfProducts(
  house: House,
  merchantId: string,
  skus: readonly string[],
): Promise<ReadonlyMap<string, string>> {
  const products = await productsBySku(house, merchantId, skus);
  return new Map(products.map(({ sku, name }) => [sku, name]));
}
