import type { KeysAnswer } from '#contract/v3/sandbox.ts';
import { columns } from './columns.ts';
import type { Told } from './command.ts';
import type { Connection } from './connection.ts';

/** The keys of the stores that the sandbox opened at its first start. */
export async function showKeys(connection: Connection): Promise<Told> {
  const answer = await connection.asAnybody<KeysAnswer>({
    method: 'GET',
    path: '/sandbox/keys',
    about: 'read the keys',
  });
  const shops = answer.merchants.map(({ name, apiKey, authKey }) => [name, apiKey, authKey]);
  const table = columns([['store', 'API key (secret)', 'auth key (public)'], ...shops]);
  return { json: answer, text: `${table}\n\nThe operator key is in ${answer.operatorKeyFile}` };
}
