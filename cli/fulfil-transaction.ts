import type { FinalizeAnswer } from '#contract/v3/transactions.ts';
import type { Given, Told } from './command.ts';
import type { Connection } from './connection.ts';
import { itemsGiven } from './items-given.ts';

/** Confirms a signed transaction: value and items are right. */
export async function finalizeTransaction(connection: Connection, given: Given): Promise<Told> {
  const answer = await step<FinalizeAnswer>(connection, given, 'finalize', undefined);
  return { json: answer, text: `${answer.transactionId} is finalized, lease ${answer.leaseNumber}.` };
}

/** Says that goods have left the store. */
export async function shipTransaction(connection: Connection, given: Given): Promise<Told> {
  const { carrier, tracking: trackingNumber, date: shipDate } = given.options;
  const items = itemsGiven(given, { carrier, trackingNumber, shipDate });
  const answer = await step(connection, given, 'confirm-shipment', { items });
  return {
    json: answer,
    text: items === undefined ? `All of ${given.names[0]} is shipped.` : `${what(items)} of ${given.names[0]} shipped.`,
  };
}

/** Says that the customer has the goods. */
export async function deliverTransaction(connection: Connection, given: Given): Promise<Told> {
  const items = itemsGiven(given, { deliveryDate: given.options.date });
  const answer = await step(connection, given, 'confirm-receipt', { items });
  const [id] = given.names;
  return {
    json: answer,
    text: items === undefined ? `What was on its way of ${id} is delivered.` : `${what(items)} of ${id} delivered.`,
  };
}

function step<Answer>(connection: Connection, { names, options }: Given, verb: string, body: unknown): Promise<Answer> {
  return connection.asMerchant<Answer>(options['api-key'], {
    method: 'POST',
    path: `/v3/transactions/${encodeURIComponent(names[0]!)}/${verb}`,
    about: `${verb.replace('-', ' ')} ${verb === 'finalize' ? '' : 'of '}${names[0]}`,
    body,
    idempotencyKey: connection.run,
  });
}

function what(items: readonly { sku: string; quantity?: number }[]): string {
  return items.map(({ sku, quantity }) => (quantity === undefined ? sku : `${quantity} × ${sku}`)).join(', ');
}
