import { readFileSync } from 'node:fs';
import { Stopped } from './stopped.ts';

/** The text of a file that was named. Throws `Stopped` when it can't be read. */
export function readFile(file: string): string {
  try {
    return readFileSync(file, 'utf8');
  } catch (error) {
    throw new Stopped(`${file} can't be read (${(error as NodeJS.ErrnoException).code}).`);
  }
}

/** What was piped in: for what should not stand in the history of a shell. */
export function readStandardInput(): string {
  return readFileSync(0, 'utf8');
}

/** What a JSON file says. Throws `Stopped` when it can't be read or is none. */
export function readJson(file: string): unknown {
  const text = readFile(file);
  try {
    return JSON.parse(text);
  } catch (error) {
    throw new Stopped(`${file} is not JSON: ${(error as Error).message}`);
  }
}
