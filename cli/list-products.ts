import type { ListProductsAnswer } from '#contract/v3/products.ts';
import { columns } from './columns.ts';
import type { Given, Told } from './command.ts';
import type { Connection } from './connection.ts';
import { pageSays, query } from './query.ts';

/** A page of a store's catalogue. */
export async function listProducts(connection: Connection, { options }: Given): Promise<Told> {
  const { page, limit } = options;
  const answer = await connection.asMerchant<ListProductsAnswer>(options['api-key'], {
    method: 'GET',
    path: `/v3/products${query({ page, limit })}`,
    about: 'list the products',
  });
  const rows = answer.products.map(({ sku, name, url }) => [sku, name, url]);
  return { json: answer, text: [...(rows.length === 0 ? [] : [columns(rows)]), pageSays(answer.meta)].join('\n') };
}
