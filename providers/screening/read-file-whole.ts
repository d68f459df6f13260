import { readFile, stat } from 'node:fs/promises';

/** A file of a list: its text, when it was last changed, and whether it ends with the sign that once ended files. */
export type ListFile = {
  readonly file: string;
  readonly text: string;
  readonly changedAt: number;
  readonly isEnded: boolean;
};

const bytesMax = 64 * 1024 * 1024;
const endSign = '\u001a';

/**
 * Reads it. Letters that are not UTF-8 are those of Windows. @throws Error with a sentence when it can't be read, is empty,
 * goes on after its end, or breaks off within a line.
 */
export async function readFileWhole(at: string, file: string): Promise<ListFile> {
  const { bytes, changedAt } = await bytesOf(at, file);
  const [text = '', ...rest] = lettersOf(bytes).split(endSign);
  if (rest.join('').trim() !== '') throw new Error(`${file} goes on after its end: it is not one file.`);
  const isEnded = rest.length > 0;
  if (!isEnded && text.trim() === '') throw new Error(`${file} is empty.`);
  if (!isEnded && !/[\r\n]$/.test(text)) throw new Error(`${file} breaks off within a line: it is cut off.`);
  return { file, text, changedAt, isEnded };
}

async function bytesOf(at: string, file: string): Promise<{ bytes: Buffer; changedAt: number }> {
  try {
    const { size, mtimeMs } = await stat(at);
    if (size > bytesMax) throw new Error(`${file} is larger than ${bytesMax / 1024 / 1024} MiB.`);
    return { bytes: await readFile(at), changedAt: mtimeMs };
  } catch (error) {
    const { code } = error as NodeJS.ErrnoException;
    throw code === undefined ? error : new Error(`${file} can not be read (${code}).`);
  }
}

function lettersOf(bytes: Buffer): string {
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}
