import type { ListMerchantsAnswer } from '#contract/v3/operator.ts';
import { columns } from './columns.ts';
import type { Given, Told } from './command.ts';
import type { Connection } from './connection.ts';
import { pageSays, query } from './query.ts';

/** A page of the stores, newest first. */
export async function listMerchants(connection: Connection, { options }: Given): Promise<Told> {
  const { name, page, limit } = options;
  const answer = await connection.asOperator<ListMerchantsAnswer>({
    method: 'GET',
    path: `/v3/operator/merchants${query({ name, page, limit })}`,
    about: 'list the merchants',
  });
  const rows = answer.merchants.map((one) => [one.merchantId, one.name, one.createdAt.slice(0, 10)]);
  const text = [...(rows.length === 0 ? [] : [columns(rows)]), pageSays(answer.meta)].join('\n');
  return { json: answer, text };
}
