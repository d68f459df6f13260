import { readdir, stat } from 'node:fs/promises';
import path from 'node:path';
import { matchesOf, type PreparedList, prepareList } from '#core/screening/match-person.ts';
import type { ListStanding, Screening } from '#ports/screening.ts';
import { acceptedFile, hasShrunk, isAccepted } from './has-shrunk.ts';
import { listFiles, type ReadList, readList } from './read-list.ts';

type Loaded = {
  readonly names: PreparedList;
  readonly standing: ListStanding;
  readonly counts: ReadList['counts'];
};

/**
 * Asks the lists in a folder of the operator's. They are read again when a file has changed; when they can't be read whole
 * then, as while they are being copied, or name less than half of the people, the ones before go on and `problem` says so.
 * @throws Error with a sentence that names the file, when they can't be read at the start.
 */
export async function listScreening(folder: string): Promise<Screening> {
  let seen = await stampOf(folder);
  let loaded = await load(folder);
  let reading: Promise<void> | null = null;

  async function current(): Promise<Loaded> {
    const stamp = await stampOf(folder);
    if (stamp !== seen) {
      reading ??= load(folder)
        .then(async (fresh) => {
          const shrunk = hasShrunk(loaded.counts, fresh);
          if (shrunk !== null && !(await isAccepted(folder, fresh.standing.hash))) throw new Error(shrunk);
          loaded = fresh;
        })
        .catch((error: Error) => {
          loaded = { ...loaded, standing: { ...loaded.standing, problem: error.message } };
        })
        .then(() => {
          seen = stamp;
          reading = null;
        });
      await reading;
    }
    return loaded;
  }

  return {
    name: 'list',
    sandbox: false,
    lists: async () => (await current()).standing,
    screen: async ({ firstName, lastName, dateOfBirth, address }) => {
      const { names, standing } = await current();
      const asked = { name: `${firstName} ${lastName}`, dateOfBirth, city: address?.city ?? null };
      return { lists: standing, matches: matchesOf(asked, names) };
    },
  };
}

async function load(folder: string): Promise<Loaded> {
  const { people, counts, hash, listedOn } = await readList(folder);
  return { names: prepareList(people), counts, standing: { hash, listedOn, problem: null } };
}

const watched = new Set([...listFiles, acceptedFile]);

/** Changes when a file does. */
async function stampOf(folder: string): Promise<string> {
  const known = await readdir(folder).catch(() => []);
  const read = known.filter((one) => watched.has(one.toUpperCase())).sort();
  const stamps = read.map(async (file) => {
    const found = await stat(path.join(folder, file)).catch(() => null);
    return found === null ? '' : `${file} ${found.size}/${found.mtimeMs}`;
  });
  return (await Promise.all(stamps)).join(' ');
}
