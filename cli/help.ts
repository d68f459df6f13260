import { columns } from './columns.ts';
import type { Command } from './command.ts';
import { WrongUsage } from './wrong-usage.ts';

/** What the command line can do: all of it, everything about a noun, or one command with its options. */
export function helpFor(words: readonly string[], commands: readonly Command[]): string {
  const about = commands.filter((one) => `${one.words} `.startsWith(words.map((word) => `${word} `).join('')));
  if (about.length === 0) throw new WrongUsage(`There is no "${words.join(' ')}" to tell about.`);
  if (words.length === 0) return overview(commands);
  return about.map(inDetail).join('\n\n');
}

function overview(commands: readonly Command[]): string {
  return `FlexPay from the command line: a client of the API like any other.

  flexpay <noun> <verb> [names] [--json]

${columns(commands.map((one) => ['  flexpay', usage(one), one.says.split('. ')[0]!.replace(/\.$/, '')]))}

  flexpay help <noun> <verb>   tells about one of them, with its options
  --json                       answers for a program instead of a person

Environment
${columns([
  ['  FLEXPAY_URL', 'where FlexPay is; else http://127.0.0.1:4300'],
  ['  FLEXPAY_OPERATOR_KEY', 'the operator key; else it is read from the key file'],
  ['  FLEXPAY_KEY_FILE', 'the key file; else keys.json in FLEXPAY_DATA, which is ./.local unless you say otherwise'],
  ['  FLEXPAY_API_KEY', 'the secret key of a store, for its products and transactions'],
])}

Exit codes
${columns([
  ['  0', 'done'],
  ['  1', 'FlexPay said no or did not answer, or the books are wrong'],
  ['  2', 'the command was not understood'],
])}

Try
  flexpay sandbox clock --advance P7D && flexpay audit`;
}

function inDetail(command: Command): string {
  const options = Object.entries(command.options).map(([name, { value, says }]) => [`  --${name} ${value}`, says]);
  const table = columns([...options, ['  --json', 'answer for a program']]);
  return `flexpay ${usage(command)}\n  ${command.says}\n\n${table}\n\n  For example: ${command.example}`;
}

function usage({ words, takes }: Command): string {
  return [words, ...takes].join(' ');
}
