import type { KeyUseAnswer } from '#contract/v3/secrets.ts';
import { columns } from './columns.ts';
import type { Told } from './command.ts';
import type { Connection } from './connection.ts';

/** What stands under each key, and which old one may go. No key is ever shown. */
export async function secretsStatus(connection: Connection): Promise<Told> {
  const answer = await connection.asOperator<KeyUseAnswer>({
    method: 'GET',
    path: '/v3/operator/secrets',
    about: 'ask what stands under each key',
  });
  const rows = answer.keys.map((key) => [key.kind, key.keyId, `${key.rows} rows`, standing(key)]);
  return { json: answer, text: columns(rows) };
}

function standing({ current, held, rows, remaining, mayGo }: KeyUseAnswer['keys'][number]): string {
  if (current) return 'in use';
  if (!mayGo) return `${remaining} still to be changed over${held ? '' : ', and this house does not hold the key'}`;
  const lost = rows === 0 ? '' : `; ${rows} names of erased numbers go with it`;
  return held ? `may go${lost}` : 'gone';
}
