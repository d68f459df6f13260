import { readFile } from 'node:fs/promises';
import path from 'node:path';
import type { ReadList } from './read-list.ts';

/** Whoever knows that a list became so small writes the beginning of its hash into this file beside it. */
export const acceptedFile = 'ACCEPTED.TXT';
const hashLettersMin = 16;

/**
 * What is wrong when a list names less than half of the people it named: a download that broke off looks like that, and so
 * does hardly anything else. Null when all is well.
 */
export function hasShrunk(
  before: ReadList['counts'],
  { counts, standing }: { readonly counts: ReadList['counts']; readonly standing: { readonly hash: string } },
): string | null {
  const shrunk = Object.entries(before).find(([list, count]) => (counts[list] ?? 0) * 2 < count);
  if (shrunk === undefined) return null;
  const [list, count] = shrunk;
  const named = `The ${list} list names ${counts[list] ?? 0} people and named ${count} before.`;
  return `${named} If that is right, write ${standing.hash.slice(0, hashLettersMin)} into ${acceptedFile} beside it.`;
}

/** Whether somebody said that these lists are right as they are. */
export async function isAccepted(folder: string, hash: string): Promise<boolean> {
  const said = await readFile(path.join(folder, acceptedFile), 'utf8').catch(() => '');
  return said.split(/\s+/).some((one) => one.length >= hashLettersMin && hash.startsWith(one));
}
