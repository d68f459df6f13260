import { parseArgs } from 'node:util';
import type { Command, Given } from './command.ts';
import { WrongUsage } from './wrong-usage.ts';

/** What was asked for: a command with what it was given, or help on some words. */
export type Asked =
  | { readonly command: Command; readonly given: Given; readonly asJson: boolean }
  | { readonly helpOn: readonly string[] };

/** Understands a command line. Throws `WrongUsage` with one sentence. */
export function readArguments(args: readonly string[], commands: readonly Command[]): Asked {
  const ahead = args.findIndex((one) => !one.startsWith('-'));
  const [flags, typed] = ahead < 0 ? [args, []] : [args.slice(0, ahead), args.slice(ahead)];
  if (typed[0] === 'help') return { helpOn: typed.slice(1) };
  if (typed.length === 0 && flags.every((flag) => ['--help', '-h'].includes(flag))) return { helpOn: [] };

  const command = commands.find(({ words }) => words.split(' ').every((word, at) => word === typed[at]));
  if (command === undefined) {
    if ([...flags, ...typed].some((one) => ['--help', '-h'].includes(one))) return { helpOn: typed.slice(0, 1) };
    throw new WrongUsage(unknown(typed, commands));
  }
  const { json, help, values, positionals } = parsed(command, [
    ...flags,
    ...typed.slice(command.words.split(' ').length),
  ]);
  if (help) return { helpOn: command.words.split(' ') };
  if (positionals.length !== command.takes.length) {
    throw new WrongUsage(`Type: flexpay ${[command.words, ...command.takes].join(' ')}`);
  }
  return {
    command,
    asJson: json,
    given: {
      names: positionals,
      options: Object.fromEntries(values.filter((pair): pair is [string, string] => typeof pair[1] === 'string')),
      lists: Object.fromEntries(values.filter((pair): pair is [string, string[]] => Array.isArray(pair[1]))),
    },
  };
}

function parsed({ options }: Command, args: string[]) {
  const flags = { json: { type: 'boolean' }, help: { type: 'boolean', short: 'h' } } as const;
  const valued = Object.entries(options).map(
    ([name, { many = false }]) => [name, { type: 'string', multiple: many }] as const,
  );
  try {
    const { values, positionals } = parseArgs({
      args,
      allowPositionals: true,
      options: { ...Object.fromEntries(valued), ...flags },
    });
    const given: Record<string, unknown> = values;
    return { json: given.json === true, help: given.help === true, values: Object.entries(given), positionals };
  } catch (error) {
    throw new WrongUsage((error as Error).message);
  }
}

function unknown(typed: readonly string[], commands: readonly Command[]): string {
  const [noun = ''] = typed;
  const verbs = commands.filter(({ words }) => words.split(' ')[0] === noun).map(({ words }) => words);
  if (verbs.length > 0) return `What about ${noun}? There is: ${verbs.join(', ')}.`;
  const nouns = [...new Set(commands.map(({ words }) => words.split(' ')[0]))];
  return `There is no "${noun}" here. There is: ${nouns.join(', ')}, help.`;
}
