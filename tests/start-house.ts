import { type ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { testDatabase } from '#server/db/test-database.ts';
import { keepTrace } from '#server/db/test-traces.ts';
import { cleanEnvironment } from './launcher/program.ts';

/** A whole FlexPay as a process of its own: its first start, with the town that ships, on a free port. */
export interface StartedHouse {
  readonly baseUrl: string;
  /** The keys of the demo store. */
  readonly apiKey: string;
  readonly authKey: string;
  readonly operatorKey: string;
  readonly dataDir: string;
  /** Its database, for a test that asks what the books say. */
  readonly databaseUrl: string;
  /** Asks it to stop, waits until it has, and removes what it left. */
  stop(): Promise<void>;
  /** Asks it to stop and waits until it has; its data stays. `again` or `stop` come after it. */
  close(): Promise<void>;
  /** kill -9, as a power cut would; `again` or `stop` come after it. */
  kill(): Promise<void>;
  /** Starts it once more on the same data, after `close` or `kill`. */
  again(): Promise<StartedHouse>;
}

const root = fileURLToPath(new URL('..', import.meta.url));

/**
 * Starts one with a fresh database, on the server that DATABASE_URL names or on one of this test's own. `env` is added
 * to an environment without the settings of whoever runs the tests. It ends with the test, however that ends.
 */
export async function startHouse(env: NodeJS.ProcessEnv = {}): Promise<StartedHouse> {
  const database = await testDatabase();
  const dataDir = fs.mkdtempSync(path.join(os.tmpdir(), 'flexpay-house-'));
  const remove = async () => {
    await database.close();
    fs.rmSync(dataDir, { recursive: true, force: true });
  };
  try {
    return await launch(
      { PORT: '0', FLEXPAY_DATA: dataDir, DATABASE_URL: database.url, FLEXPAY_LOG: 'debug', ...env },
      { dataDir, databaseUrl: database.url, remove },
    );
  } catch (error) {
    await remove();
    throw error;
  }
}

type Place = { dataDir: string; databaseUrl: string; remove(): Promise<void> };

async function launch(env: NodeJS.ProcessEnv, { remove, ...place }: Place): Promise<StartedHouse> {
  // The channel closes when this process ends, however it ends, and then the house stops too.
  const child = spawn(process.execPath, ['--disable-warning=ExperimentalWarning', 'main.ts', '--json'], {
    cwd: root,
    env: cleanEnvironment(env),
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
  child.stderr!.on('data', (text) => keepTrace(`${path.basename(place.dataDir)}.log`, String(text)));
  const { baseUrl, apiKey, authKey, operatorKeyFile } = await readyLine(child);
  const end = (signal: NodeJS.Signals) => {
    child.kill(signal);
    return ended;
  };
  return {
    ...place,
    baseUrl,
    apiKey,
    authKey,
    operatorKey: JSON.parse(fs.readFileSync(operatorKeyFile, 'utf8')).operatorKey,
    stop: async () => {
      await end('SIGTERM');
      await remove();
    },
    close: () => end('SIGTERM'),
    kill: () => end('SIGKILL'),
    again: () => launch(env, { remove, ...place }),
  };
}

type Ready = { baseUrl: string; apiKey: string; authKey: string; operatorKeyFile: string };

function readyLine(child: ChildProcess): Promise<Ready> {
  return new Promise((resolve, reject) => {
    let said = '';
    let complained = '';
    child.stdout!.setEncoding('utf8').on('data', (text) => {
      said += text;
      const [line, rest] = said.split('\n');
      if (rest !== undefined) resolve(JSON.parse(line!));
    });
    child.stderr!.setEncoding('utf8').on('data', (text) => (complained += text));
    child.once('error', reject);
    child.once('close', (code) => reject(new Error(`FlexPay ended with ${code} before it was ready:\n${complained}`)));
  });
}
