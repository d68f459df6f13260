import type { ListTransactionsAnswer } from '#contract/v3/transactions.ts';
import { dollars } from '#core/money/dollars.ts';
import { columns } from './columns.ts';
import type { Given, Told } from './command.ts';
import type { Connection } from './connection.ts';
import { pageSays, query } from './query.ts';

/** A page of a store's transactions. */
export async function listTransactions(connection: Connection, { options }: Given): Promise<Told> {
  const { status: leaseStatus, page, limit } = options;
  const answer = await connection.asMerchant<ListTransactionsAnswer>(options['api-key'], {
    method: 'GET',
    path: `/v3/transactions${query({ leaseStatus, page, limit })}`,
    about: 'list the transactions',
  });
  const { transactions, meta } = answer;
  const rows = transactions.map(({ id, lease, purchaseTotal, customer, createdAt }) => [
    id,
    lease.status,
    dollars(purchaseTotal).padStart(12),
    `${customer.firstName} ${customer.lastName}`,
    createdAt.slice(0, 10),
  ]);
  return { json: answer, text: [...(rows.length === 0 ? [] : [columns(rows)]), pageSays(meta)].join('\n') };
}
