import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { CannotStart } from '#doorstep/cannot-start.mjs';
import type { Binaries } from './find-binaries.ts';
import { machineFolder, openMachineFolder } from './machine-folder.ts';
import { canEnter, type ServerUser } from './server-user.ts';

/**
 * Makes the data folder of a new server with a password of its own and returns where it lies. It is made aside and
 * put into place by one rename (or one link), so a kill in the middle never leaves half a cluster behind. The caller
 * owns `folder`.
 */
export function makeCluster({
  folder,
  user,
  binaries,
  log,
}: {
  folder: string;
  user: ServerUser | null;
  binaries: Binaries;
  log: (line: string) => void;
}): string {
  removeUnfinished(folder);
  const place = path.join(folder, 'cluster');
  if (user === null || canEnter(folder, user)) {
    const aside = fs.mkdtempSync(`${place}.new-`);
    initialize(aside, user, binaries);
    fs.renameSync(aside, place);
    return place;
  }
  openMachineFolder();
  const elsewhere = fs.mkdtempSync(path.join(machineFolder, 'cluster-'));
  initialize(elsewhere, user, binaries);
  fs.symlinkSync(elsewhere, place);
  log(`${folder} is closed to the user who runs the database, so its data lives in ${elsewhere}`);
  return elsewhere;
}

/** The superuser's password lies inside the cluster: the two are made, kept and moved together. */
export function passwordFile(cluster: string): string {
  return path.join(cluster, 'flexpay.password');
}

function initialize(cluster: string, user: ServerUser | null, binaries: Binaries): void {
  // Beside the cluster and not in it, because initdb wants its folder empty.
  const secret = `${cluster}.password`;
  fs.writeFileSync(secret, `${randomBytes(24).toString('base64url')}\n`, { mode: 0o600 });
  if (user !== null) for (const file of [cluster, secret]) fs.chownSync(file, user.uid, user.gid);
  const run = spawnSync(
    binaries.initdb,
    [
      ...['--pgdata', cluster, '--username', 'flexpay', '--pwfile', secret, '--auth', 'scram-sha-256'],
      // Sorts by code point everywhere, like C.UTF-8 of an installed server.
      ...['--encoding', 'UTF8', '--locale', 'C', '--locale-provider', 'builtin', '--builtin-locale', 'C.UTF-8'],
      '--no-instructions',
    ],
    { ...user, cwd: '/', encoding: 'utf8' },
  );
  if (run.status !== 0) {
    for (const leftover of [cluster, secret]) fs.rmSync(leftover, { recursive: true, force: true });
    const reason = run.error?.message ?? (run.stderr.trim().split('\n').at(-1) || `initdb ended with ${run.status}`);
    throw new CannotStart(`The database in ${cluster} could not be made: ${reason}`);
  }
  fs.renameSync(secret, passwordFile(cluster));
}

/** An initdb that outlived its killed parent may still be writing; it gives up when its files go. */
const unfinished = { recursive: true, force: true, maxRetries: 20, retryDelay: 100 };

// Whoever was killed in the middle: the folder is ours now, so nobody is still working on these.
function removeUnfinished(folder: string): void {
  for (const name of fs.readdirSync(folder)) {
    if (name.startsWith('cluster.new-')) fs.rmSync(path.join(folder, name), unfinished);
  }
}
