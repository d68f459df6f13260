import { type ChildProcess, spawn } from 'node:child_process';
import readline from 'node:readline';
import { setTimeout as sleep } from 'node:timers/promises';
import { CannotStart } from '#doorstep/cannot-start.mjs';
import { freePort } from '#doorstep/free-port.ts';
import type { Binaries } from './find-binaries.ts';
import type { ServerUser } from './server-user.ts';

const portAttemptsMax = 5;
const startMsMax = 60_000;
const fastShutdownMs = 20_000;

/** Sized for a laptop or a small machine. Durability is not among the things traded: fsync stays on. */
const settings = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'max_connections=120',
  'shared_buffers=128MB',
  'jit=off',
  'io_method=sync',
  'max_parallel_workers_per_gather=0',
  'max_wal_senders=0',
  'wal_level=minimal',
  'timezone=UTC',
  'log_timezone=UTC',
  'log_checkpoints=off',
  // People's data must not reach a log: neither in a failed statement nor in the detail of an error.
  'log_min_error_statement=panic',
  'log_error_verbosity=terse',
];

/**
 * glibc hands the memory of every statement back to the system and asks for it again at the next one, a page at a time. Where
 * a fault of a page is dear, as in many virtual machines, that is a sixth of the server's time. So each session keeps a few
 * megabytes; other C libraries do not read this.
 */
const keepsMemory = {
  MALLOC_TRIM_THRESHOLD_: String(8 * 2 ** 20),
  MALLOC_MMAP_THRESHOLD_: String(8 * 2 ** 20),
  MALLOC_TOP_PAD_: String(2 ** 20),
};

/** Runs the server until `stop`, on a free loopback port. Resolves when it accepts connections. */
export async function runServer({
  cluster,
  user,
  binaries,
  log,
}: {
  cluster: string;
  user: ServerUser | null;
  binaries: Binaries;
  log: (line: string) => void;
}): Promise<{ port: number; stop(): Promise<void> }> {
  for (let attempt = 1; ; attempt += 1) {
    const port = await freePort();
    const child = spawn(
      binaries.postgres,
      ['-D', cluster, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])],
      // A process group of its own: Ctrl-C in the terminal is for us, who finish our requests before the database goes.
      {
        ...user,
        cwd: '/',
        env: { ...process.env, ...keepsMemory },
        stdio: ['ignore', 'ignore', 'pipe'],
        detached: true,
      },
    );
    const lines: string[] = [];
    const outcome = await firstWord(child, lines, log);
    if (outcome === 'ready') return { port, stop: stopper(child, log) };
    // Somebody took the port between our look and the server's.
    if (lines.some((line) => line.includes('could not bind')) && attempt < portAttemptsMax) continue;
    throw new CannotStart(`The database in ${cluster} did not start: ${lastComplaint(lines) ?? outcome}`);
  }
}

async function firstWord(child: ChildProcess, lines: string[], log: (line: string) => void): Promise<string> {
  const patience = new AbortController();
  const outcome = await Promise.race([
    new Promise<string>((resolve) => {
      readline.createInterface({ input: child.stderr! }).on('line', (line) => {
        log(line);
        if (lines.length < 200) lines.push(line);
        if (line.includes('ready to accept connections')) resolve('ready');
      });
      child.once('error', (error) => resolve(error.message));
      child.once('close', (code) => resolve(`it ended with ${code}`));
    }),
    sleep(startMsMax, `not ready after ${startMsMax / 1000} s`, { signal: patience.signal }),
  ]).finally(() => patience.abort());
  if (outcome !== 'ready') child.kill('SIGQUIT');
  return outcome;
}

function stopper(child: ChildProcess, log: (line: string) => void): () => Promise<void> {
  // Should this process end without calling stop, the server must not outlive it.
  const follow = () => child.kill('SIGINT');
  process.once('exit', follow);
  let stopping = false;
  const gone = new Promise<void>((resolve) => {
    child.once('close', (code) => {
      process.removeListener('exit', follow);
      if (!stopping) log(`the database server ended by itself (${code})`);
      resolve();
    });
  });
  return async () => {
    if (!stopping) {
      stopping = true;
      child.kill('SIGINT');
      const impatience = setTimeout(() => child.kill('SIGQUIT'), fastShutdownMs);
      gone.then(() => clearTimeout(impatience));
    }
    await gone;
  };
}

function lastComplaint(lines: string[]): string | undefined {
  return lines.findLast((line) => /\b(FATAL|PANIC|ERROR):/.test(line))?.replace(/^.*?\b(?:FATAL|PANIC|ERROR): +/, '');
}
