import fs from 'node:fs';
import path from 'node:path';
import { CannotStart } from '#doorstep/cannot-start.mjs';
import { claimFolder } from '#doorstep/claim-folder.mjs';
import { findBinaries, majorVersion } from './find-binaries.ts';
import { makeCluster, passwordFile } from './make-cluster.ts';
import { runServer } from './run-server.ts';
import { chooseServerUser } from './server-user.ts';
import { stopOrphan } from './stop-orphan.ts';

export interface EmbeddedDatabase {
  /** Superuser, with its password, on a loopback port that is new at every start. */
  url: string;
  /** Stops the server and gives the folder back. Safe to call twice. */
  stop(): Promise<void>;
  /** Zero when the cluster was already there. */
  initMs: number;
  startMs: number;
}

/**
 * Starts the PostgreSQL that npm installed on the data in `dataDir`, making both on first use. One process owns a
 * folder at a time: a second one gets `CannotStart` with the owner's process id. A server left over from a killed
 * owner is taken down first; its data stays. `log` receives the server's own lines and anything worth telling.
 *
 * Throws `CannotStart` with one sentence for everything a person can mend.
 */
export async function startEmbedded({
  dataDir,
  log,
}: {
  dataDir: string;
  log: (line: string) => void;
}): Promise<EmbeddedDatabase> {
  const folder = openFolder(dataDir);
  const claim = claimFolder(folder);
  if (claim.release === undefined) {
    throw new CannotStart(
      `The database in ${folder} is in use by process ${claim.ownerPid}. Stop that one first, or choose another FLEXPAY_DATA.`,
    );
  }
  try {
    const initStarted = performance.now();
    const found = existingCluster(folder);
    const user = chooseServerUser(found);
    const binaries = await findBinaries(user);
    const cluster = found ?? (await makeCluster({ folder, user, binaries, log }));
    const initMs = found === null ? performance.now() - initStarted : 0;
    refuseOtherMajor(cluster, binaries.version);

    const startStarted = performance.now();
    await stopOrphan(cluster, log);
    const server = await runServer({ cluster, user, binaries, log });
    const password = fs.readFileSync(passwordFile(cluster), 'utf8').trim();
    let stopped: Promise<void> | undefined;
    return {
      url: `postgres://flexpay:${password}@127.0.0.1:${server.port}/postgres`,
      initMs,
      startMs: performance.now() - startStarted,
      stop: () => {
        stopped ??= server.stop().then(claim.release);
        return stopped;
      },
    };
  } catch (error) {
    claim.release();
    throw error;
  }
}

function openFolder(dataDir: string): string {
  try {
    // Two steps: a recursive mkdir would give missing parents the last one's mode. The server's user must be able to
    // walk through all of them; what is secret (the cluster) is closed by itself.
    fs.mkdirSync(path.dirname(path.resolve(dataDir)), { recursive: true, mode: 0o755 });
    fs.mkdirSync(dataDir, { recursive: true, mode: 0o755 });
    fs.accessSync(dataDir, fs.constants.W_OK);
    return fs.realpathSync(dataDir);
  } catch (error) {
    throw new CannotStart(
      `The database folder ${path.resolve(dataDir)} cannot be written (${(error as NodeJS.ErrnoException).code}). Make it writable, or choose another FLEXPAY_DATA.`,
    );
  }
}

function existingCluster(folder: string): string | null {
  const name = path.join(folder, 'cluster');
  const entry = fs.lstatSync(name, { throwIfNoEntry: false });
  if (entry === undefined) return null;
  if (fs.existsSync(name)) return fs.realpathSync(name);
  // Starting an empty database here would look like a start and be the loss of all data.
  throw new CannotStart(
    `The data of ${folder} lay in ${fs.readlinkSync(name)}, which is gone. Put it back, or remove ${name} to start with an empty database.`,
  );
}

function refuseOtherMajor(cluster: string, version: string): void {
  const made = fs.readFileSync(path.join(cluster, 'PG_VERSION'), 'utf8').trim();
  if (made === majorVersion(version)) return;
  throw new CannotStart(
    `The data in ${cluster} was made by PostgreSQL ${made} and this is PostgreSQL ${majorVersion(version)}. Open it with the FlexPay release that made it and move the data over with pg_dump.`,
  );
}
