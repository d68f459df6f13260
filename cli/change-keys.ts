import { renameSync, rmSync, writeFileSync } from 'node:fs';
import type { KeyUseAnswer } from '#contract/v3/secrets.ts';
import type { Given, Told } from './command.ts';
import type { Connection } from './connection.ts';
import { readJson } from './read-file.ts';
import { Stopped } from './stopped.ts';
import { WrongUsage } from './wrong-usage.ts';

// Keys never travel: both commands change the key file of the house on its own machine, which reads it at its next start.

/** Puts a new key before the ones that are there, which still read what they wrote. */
export async function newKey({ bytes }: Connection, { names: [kind], options }: Given): Promise<Told> {
  const { member, file, kept } = keyFile(kind!, options.file);
  const keyId = Buffer.from(bytes(4)).toString('hex');
  write(file, { ...kept, [member]: `${keyId}:${Buffer.from(bytes(32)).toString('base64')} ${kept[member]}` });
  const text = `The key ${keyId} stands first in ${file}, before the older ones. The house takes it at its next start.`;
  return { json: { kind, keyId }, text };
}

/** Takes an old key out, once the house says that nothing needs it any more. */
export async function dropKey(connection: Connection, { names: [kind, keyId], options }: Given): Promise<Told> {
  const { member, file, kept } = keyFile(kind!, options.file);
  const { keys } = await connection.asOperator<KeyUseAnswer>({
    method: 'GET',
    path: '/v3/operator/secrets',
    about: 'ask what stands under each key',
  });
  const use = keys.find((key) => key.kind === kind && key.keyId === keyId);
  if (use === undefined) throw new Stopped(`This house has no ${kind} key ${keyId}.`);
  if (!use.mayGo) {
    const why = use.current ? 'is the one in use' : `is still needed by ${use.remaining} rows`;
    throw new Stopped(`The key ${keyId} ${why}. Nothing was changed.`);
  }
  // A key without a name is the first one there was.
  const left = kept[member]!.split(/[\s,]+/).filter(
    (one) => (one.includes(':') ? one.split(':')[0] : 'first') !== keyId,
  );
  write(file, { ...kept, [member]: left.join(' ') });
  return {
    json: { kind, keyId },
    text: `The key ${keyId} is gone from ${file}. The house forgets it at its next start.`,
  };
}

const members: Readonly<Record<string, string>> = { kek: 'kek', index: 'indexKey' };

type Kept = Readonly<Record<string, string>>;

function keyFile(kind: string, file: string | undefined): { member: string; file: string; kept: Kept } {
  const member = members[kind];
  if (member === undefined) throw new WrongUsage(`There is no key of kind "${kind}": it is kek or index.`);
  if (!file) throw new WrongUsage('Which key file? Give --file, like .local/keys.json.');
  const kept = readJson(file) as Kept;
  if (typeof kept?.[member] !== 'string') throw new Stopped(`${file} is no key file of a house.`);
  return { member, file, kept };
}

/** Whole or not at all, and for its owner alone. */
function write(file: string, kept: Kept): void {
  const draft = `${file}.${process.pid}`;
  try {
    writeFileSync(draft, `${JSON.stringify(kept, null, 2)}\n`, { mode: 0o600, flag: 'wx', flush: true });
    renameSync(draft, file);
  } catch (error) {
    rmSync(draft, { force: true });
    throw new Stopped(`${file} can't be written (${(error as NodeJS.ErrnoException).code}). Nothing was changed.`);
  }
}
