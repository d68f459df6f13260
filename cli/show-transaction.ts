import type { TransactionView } from '#contract/v3/transactions.ts';
import { dollars } from '#core/money/dollars.ts';
import { columns } from './columns.ts';
import type { Given, Told } from './command.ts';
import type { Connection } from './connection.ts';

/** One transaction, with where each unit of it is. */
export async function showTransaction(connection: Connection, { names, options }: Given): Promise<Told> {
  const id = names[0]!;
  const answer = await connection.asMerchant<TransactionView>(options['api-key'], {
    method: 'GET',
    path: `/v3/transactions/${encodeURIComponent(id)}`,
    about: `show ${id}`,
  });
  const { customer, lease, purchaseTotal, items } = answer;
  const facts = columns([
    ['transaction', answer.id],
    ['customer', `${customer.firstName} ${customer.lastName} <${customer.email}>`],
    ['lease', lease.status],
    ['total', dollars(purchaseTotal)],
    ['created', answer.createdAt],
  ]);
  const goods = columns(
    items.map(({ quantity, sku, description, quantityByStatus }) => [
      `${quantity} ×`,
      sku,
      description,
      Object.entries(quantityByStatus)
        .map(([status, units]) => `${units} ${status}`)
        .join(', '),
    ]),
  );
  return { json: answer, text: `${facts}\n\n${goods}` };
}
