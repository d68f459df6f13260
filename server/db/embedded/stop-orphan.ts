import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { CannotStart } from '#doorstep/cannot-start.mjs';
import { processStart } from '#doorstep/claim-folder.mjs';

const fastShutdownMs = 20_000;
const immediateShutdownMs = 5_000;

/**
 * `kill -9` of our process leaves its server running on the data. The caller owns the folder, so whoever still runs
 * on it has lost its owner: it is asked to stop, then told to. Committed data survives both.
 */
export async function stopOrphan(cluster: string, log: (line: string) => void): Promise<void> {
  const file = path.join(cluster, 'postmaster.pid');
  if (!fs.existsSync(file)) return;
  const pid = Number(fs.readFileSync(file, 'utf8').split('\n')[0]);
  const startedAt = processStart(pid);
  if (startedAt === null) return;
  if (!runsOn(cluster, pid)) {
    // The id went to a stranger. PostgreSQL itself would take that stranger for its server and refuse to start.
    fs.rmSync(file, { force: true });
    return;
  }
  log(`taking down the database server that process ${pid} still ran on ${cluster}`);
  for (const [signal, waitMs] of [
    ['SIGINT', fastShutdownMs],
    ['SIGQUIT', immediateShutdownMs],
  ] as const) {
    process.kill(pid, signal);
    for (let waitedMs = 0; waitedMs < waitMs; waitedMs += 20) {
      if (processStart(pid) !== startedAt) return;
      await sleep(20);
    }
  }
  throw new CannotStart(
    `An old database server (process ${pid}) on ${cluster} does not stop. Stop it, then start again.`,
  );
}

// A server works inside its data folder, so its working directory tells the truth even after the folder has moved.
function runsOn(cluster: string, pid: number): boolean {
  if (process.platform === 'linux') {
    try {
      return fs.realpathSync(`/proc/${pid}/cwd`) === cluster;
    } catch {
      return false;
    }
  }
  return spawnSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' }).stdout.includes(cluster);
}
