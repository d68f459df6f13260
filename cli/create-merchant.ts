import type { CreateMerchantAnswer } from '#contract/v3/operator.ts';
import { columns } from './columns.ts';
import type { Given, Told } from './command.ts';
import type { Connection } from './connection.ts';

/** Opens a merchant's account; its keys are in the answer and nowhere else. */
export async function createMerchant(connection: Connection, { names, options, lists }: Given): Promise<Told> {
  const answer = await connection.asOperator<CreateMerchantAnswer>({
    method: 'POST',
    path: '/v3/operator/merchants',
    about: `open the merchant ${names[0]}`,
    body: { name: names[0], minimumOrderValue: options.minimum, origins: lists.origin },
    idempotencyKey: connection.run,
  });
  const text = columns([
    ['merchant', answer.name],
    ['merchant id', answer.merchantId],
    ['API key', answer.apiKey, 'secret: for the store’s server'],
    ['auth key', answer.authKey, 'public: for the store’s pages'],
  ]);
  return { json: answer, text: `${text}\nKeep the keys now: FlexPay does not tell them again.` };
}
