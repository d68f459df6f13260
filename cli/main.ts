import { HouseSaidNo } from '#sandbox/ask-house.ts';
import { TownUnreadable } from '#sandbox/seed-town.ts';
import { commands } from './commands.ts';
import { openConnection } from './connection.ts';
import { helpFor } from './help.ts';
import { readArguments } from './read-arguments.ts';
import { Stopped } from './stopped.ts';
import { WrongUsage } from './wrong-usage.ts';

/*
 * `flexpay <noun> <verb>`: one command, one answer on stdout. Exit code 0 says it is so, 1 that the house said no or
 * the books are wrong, 2 that the command was not understood.
 */

async function main(): Promise<number> {
  const asked = readArguments(process.argv.slice(2), commands);
  if ('helpOn' in asked) {
    process.stdout.write(`${helpFor(asked.helpOn, commands)}\n`);
    return 0;
  }
  // Chance enters here: the name under which a lost answer is asked for again, and what a key is made of.
  const run = globalThis.crypto.randomUUID();
  const bytes = (count: number) => globalThis.crypto.getRandomValues(new Uint8Array(count));
  const connection = openConnection({ env: process.env, cwd: process.cwd(), run, bytes, say });
  const told = await asked.command.run(connection, asked.given);
  process.stdout.write(`${asked.asJson ? JSON.stringify(told.json, null, 2) : told.text}\n`);
  return told.isBad === true ? 1 : 0;
}

function say(line: string): void {
  process.stderr.write(`${line}\n`);
}

try {
  process.exitCode = await main();
} catch (error) {
  if (error instanceof WrongUsage) {
    say(`${error.message}\nflexpay help tells more.`);
    process.exitCode = 2;
  } else if ([HouseSaidNo, TownUnreadable, Stopped].some((one) => error instanceof one)) {
    say((error as Error).message);
    process.exitCode = 1;
  } else throw error;
}
