import { type ChildProcess, spawn } from 'node:child_process';
import readline from 'node:readline';
import { fileURLToPath } from 'node:url';

/** A house of the bench's own, in a process of its own. */
export type HouseProcess = {
  readonly baseUrl: string;
  readonly port: number;
  /** From the start of the process to "ready". */
  readonly readyMs: number;
  stop(): Promise<void>;
};

/** The operator's key of every house that the bench starts. */
export const operatorKey = 'operator-key-of-the-bench-0123456789abcdef';

const checkout = fileURLToPath(new URL('..', import.meta.url));

/** Starts `program` (`main.ts`, or the doorstep as `npm start` does) on a free port and waits until it is ready. */
export async function startHouse({
  dataDir,
  databaseUrl,
  program = ['main.ts'],
}: {
  dataDir: string;
  /** Absent: the embedded database. */
  databaseUrl?: string;
  program?: readonly string[];
}): Promise<HouseProcess> {
  const started = performance.now();
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', ...program, '--json'], {
    cwd: checkout,
    env: { ...foreignSettings(), ...ownSettings(dataDir, databaseUrl) },
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  process.once('exit', () => child.kill()); // also one that was told to stop before it was ready
  const { baseUrl } = JSON.parse(await firstLine(child)) as { baseUrl: string };
  return {
    baseUrl,
    port: Number(new URL(baseUrl).port),
    readyMs: performance.now() - started,
    stop: () => ended(child),
  };
}

function ownSettings(dataDir: string, databaseUrl: string | undefined): NodeJS.ProcessEnv {
  const settings = {
    PORT: '0',
    FLEXPAY_DATA: dataDir,
    FLEXPAY_OPERATOR_KEY: operatorKey,
    FLEXPAY_LOG: 'error',
  };
  return databaseUrl === undefined ? settings : { ...settings, DATABASE_URL: databaseUrl };
}

/** The environment without the settings of whoever runs the bench. */
function foreignSettings(): NodeJS.ProcessEnv {
  const ours = /^(FLEXPAY_.*|NODE_ENV|DATABASE_URL|PORT|HOST|npm_.*)$/;
  return Object.fromEntries(Object.entries(process.env).filter(([name]) => !ours.test(name)));
}

async function firstLine(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    readline.createInterface({ input: child.stdout! }).once('line', resolve);
    child.once('error', reject);
    child.once('exit', (code) => reject(new Error(`The house ended with ${code} before it was ready.`)));
  });
}

function ended(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    child.once('exit', () => resolve());
    child.kill('SIGTERM');
  });
}
