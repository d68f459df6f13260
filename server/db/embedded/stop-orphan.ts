import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { CannotStart } from '#doorstep/cannot-start.mjs';

const patienceMs = { SIGINT: 20_000, SIGQUIT: 5_000 };

/**
 * `kill -9` of our process leaves its server running on the data. The caller owns the folder, so whoever still runs on
 * it has lost its owner: it is asked to stop, then told to. Committed data survives both.
 */
export async function stopOrphan(cluster: string, log: (line: string) => void): Promise<void> {
  const file = path.join(cluster, 'postmaster.pid');
  for (const signal of ['SIGINT', 'SIGQUIT'] as const) {
    const servers = serversOn(cluster, file);
    if (servers.length === 0) break;
    log(`taking down the database server left behind on ${cluster} (process ${servers.join(', ')}, ${signal})`);
    for (const pid of servers) send(pid, signal);
    for (let waitedMs = 0; waitedMs < patienceMs[signal] && serversOn(cluster, file).length > 0; waitedMs += 20) {
      await sleep(20);
    }
  }
  const [stubborn] = serversOn(cluster, file);
  if (stubborn !== undefined) {
    throw new CannotStart(`An old database server (process ${stubborn}) on ${cluster} does not stop. Stop it first.`);
  }
  // Nobody runs here. A lock file that stayed may name a process that is a zombie or a stranger by now, which
  // PostgreSQL would take for its own and refuse to start.
  fs.rmSync(file, { force: true });
}

/** Who runs on this data: the postmaster, or what is left of its children when it is gone. */
function serversOn(cluster: string, pidFile: string): number[] {
  const postmaster = fs.existsSync(pidFile) ? Number(fs.readFileSync(pidFile, 'utf8').split('\n')[0]) : 0;
  if (process.platform !== 'linux') return runsOn(cluster, postmaster) ? [postmaster] : [];
  const pids = fs
    .readdirSync('/proc')
    .map(Number)
    .filter((pid) => worksIn(cluster, pid));
  // Told to stop, a postmaster stops its children in good order.
  return pids.includes(postmaster) ? [postmaster] : pids;
}

/** A server works inside its data folder, so its working directory tells the truth even after the folder has moved. Linux only. */
export function worksIn(cluster: string, pid: number): boolean {
  try {
    return fs.readlinkSync(`/proc/${pid}/cwd`) === cluster;
  } catch {
    return false; // not a process, a zombie, or somebody else's
  }
}

function runsOn(cluster: string, pid: number): boolean {
  if (pid <= 0) return false;
  return spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout.includes(cluster);
}

function send(pid: number, signal: NodeJS.Signals): void {
  try {
    process.kill(pid, signal);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ESRCH') throw error;
  }
}
