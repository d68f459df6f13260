import { createHash } from 'node:crypto';
import { readdir } from 'node:fs/promises';
import path from 'node:path';
import type { Day } from '#core/calendar/day.ts';
import type { ListedPerson } from '#core/screening/match-person.ts';
import { birthsIn } from './births-in.ts';
import { type ListFile, readFileWhole } from './read-file-whole.ts';
import { rowsOf } from './rows-of.ts';
import { weakNamesIn } from './weak-names-in.ts';

/** What a folder of lists says, whole, and of how many people each list. */
export type ReadList = {
  readonly people: ListedPerson[];
  readonly counts: Readonly<Record<string, number>>;
  readonly hash: string;
  readonly listedOn: Day;
};

/** The two lists of the Office of Foreign Assets Control, in its delimited format: files without a first line of names. */
const lists = [
  { list: 'SDN', people: 'SDN.CSV', aliases: 'ALT.CSV', addresses: 'ADD.CSV', comments: 'SDN_COMMENTS.CSV' },
  {
    list: 'CONS',
    people: 'CONS_PRIM.CSV',
    aliases: 'CONS_ALT.CSV',
    addresses: 'CONS_ADD.CSV',
    comments: 'CONS_COMMENTS.CSV',
  },
] as const;

const columnsOf = { people: 12, aliases: 5, addresses: 6, comments: 2 } as const;
type Part = keyof typeof columnsOf;
const parts = Object.keys(columnsOf) as Part[];

/** Every file that is read. The comments carry on remarks that are too long for their column, and need not be there. */
export const listFiles: readonly string[] = lists.flatMap((one) => parts.map((part) => one[part]));
const needed = lists.flatMap((one) => [one.people, one.aliases, one.addresses]).join(', ');

/** Reads all of it. @throws Error with a sentence that names the file and what is wrong with it. */
export async function readList(folder: string): Promise<ReadList> {
  const hash = createHash('sha256');
  const people: ListedPerson[] = [];
  const counts: Record<string, number> = {};
  let newest = 0;
  for (const { list, ...names } of lists) {
    const files = {} as Record<Part, ListFile | null>;
    for (const part of parts) {
      const found = await pathOf(folder, names[part]);
      if (found === null && part !== 'comments') throw new Error(`${names[part]} is missing; it takes ${needed}.`);
      files[part] = found === null ? null : await readFileWhole(found, names[part]);
      hash.update(`${names[part]}\n${files[part]?.text ?? ''}\n`);
      newest = Math.max(newest, files[part]?.changedAt ?? 0);
    }
    endAlike([files.people, files.aliases, files.addresses].filter((one) => one !== null));
    const rows = {} as Rows;
    for (const part of parts) rows[part] = await rowsOf(names[part], files[part]?.text ?? '', columnsOf[part]);
    belongTogether(rows, names);
    const found = peopleOf(list, rows);
    if (found.length === 0) throw new Error(`${names.people} names no individual: it is empty or cut off.`);
    counts[list] = found.length;
    people.push(...found);
  }
  return { people, counts, hash: hash.digest('hex'), listedOn: new Date(newest).toISOString().slice(0, 10) };
}

type Rows = Record<Part, readonly string[][]>;

/** Where a file is, however its name is written: the house that publishes them writes capitals, and small letters too. */
async function pathOf(folder: string, file: string): Promise<string | null> {
  const known = await readdir(folder).catch(() => []);
  const found = known.filter((one) => one.toUpperCase() === file);
  if (found.length > 1) throw new Error(`${file} is there twice, as ${found.join(' and ')}: keep one.`);
  return found[0] === undefined ? null : path.join(folder, found[0]);
}

/** Names, aliases and addresses end with the sign that once ended files. One that has lost it beside others was cut off. */
function endAlike(files: readonly ListFile[]): void {
  const cut = files.find(({ isEnded }) => !isEnded);
  if (cut !== undefined && files.some(({ isEnded }) => isEnded)) {
    throw new Error(`${cut.file} ends otherwise than the others: it is cut off.`);
  }
}

/** More names, addresses or remarks of nobody than this: some file is cut off, or they are of different days. */
const strayShareMax = 0.01;

function belongTogether(rows: Rows, names: Readonly<Record<Part, string>>): void {
  const numbers = new Set(rows.people.map(([number]) => number));
  for (const part of ['aliases', 'addresses', 'comments'] as const) {
    const strays = rows[part].filter(([number]) => !numbers.has(number));
    if (strays.length <= rows[part].length * strayShareMax) continue;
    const of = `${strays.length} of the ${rows[part].length} rows of ${names[part]}`;
    throw new Error(
      `${of} belong to nobody of ${names.people}: one of them is cut off, or they are of different days.`,
    );
  }
}

/** The individuals: our customers are people, and a ship that is called Maria is not one. */
function peopleOf(list: string, rows: Rows): ListedPerson[] {
  const aliases = byEntry(rows.aliases, ([, , , name = '']) => name);
  const addresses = byEntry(rows.addresses, ([, , street = '', city = '', country = '']) =>
    [street, city, country].filter(Boolean).join(', '),
  );
  const comments = byEntry(rows.comments, ([, more = '']) => more);
  const individuals = rows.people.filter(([, , type]) => type?.toLowerCase() === 'individual');
  // A number that stands there twice is one entry with all that both say: who is too many is a question, who is missing a miss.
  const entries = Map.groupBy(individuals, ([number = '']) => number);
  return [...entries].map(([number, ofEntry]) => {
    const more = (comments.get(number) ?? []).join('');
    const alone = ofEntry.map((row) => row[11] ?? '');
    // They go on where their column was full, within a word; a year that is whole without that counts too.
    const remarks = alone.map((text) => text + more);
    const names = [...ofEntry.map(([, name = '']) => name), ...(aliases.get(number) ?? [])];
    const said = {
      names: [...new Set(names)],
      weakNames: [...new Set(remarks.flatMap(weakNamesIn))],
      births: eachOnce([...alone, ...remarks].flatMap(birthsIn)),
      places: addresses.get(number) ?? [],
      says: [...new Set(ofEntry.flatMap(([, , , program, title], at) => [title, program, remarks[at]]))]
        .filter(Boolean)
        .join('; '),
    };
    const fingerprint = createHash('sha256').update(JSON.stringify(said)).digest('hex').slice(0, 32);
    return { entry: `${list} ${number}`, fingerprint, ...said };
  });
}

function eachOnce(births: ListedPerson['births']): ListedPerson['births'] {
  return [...new Map(births.map((one) => [`${one.from}-${one.to}`, one])).values()];
}

function byEntry(rows: readonly string[][], read: (row: string[]) => string): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const row of rows) {
    const [number = '', text] = [row[0], read(row)];
    if (text === '') continue;
    const known = found.get(number);
    if (known === undefined) found.set(number, [text]);
    else known.push(text);
  }
  return found;
}
