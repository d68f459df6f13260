import type { KeyView, ListKeysAnswer } from '#contract/v3/keys.ts';
import { columns } from './columns.ts';
import type { Given, Told } from './command.ts';
import type { Connection } from './connection.ts';

/** A store's keys, with what they may do and when they were used; the keys themselves are nowhere. */
export async function listKeys(connection: Connection, { names }: Given): Promise<Told> {
  const answer = await connection.asOperator<ListKeysAnswer>({
    method: 'GET',
    path: `/v3/operator/merchants/${encodeURIComponent(names[0]!)}/keys`,
    about: `list the keys of ${names[0]}`,
  });
  const rows = answer.keys.map((key) => [
    key.keyId,
    key.kind === 'secret' ? 'API key' : 'auth key',
    `…${key.lastFour}`,
    standing(key),
    key.scopes.join(' '),
    key.lastUsedAt === null ? 'never used' : `used ${minute(key.lastUsedAt)}`,
    key.name,
  ]);
  return { json: answer, text: columns(rows) };
}

function standing({ state, expiresAt }: KeyView): string {
  return state === 'active' && expiresAt !== null ? `until ${minute(expiresAt)}` : state;
}

function minute(instant: string): string {
  return instant.slice(0, 16).replace('T', ' ');
}
