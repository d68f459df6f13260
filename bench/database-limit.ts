import { spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Repeatable } from './repeatable.ts';
import type { Run } from './speed.ts';

/** How fast the database alone carries out one statement, and who asked it. */
export type DatabaseLimit = {
  readonly asker: string;
  measure(point: LimitPoint): Promise<Run>;
  /** With the house's own driver, in a process of its own. */
  measureByDriver(point: LimitPoint): Promise<Run>;
};

export type LimitPoint = {
  readonly statement: Repeatable;
  readonly customers: readonly string[];
  readonly clients: number;
  readonly seconds: number;
};

/** As the house opens its connections. */
export const sessionOptions = '-c role=flexpay_app -c timezone=UTC -c statement_timeout=20000';

/** Asks with `pgbench` where PostgreSQL is installed, else with the house's own driver in a process of its own. */
export function databaseLimit(databaseUrl: string): DatabaseLimit {
  const pgbench = findPgbench();
  const measureByDriver = (point: LimitPoint) => byDriver(databaseUrl, point);
  if (pgbench === null) return { asker: 'the bare driver', measure: measureByDriver, measureByDriver };
  return { asker: 'pgbench', measure: (point) => byPgbench(pgbench, databaseUrl, point), measureByDriver };
}

function findPgbench(): string | null {
  const debian = '/usr/lib/postgresql';
  const majors = fs.existsSync(debian) ? fs.readdirSync(debian).sort((a, b) => Number(b) - Number(a)) : [];
  const folders = [...(process.env.PATH ?? '').split(path.delimiter), ...majors.map((one) => `${debian}/${one}/bin`)];
  return folders.map((folder) => path.join(folder, 'pgbench')).find((file) => fs.existsSync(file)) ?? null;
}

async function byPgbench(program: string, databaseUrl: string, point: LimitPoint): Promise<Run> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'flexpay-pgbench-'));
  const { script, variables } = pgbenchScript(point);
  fs.writeFileSync(path.join(folder, 'statement.sql'), script);
  const { username, password, hostname, port, pathname } = new URL(databaseUrl);
  const args = [
    ...['--no-vacuum', '--protocol=prepared', `--client=${point.clients}`, `--jobs=${Math.min(point.clients, 2)}`],
    ...[`--time=${point.seconds}`, '--file=statement.sql', '--log'],
    ...variables.map(([name, value]) => `--define=${name}=${value}`),
    ...[`--host=${hostname}`, `--port=${port}`, `--username=${username}`, pathname.slice(1)],
  ];
  try {
    const env = { ...process.env, PGPASSWORD: password, PGOPTIONS: sessionOptions };
    await run(program, args, { cwd: folder, env });
    const logs = fs.readdirSync(folder).filter((name) => name.startsWith('pgbench_log'));
    // A line of its log: client, count, microseconds, …
    const lines = logs.flatMap((name) => fs.readFileSync(path.join(folder, name), 'utf8').trim().split('\n'));
    return { took: lines.map((line) => Number(line.split(' ')[2]) / 1000), seconds: point.seconds };
  } finally {
    fs.rmSync(folder, { recursive: true, force: true });
  }
}

/** The statement in pgbench's words: constants and the heads of fresh values come as variables, so as parameters. */
function pgbenchScript({ statement, customers }: LimitPoint): { script: string; variables: [string, string][] } {
  const variables: [string, string][] = [];
  const fresh = new Set<string>();
  const given = (name: string, value: string) => {
    if (value === '') return `''`; // which pgbench does not take as a variable
    variables.push([name, value]);
    return `:${name}`;
  };
  const words = statement.values.map((value, index) => {
    if (value.kind === 'customer') return `(array['${customers.join("','")}'])[:customer]`;
    if (value.kind === 'fixed') return value.value === null ? 'null' : given(`v${index}`, value.value);
    fresh.add(value.column);
    return value.head === '' ? `:${value.column}` : `(${given(`head${index}`, value.head)} || :${value.column})`;
  });
  const draws = [...fresh].map((name) => `\\set ${name} random(1000000000000000000, 9000000000000000000)\n`);
  const body = statement.text.replace(/\$(\d+)/g, (_, number) => words[Number(number) - 1]!).replace(/\s+/g, ' ');
  return { script: `\\set customer random(1, ${customers.length})\n${draws.join('')}${body};\n`, variables };
}

async function byDriver(databaseUrl: string, point: LimitPoint): Promise<Run> {
  const program = fileURLToPath(new URL('./bare-driver.ts', import.meta.url));
  const plan = JSON.stringify({ databaseUrl, sessionOptions, ...point });
  const said = await run(process.execPath, ['--disable-warning=ExperimentalWarning', program], { input: plan });
  return JSON.parse(said) as Run;
}

/** Runs a program to its end and answers what it said; rejects with its complaint when it ends badly. */
export function run(
  program: string,
  args: readonly string[],
  { input = '', ...options }: { cwd?: string; env?: NodeJS.ProcessEnv; input?: string },
): Promise<string> {
  return new Promise((resolve, reject) => {
    const child = spawn(program, args, { ...options, stdio: 'pipe' });
    let said = '';
    let complaint = '';
    child.stdout.setEncoding('utf8').on('data', (text) => (said += text));
    child.stderr.setEncoding('utf8').on('data', (text) => (complaint += text));
    child.once('error', reject);
    child.once('close', (code) => {
      if (code === 0) resolve(said);
      else reject(new Error(`${path.basename(program)} ended with ${code}: ${complaint}`));
    });
    child.stdin.end(input);
  });
}
