import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { setTimeout as sleep } from 'node:timers/promises';
import { CannotStart } from '#doorstep/cannot-start.mjs';
import { worksIn } from './stop-orphan.ts';

const patienceMs = 5_000;

/**
 * An initdb outlives its killed parent: it would go on writing into a folder that is being removed, or make it once
 * more afterwards. The caller owns the data and nothing in it is finished, so whoever still works on it is killed.
 */
export async function endInitdb(cluster: string): Promise<void> {
  for (let waitedMs = 0; waitedMs < patienceMs; waitedMs += 20) {
    const workers = process.platform === 'linux' ? workersOn(cluster) : named(cluster);
    if (workers.length === 0) return;
    for (const pid of workers) kill(pid);
    await sleep(20);
  }
  throw new CannotStart(`An initdb that a killed start left behind on ${cluster} does not end. Stop it first.`);
}

/** initdb, which is told its folder, and the servers it runs for a moment, which work in it. */
function workersOn(cluster: string): number[] {
  return fs
    .readdirSync('/proc')
    .map(Number)
    .filter((pid) => pid > 0 && (argumentsOf(pid).includes(cluster) || worksIn(cluster, pid)));
}

function argumentsOf(pid: number): string[] {
  try {
    return fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
  } catch {
    return []; // it has just ended
  }
}

function named(cluster: string): number[] {
  const { stdout } = spawnSync('ps', ['-axo', 'pid=,command='], { encoding: 'utf8' });
  return stdout
    .split('\n')
    .filter((line) => line.includes(cluster))
    .map((line) => Number.parseInt(line, 10));
}

function kill(pid: number): void {
  try {
    process.kill(pid, 'SIGKILL');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
