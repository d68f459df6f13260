// One owner at a time for a folder on this machine, told by process id *and* start time: process ids come round again.
//
// The owner is the highest numbered file `owner.N`. Taking over from a dead owner means creating N+1, which the
// file system lets exactly one process do; numbers only ever grow, so nobody can win with an outdated view.

import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const attemptsMax = 100;

/**
 * Tries to become the owner of an existing folder. Gives `{ release }` to the winner and `{ ownerPid }` to everybody
 * else for as long as that owner lives. A killed owner needs no cleaning up: the next claim takes over.
 *
 * @param {string} folder
 * @returns {{ release: () => void, ownerPid?: undefined } | { ownerPid: number, release?: undefined }}
 */
export function claimFolder(folder) {
  for (let attempt = 1; attempt <= attemptsMax; attempt += 1) {
    const current = highestReign(folder);
    const owner = current === 0 ? null : readOwner(folder, current);
    if (current > 0 && owner === null) continue; // superseded between listing and reading: look again
    if (owner !== null && owner.startedAt !== '' && processStart(owner.pid) === owner.startedAt) {
      return { ownerPid: owner.pid };
    }
    const mine = current + 1;
    if (!createReign(folder, mine)) continue;
    if (highestReign(folder) !== mine) {
      fs.rmSync(reignFile(folder, mine), { force: true });
      continue;
    }
    for (let older = current; older > 0 && fs.existsSync(reignFile(folder, older)); older -= 1) {
      fs.rmSync(reignFile(folder, older), { force: true });
    }
    // The file stays behind with nobody's name in it, so that the numbers keep growing.
    return { release: () => writeOwner(reignFile(folder, mine), { pid: 0, startedAt: '' }) };
  }
  throw new Error(`${folder} changes hands faster than it can be claimed`);
}

/**
 * When a process started, as a text that only means something when compared; null when it does not run (a zombie
 * does not run).
 *
 * @param {number} pid
 * @returns {string | null}
 */
export function processStart(pid) {
  if (pid <= 0) return null;
  if (process.platform === 'linux') return linuxProcessStart(pid);
  if (process.platform === 'darwin') {
    const answer = spawnSync('ps', ['-o', 'lstart=', '-p', String(pid)], { encoding: 'utf8' });
    return answer.status === 0 ? answer.stdout.trim() : null;
  }
  try {
    process.kill(pid, 0);
    return 'running';
  } catch (error) {
    return codeOf(error) === 'EPERM' ? 'running' : null;
  }
}

/** @param {number} pid */
function linuxProcessStart(pid) {
  let line;
  try {
    line = fs.readFileSync(`/proc/${pid}/stat`, 'utf8');
  } catch {
    return null;
  }
  // The command's name, in parentheses, may itself hold spaces and parentheses: read from the last one on.
  const fields = line.slice(line.lastIndexOf(')') + 2).split(' ');
  if (fields[0] === 'Z' || fields[0] === 'X') return null;
  const boot = fs.readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
  return `${boot}:${fields[19]}`;
}

/** @param {string} folder */
function highestReign(folder) {
  let highest = 0;
  for (const name of fs.readdirSync(folder)) {
    const match = /^owner\.(\d+)$/.exec(name);
    if (match !== null) highest = Math.max(highest, Number(match[1]));
  }
  return highest;
}

/**
 * @param {string} folder
 * @param {number} reign
 * @returns {{ pid: number, startedAt: string } | null}
 */
function readOwner(folder, reign) {
  try {
    return JSON.parse(fs.readFileSync(reignFile(folder, reign), 'utf8'));
  } catch (error) {
    if (codeOf(error) === 'ENOENT') return null;
    throw error;
  }
}

/**
 * @param {string} folder
 * @param {number} reign
 */
function createReign(folder, reign) {
  // Written aside and linked into place: a reader never meets a half-written name, and linking fails when it exists.
  const draft = path.join(folder, `claim-${process.pid}`);
  fs.writeFileSync(draft, ownerText({ pid: process.pid, startedAt: processStart(process.pid) || '' }));
  try {
    fs.linkSync(draft, reignFile(folder, reign));
    return true;
  } catch (error) {
    if (codeOf(error) === 'EEXIST') return false;
    throw error;
  } finally {
    fs.rmSync(draft, { force: true });
  }
}

/**
 * @param {string} file
 * @param {{ pid: number, startedAt: string }} owner
 */
function writeOwner(file, owner) {
  fs.writeFileSync(`${file}.next`, ownerText(owner));
  fs.renameSync(`${file}.next`, file);
}

/** @param {{ pid: number, startedAt: string }} owner */
function ownerText(owner) {
  return `${JSON.stringify(owner)}\n`;
}

/**
 * @param {string} folder
 * @param {number} reign
 */
function reignFile(folder, reign) {
  return path.join(folder, `owner.${reign}`);
}

/** @param {unknown} error */
function codeOf(error) {
  return /** @type {NodeJS.ErrnoException} */ (error).code;
}
