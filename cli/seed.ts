import { readFileSync } from 'node:fs';
import { seedTown } from '#sandbox/seed-town.ts';
import type { Given, Told } from './command.ts';
import type { Connection } from './connection.ts';
import { Stopped } from './stopped.ts';

/** Builds the town of a file; what was made is told as JSON, for the script that asked for it. */
export async function seed({ baseUrl, run, say, operatorKey }: Connection, { names }: Given): Promise<Told> {
  const town = readJson(names[0]!);
  const made = await seedTown({ baseUrl, operatorKey: operatorKey(), run, say }, town);
  return { json: made, text: JSON.stringify(made, null, 2) };
}

function readJson(file: string): unknown {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException;
    throw new Stopped(code === undefined ? `${file} is not JSON: ${message}` : `${file} can't be read (${code}).`);
  }
}
