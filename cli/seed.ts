import { seedTown } from '#sandbox/seed-town.ts';
import type { Given, Told } from './command.ts';
import type { Connection } from './connection.ts';
import { readJson } from './read-file.ts';

/** Builds the town of a file; what was made is told as JSON, for the script that asked for it. */
export async function seed({ baseUrl, run, say, operatorKey }: Connection, { names }: Given): Promise<Told> {
  const town = readJson(names[0]!);
  const made = await seedTown({ baseUrl, operatorKey: operatorKey(), run, say }, town);
  return { json: made, text: JSON.stringify(made, null, 2) };
}
