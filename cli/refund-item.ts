import type { RefundAnswer } from '#contract/v3/transactions.ts';
import type { Given, Told } from './command.ts';
import type { Connection } from './connection.ts';
import { WrongUsage } from './wrong-usage.ts';

/** Gives a price, or a part of it, back to the customer: the lease is priced again without it. */
export async function refundItem(connection: Connection, { names, options }: Given): Promise<Told> {
  const [transactionId, sku] = names as [string, string];
  const { amount, shipping, line } = options;
  if (amount === undefined && shipping === undefined)
    throw new WrongUsage('Say what comes back: --amount, --shipping or both.');
  const answer = await connection.asMerchant<RefundAnswer>(options['api-key'], {
    method: 'POST',
    path: `/v3/transactions/${encodeURIComponent(transactionId)}/refund`,
    about: `refund ${sku} of ${transactionId}`,
    body: { items: [{ sku, lineNumber: line ?? '1', itemCredit: amount, shippingCredit: shipping }] },
    idempotencyKey: connection.run,
  });
  return {
    json: answer,
    text: answer.refunded.map((one) => `${one.sku}, line ${one.lineNumber}, refunded`).join('\n'),
  };
}
