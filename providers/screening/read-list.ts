import { createHash } from 'node:crypto';
import { readFile, stat } from 'node:fs/promises';
import path from 'node:path';
import { parse } from 'csv-parse';
import type { Day } from '#core/calendar/day.ts';
import type { ListedPerson } from '#core/screening/match-person.ts';
import { birthsIn } from './births-in.ts';

/** What a folder of lists says, whole. */
export type ReadList = { readonly people: ListedPerson[]; readonly hash: string; readonly listedOn: Day };

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

/** Every file that is read. The comments carry on remarks that are too long for their column, and need not be there. */
export const listFiles: readonly { readonly file: string; readonly isOptional: boolean }[] = lists.flatMap((one) => [
  ...[one.people, one.aliases, one.addresses].map((file) => ({ file, isOptional: false })),
  { file: one.comments, isOptional: true },
]);

const bytesMax = 64 * 1024 * 1024;

/** Reads all of it. @throws Error with a sentence that names the file and what is wrong with it. */
export async function readList(folder: string): Promise<ReadList> {
  const hash = createHash('sha256');
  const people: ListedPerson[] = [];
  let newest = 0;
  for (const { list, ...files } of lists) {
    const texts = new Map<string, string>();
    for (const file of Object.values(files)) {
      const read = await fileAt(folder, file, { isOptional: file === files.comments });
      hash.update(`${file}\n${read?.text ?? ''}\n`);
      texts.set(file, read?.text ?? '');
      newest = Math.max(newest, read?.changedAt ?? 0);
    }
    const rows = (file: string, columns: number) => rowsOf(file, texts.get(file) ?? '', columns);
    const found = peopleOf(list, {
      people: await rows(files.people, 12),
      aliases: await rows(files.aliases, 5),
      addresses: await rows(files.addresses, 6),
      comments: await rows(files.comments, 2),
    });
    if (found.length === 0) throw new Error(`${files.people} names no individual: it is empty or cut off.`);
    people.push(...found);
  }
  return { people, hash: hash.digest('hex'), listedOn: new Date(newest).toISOString().slice(0, 10) };
}

type Rows = Record<'people' | 'aliases' | 'addresses' | 'comments', readonly string[][]>;

/** The individuals: our customers are people, and a ship that is called Maria is not one. */
function peopleOf(list: string, rows: Rows): ListedPerson[] {
  const aliases = byEntry(rows.aliases, ([, , , name = '']) => name);
  const addresses = byEntry(rows.addresses, ([, , street = '', city = '', country = '']) =>
    [street, city, country].filter(Boolean).join(', '),
  );
  const comments = byEntry(rows.comments, ([, more = '']) => more);
  return rows.people
    .filter(([, , type]) => type?.toLowerCase() === 'individual')
    .map(([number = '', name = '', , , , , , , , , , remarks = '']) => {
      const said = {
        names: [name, ...(aliases.get(number) ?? [])],
        births: birthsIn([remarks, ...(comments.get(number) ?? [])].join('; ')),
        places: addresses.get(number) ?? [],
      };
      const fingerprint = createHash('sha256').update(JSON.stringify(said)).digest('hex').slice(0, 32);
      return { entry: `${list} ${number}`, fingerprint, ...said };
    });
}

function byEntry(rows: readonly string[][], read: (row: string[]) => string): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const row of rows) {
    const text = read(row);
    if (text !== '') found.set(row[0]!, [...(found.get(row[0]!) ?? []), text]);
  }
  return found;
}

/** A cell that says nothing is written `-0-`. */
async function rowsOf(file: string, text: string, columns: number): Promise<string[][]> {
  const rows: string[][] = [];
  try {
    const parser = parse(text, {
      bom: true,
      trim: true,
      relax_quotes: true,
      skip_empty_lines: true,
      relax_column_count: true,
    });
    for await (const row of parser as AsyncIterable<string[]>) {
      if (row.length !== columns) {
        throw new Error(`row ${rows.length + 1} has ${row.length} columns and not ${columns}`);
      }
      rows.push(row.map((cell) => (cell === '-0-' ? '' : cell)));
    }
  } catch (error) {
    throw new Error(`${file} is not in the delimited format: ${(error as Error).message}.`);
  }
  return rows;
}

/** The text of a file and when it was last changed; null when it is missing and need not be there. */
async function fileAt(
  folder: string,
  file: string,
  { isOptional }: { isOptional: boolean },
): Promise<{ text: string; changedAt: number } | null> {
  const at = path.join(folder, file);
  try {
    const { size, mtimeMs } = await stat(at);
    if (size > bytesMax) throw new Error(`${file} is larger than ${bytesMax / 1024 / 1024} MiB.`);
    // The published files end with the sign that ended files once.
    const [text = ''] = (await readFile(at, 'utf8')).split('\u001a', 1);
    return { text, changedAt: mtimeMs };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    if (code === undefined) throw error;
    if (code !== 'ENOENT') throw new Error(`${file} can not be read (${code}).`);
    if (isOptional) return null;
    throw new Error(
      `${file} is missing; it takes ${listFiles
        .filter((one) => !one.isOptional)
        .map((one) => one.file)
        .join(', ')}.`,
    );
  }
}
