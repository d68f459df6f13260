import type { ListOpeningsAnswer } from '#contract/v3/secrets.ts';
import { columns } from './columns.ts';
import type { Given, Told } from './command.ts';
import type { Connection } from './connection.ts';
import { pageSays, query } from './query.ts';

/** Who was looked up in the clear, when and what for, newest first. */
export async function listOpenings(connection: Connection, { options }: Given): Promise<Told> {
  const { customer: customerId, purpose, page, limit } = options;
  const answer = await connection.asOperator<ListOpeningsAnswer>({
    method: 'GET',
    path: `/v3/operator/openings${query({ customerId, purpose, page, limit })}`,
    about: 'list the openings',
  });
  const rows = answer.openings.map((one) => [
    one.openedAt,
    one.purpose,
    `${one.table}.${one.column}`,
    one.owner,
    one.requestId ?? 'a job',
  ]);
  return { json: answer, text: [...(rows.length === 0 ? [] : [columns(rows)]), pageSays(answer.meta)].join('\n') };
}
