import { spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { CannotStart } from '#doorstep/cannot-start.mjs';
import { endInitdb } from './end-initdb.ts';
import type { Binaries } from './find-binaries.ts';
import { machineFolder, openMachineFolder } from './machine-folder.ts';
import { canEnter, type ServerUser } from './server-user.ts';

/**
 * Makes the data folder of a new server with a password of its own and returns where it lies. It is made aside and
 * put into place by one rename, so a kill in the middle never leaves half a cluster behind. The caller
 * owns `folder`.
 */
export async function makeCluster({
  folder,
  user,
  binaries,
  log,
}: {
  folder: string;
  user: ServerUser | null;
  binaries: Binaries;
  log: (line: string) => void;
}): Promise<string> {
  await removeUnfinished(folder);
  const place = path.join(folder, 'cluster');
  const aside = fs.mkdtempSync(`${place}.new-`);
  if (user === null || canEnter(folder, user)) {
    initialize(aside, user, binaries);
    fs.renameSync(aside, place);
    return place;
  }
  openMachineFolder();
  const elsewhere = path.join(machineFolder, `cluster-${randomBytes(8).toString('hex')}`);
  // The link comes before what it points to, so that the next start finds and removes what a kill left behind.
  fs.rmdirSync(aside);
  fs.symlinkSync(elsewhere, aside);
  fs.mkdirSync(elsewhere, { mode: 0o700 });
  initialize(elsewhere, user, binaries);
  fs.renameSync(aside, place);
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

// Whoever was killed in the middle: the folder is ours now, so nothing in it can still be wanted.
async function removeUnfinished(folder: string): Promise<void> {
  for (const name of fs.readdirSync(folder).filter((one) => one.startsWith('cluster.new-'))) {
    const aside = path.join(folder, name);
    const link = fs.lstatSync(aside, { throwIfNoEntry: false })?.isSymbolicLink();
    const cluster = link ? fs.readlinkSync(aside) : aside;
    await endInitdb(cluster);
    for (const leftover of [cluster, `${cluster}.password`, aside])
      fs.rmSync(leftover, { recursive: true, force: true });
  }
}
