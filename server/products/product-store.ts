import { json, type Write, write } from '#server/db/write.ts';
import type { House } from '#server/house.ts';
import type { Instant } from '#server/moment.ts';

export type Product = { readonly sku: string; readonly name: string; readonly url: string };

/** All of them in one statement and in the order of their skus, so that two imports never wait for each other in a circle. */
export function upsertProducts(merchantId: string, products: readonly Product[], at: Instant): Write {
  return write`insert into product (merchant_id, sku, name, url, imported_at)
    select ${merchantId}, p.sku, p.name, p.url, ${at}::timestamptz
    from jsonb_to_recordset(${json(products)}::jsonb) as p (sku text, name text, url text) order by p.sku
    on conflict (merchant_id, sku) do update
    set name = excluded.name, url = excluded.url, imported_at = excluded.imported_at`;
}

export async function productsBySku(house: House, merchantId: string, skus: readonly string[]): Promise<Product[]> {
  if (skus.length === 0) return [];
  return await house.db.read
    .selectFrom('product')
    .select(['sku', 'name', 'url'])
    .where('merchant_id', '=', merchantId)
    .where((is) => is('sku', '=', is.fn.any(is.val(skus))))
    .execute();
}

/** A page of a merchant's products in the order of their skus, and how many there are in all. */
export async function productsOf(
  house: House,
  merchantId: string,
  { offset, limit }: { offset: number; limit: number },
): Promise<{ products: Product[]; count: number }> {
  const mine = house.db.read.selectFrom('product').where('merchant_id', '=', merchantId);
  const [products, { count }] = await Promise.all([
    mine.select(['sku', 'name', 'url']).orderBy('sku').offset(offset).limit(limit).execute(),
    mine.select((of) => of.fn.countAll<number>().as('count')).executeTakeFirstOrThrow(),
  ]);
  return { products, count };
}
