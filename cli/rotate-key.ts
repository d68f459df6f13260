import type { RotateKeyAnswer } from '#contract/v3/keys.ts';
import type { Given, Told } from './command.ts';
import type { Connection } from './connection.ts';
import { keyText } from './create-key.ts';

/** Makes a key's successor and tells how long the old one works on. */
export async function rotateKey(connection: Connection, { names, options }: Given): Promise<Told> {
  const [merchantId, keyId] = names.map(encodeURIComponent);
  const answer = await connection.asOperator<RotateKeyAnswer>({
    method: 'POST',
    path: `/v3/operator/merchants/${merchantId}/keys/${keyId}/rotate`,
    about: `rotate the key ${names[1]}`,
    body: { overlapHours: options.overlap, expiresAt: options.expires },
    idempotencyKey: connection.run,
  });
  const until = `The old key works until ${answer.oldKeyWorksUntil}.`;
  return { json: answer, text: `${keyText(answer)}\n${until} Keep the new one now: FlexPay does not tell it again.` };
}
