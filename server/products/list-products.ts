import type { ListProductsAnswer, ListProductsQuery } from '#contract/v3/products.ts';
import type { House } from '#server/house.ts';
import { done, type Outcome } from '#server/outcome.ts';
import { productsOf } from './product-store.ts';

const limitDefault = 20;

/** A merchant's catalogue in the order of its skus (api-v3 8.2). */
export async function listProducts(
  house: House,
  merchantId: string,
  { page = 1, limit = limitDefault }: ListProductsQuery,
): Promise<Outcome<ListProductsAnswer>> {
  const { products, count } = await productsOf(house, merchantId, { offset: (page - 1) * limit, limit });
  return done({ products, meta: { count, totalPages: Math.ceil(count / limit), page, limit } });
}
