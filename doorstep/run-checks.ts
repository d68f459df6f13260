import { spawn } from 'node:child_process';
import fs from 'node:fs';
import { fileURLToPath } from 'node:url';

/*
 * `npm run check`: types, format and lint, house rules, unused code, and generated files that no longer match what they
 * are generated from. Prints one line per check and what a failing one said.
 */

const root = fileURLToPath(new URL('..', import.meta.url));

const checks: { title: string; command: string[] }[] = [
  { title: 'types', command: ['node_modules/typescript/bin/tsc', '-p', '.'] },
  { title: 'types of core, which knows no machine', command: ['node_modules/typescript/bin/tsc', '-p', 'core'] },
  {
    title: 'types of client, which runs on Node 18',
    command: ['node_modules/typescript/bin/tsc', '-p', 'client', '--noEmit'],
  },
  { title: 'format and lint', command: ['node_modules/@biomejs/biome/bin/biome', 'check', '--error-on-warnings'] },
  { title: 'house rules', command: ['--test', '--test-reporter=dot', 'tests/tidy.test.ts'] },
  { title: 'unused files, exports and packages', command: ['node_modules/knip/bin/knip.js'] },
];

/** Files written by a program of ours: running it again must change nothing. */
const generated: { file: string; command: string[] }[] = [
  { file: 'server/db/tables.gen.ts', command: ['server/db/write-tables.ts'] },
  { file: 'contract/openapi.gen.json', command: ['server/http/openapi/write-openapi.ts'] },
  { file: 'client/operations.gen.ts', command: ['client/write-operations.ts'] },
];

async function main(): Promise<boolean> {
  const outcomes: boolean[] = [];
  const waiting = [...checks];
  // Two at a time, as on the smallest machine we support.
  const worker = async () => {
    for (let check = waiting.shift(); check !== undefined; check = waiting.shift()) outcomes.push(await passes(check));
  };
  await Promise.all([worker(), worker()]);
  for (const one of generated) outcomes.push(await isUpToDate(one));
  return outcomes.every((good) => good);
}

async function passes({ title, command }: { title: string; command: string[] }): Promise<boolean> {
  const started = performance.now();
  const { code, output } = await run(command);
  report(title, code === 0, started, output);
  return code === 0;
}

async function isUpToDate({ file, command }: { file: string; command: string[] }): Promise<boolean> {
  const started = performance.now();
  const path = `${root}${file}`;
  const before = fs.existsSync(path) ? fs.readFileSync(path) : null;
  const { code, output } = await run(command);
  const same = code === 0 && before !== null && fs.readFileSync(path).equals(before);
  if (before !== null) fs.writeFileSync(path, before); // a check changes nothing
  const advice = `${file} is not what \`node ${command.join(' ')}\` writes. Run it and commit the file.\n`;
  report(`${file} is up to date`, same, started, code === 0 ? advice : output);
  return same;
}

function run(command: string[]): Promise<{ code: number | null; output: string }> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, command, { cwd: root, stdio: ['ignore', 'pipe', 'pipe'] });
    let output = '';
    for (const stream of [child.stdout, child.stderr])
      stream.setEncoding('utf8').on('data', (text) => (output += text));
    child.once('error', reject);
    child.once('close', (code) => resolve({ code, output }));
  });
}

function report(title: string, good: boolean, started: number, output: string): void {
  const seconds = ((performance.now() - started) / 1000).toFixed(1);
  process.stdout.write(`${good ? 'ok  ' : 'FAIL'} ${title} (${seconds} s)\n${good ? '' : `${output.trimEnd()}\n`}`);
}

process.exitCode = (await main()) ? 0 : 1;
