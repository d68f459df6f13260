import type { ListTransactionsAnswer } from '#contract/v3/transactions.ts';
import { dollars } from '#core/money/dollars.ts';
import { columns } from './columns.ts';
import type { Given, Told } from './command.ts';
import type { Connection } from './connection.ts';

/** A page of a store's transactions. */
export async function listTransactions(connection: Connection, { options }: Given): Promise<Told> {
  const asked = { leaseStatus: options.status, page: options.page, limit: options.limit };
  const query = new URLSearchParams(
    Object.entries(asked).filter((pair): pair is [string, string] => pair[1] !== undefined),
  );
  const answer = await connection.asMerchant<ListTransactionsAnswer>(options['api-key'], {
    method: 'GET',
    path: `/v3/transactions?${query}`,
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
  const shown = `Page ${meta.page} of ${Math.max(1, meta.totalPages)}, ${meta.count} in all.`;
  return { json: answer, text: [...(rows.length === 0 ? [] : [columns(rows)]), shown].join('\n') };
}
