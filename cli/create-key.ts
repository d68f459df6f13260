import type { ToldKeyAnswer } from '#contract/v3/keys.ts';
import { columns } from './columns.ts';
import type { Given, Told } from './command.ts';
import type { Connection } from './connection.ts';

/** Makes one more key of a store; it is in the answer and nowhere else. */
export async function createKey(connection: Connection, { names, options, lists }: Given): Promise<Told> {
  const answer = await connection.asOperator<ToldKeyAnswer>({
    method: 'POST',
    path: `/v3/operator/merchants/${encodeURIComponent(names[0]!)}/keys`,
    about: `make a key for ${names[0]}`,
    body: { name: names[1], kind: options.kind, scopes: lists.scope, expiresAt: options.expires },
    idempotencyKey: connection.run,
  });
  return { json: answer, text: `${keyText(answer)}\nKeep the key now: FlexPay does not tell it again.` };
}

export function keyText(key: ToldKeyAnswer): string {
  return columns([
    ['key', key.key],
    ['key id', key.keyId],
    ['name', key.name],
    ['may', key.kind === 'public' ? 'open the modal from the store’s pages' : key.scopes.join(' ')],
    ...(key.expiresAt === null ? [] : [['expires', key.expiresAt]]),
  ]);
}
