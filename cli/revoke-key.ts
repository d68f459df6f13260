import type { KeyView } from '#contract/v3/keys.ts';
import type { Given, Told } from './command.ts';
import type { Connection } from './connection.ts';

/** Ends a key now and for good. */
export async function revokeKey(connection: Connection, { names }: Given): Promise<Told> {
  const [merchantId, keyId] = names.map(encodeURIComponent);
  const answer = await connection.asOperator<KeyView>({
    method: 'POST',
    path: `/v3/operator/merchants/${merchantId}/keys/${keyId}/revoke`,
    about: `revoke the key ${names[1]}`,
    idempotencyKey: connection.run,
  });
  return { json: answer, text: `The key ${answer.keyId} (${answer.name}, …${answer.lastFour}) is revoked.` };
}
