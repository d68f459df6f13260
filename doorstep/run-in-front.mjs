import { spawn } from 'node:child_process';
import os from 'node:os';

/**
 * Runs a program with our terminal and resolves with its exit code. It has a process group of its own, so that Ctrl-C
 * reaches it once, through us, however we are asked to stop. It is told when we vanish without asking (`disconnect`).
 *
 * @param {{ node: string, env: NodeJS.ProcessEnv }} door
 * @param {string[]} args
 * @param {{ cwd?: string }} options
 * @returns {Promise<number>}
 */
export function runInFront({ node, env }, args, { cwd }) {
  const child = spawn(node, ['--disable-warning=ExperimentalWarning', ...args], {
    cwd,
    env,
    stdio: ['inherit', 'inherit', 'inherit', 'ipc'],
    detached: process.platform !== 'win32',
  });
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP']) process.on(signal, () => passOn(child, signal));
  whenNpmDies(() => passOn(child, 'SIGTERM'));
  return new Promise((resolve, reject) => {
    child.once('error', reject);
    child.once('exit', (code, signal) => resolve(signal === null ? code || 0 : 128 + os.constants.signals[signal]));
  });
}

/**
 * To the whole group, as a terminal would: the program's own children are to stop as well.
 *
 * @param {import('node:child_process').ChildProcess} child
 * @param {string} signal
 */
function passOn(child, signal) {
  if (child.pid === undefined) return;
  try {
    process.kill(process.platform === 'win32' ? child.pid : -child.pid, signal);
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code !== 'ESRCH') throw error;
  }
}

/**
 * npm runs us through a shell. Told to stop, it stops that shell, which tells nobody.
 *
 * @param {() => void} stop
 */
function whenNpmDies(stop) {
  if (process.env.npm_lifecycle_event === undefined) return;
  const parent = process.ppid;
  const watch = setInterval(() => {
    if (process.ppid === parent) return;
    clearInterval(watch);
    stop();
  }, 250);
  watch.unref();
}
