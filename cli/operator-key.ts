import { readFileSync } from 'node:fs';
import path from 'node:path';
import { Stopped } from './stopped.ts';

/**
 * The operator's key and where it was found: FLEXPAY_OPERATOR_KEY, else the key file that the first start wrote.
 * Throws `Stopped` when there is none.
 */
export function operatorKey(
  env: Readonly<Record<string, string | undefined>>,
  cwd: string,
): { key: string; from: string } {
  if (env.FLEXPAY_OPERATOR_KEY) return { key: env.FLEXPAY_OPERATOR_KEY, from: 'FLEXPAY_OPERATOR_KEY' };
  const file = path.resolve(cwd, env.FLEXPAY_KEY_FILE || path.join(env.FLEXPAY_DATA || '.local', 'keys.json'));
  const key = keyIn(file);
  if (typeof key === 'string' && key !== '') return { key, from: file };
  throw new Stopped(
    `There is no operator key in ${file}. Set FLEXPAY_OPERATOR_KEY, or name the file in FLEXPAY_KEY_FILE.`,
  );
}

function keyIn(file: string): unknown {
  try {
    return (JSON.parse(readFileSync(file, 'utf8')) as { operatorKey?: unknown } | null)?.operatorKey;
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined || code === 'ENOENT' || code === 'ENOTDIR') return undefined;
    throw new Stopped(
      `The key file ${file} can't be read (${code}). Run this as its owner, or set FLEXPAY_OPERATOR_KEY.`,
    );
  }
}
