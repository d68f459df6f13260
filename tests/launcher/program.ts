import { type ChildProcess, type SpawnOptions, spawn } from 'node:child_process';

/** A real process of the test: what it says so far, and ways to wait for it. */
export interface Program {
  readonly child: ChildProcess;
  readonly pid: number;
  /** Everything it wrote, stdout and stderr in one. */
  output(): string;
  /** The first line that matches, as soon as it is there; rejects with everything said when the process ends first. */
  says(pattern: RegExp): Promise<string>;
  /** Its exit code, or the signal that ended it. */
  ended(): Promise<number | NodeJS.Signals | null>;
}

export function run(command: string, args: string[], options: SpawnOptions = {}): Program {
  const child = spawn(command, args, { ...options, stdio: ['ignore', 'pipe', 'pipe'] });
  let output = '';
  const listeners = new Set<() => void>();
  for (const stream of [child.stdout!, child.stderr!]) {
    stream.setEncoding('utf8').on('data', (text) => {
      output += text;
      for (const listener of listeners) listener();
    });
  }
  const ended = new Promise<number | NodeJS.Signals | null>((resolve, reject) => {
    child.once('error', reject);
    child.once('close', (code, signal) => resolve(code ?? signal));
  });
  ended.catch(() => undefined);
  const says = (pattern: RegExp) =>
    new Promise<string>((resolve, reject) => {
      const look = () => {
        const line = output.split('\n').find((one) => pattern.test(one));
        if (line === undefined) return;
        listeners.delete(look);
        resolve(line);
      };
      listeners.add(look);
      look();
      ended.then((code) => reject(new Error(`ended with ${code} before saying ${pattern}:\n${output}`)), reject);
    });
  return { child, pid: child.pid!, output: () => output, says, ended: () => ended };
}

/** The given names removed: a test's program must not inherit the settings of whoever runs the tests. */
export function cleanEnvironment(more: NodeJS.ProcessEnv = {}): NodeJS.ProcessEnv {
  const env: NodeJS.ProcessEnv = {};
  for (const [name, value] of Object.entries(process.env)) {
    if (!/^(FLEXPAY_|NODE_|npm_)/.test(name) && !['DATABASE_URL', 'PORT', 'HOST', 'CI'].includes(name))
      env[name] = value;
  }
  return { ...env, ...more };
}
