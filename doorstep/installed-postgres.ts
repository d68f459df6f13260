import { type ChildProcess, spawn, spawnSync } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { chooseServerUser } from '#server/db/embedded/server-user.ts';
import { CannotStart } from './cannot-start.mjs';
import { freePort } from './free-port.ts';

const oldestMajor = 15;
const startMsMax = 30_000;

/** The oldest PostgreSQL of Debian's on this machine that the house supports; null when there is none. */
export function installedPostgres(): string | null {
  const home = '/usr/lib/postgresql';
  if (!fs.existsSync(home)) return null;
  const majors = fs.readdirSync(home).map(Number);
  const oldest = majors
    .filter((major) => major >= oldestMajor && fs.existsSync(`${home}/${major}/bin/initdb`))
    .sort()[0];
  return oldest === undefined ? null : `${home}/${oldest}/bin`;
}

/**
 * A server of an installed PostgreSQL on throw-away data, reached as an operator's would be: by a user with a password
 * who may make databases and roles but is no superuser.
 */
export async function startInstalled(binaries: string): Promise<{ url: string; stop(): Promise<void> }> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'flexpay-postgres-'));
  const user = chooseServerUser(null);
  fs.chmodSync(folder, 0o755);
  const data = path.join(folder, 'data');
  const secret = path.join(folder, 'password');
  const password = randomBytes(18).toString('base64url');
  fs.mkdirSync(data, { mode: 0o700 });
  fs.writeFileSync(secret, password, { mode: 0o600 });
  if (user !== null) for (const file of [data, secret]) fs.chownSync(file, user.uid, user.gid);
  const made = spawnSync(
    `${binaries}/initdb`,
    ['-D', data, '-U', 'postgres', '--pwfile', secret, '-A', 'scram-sha-256', '-E', 'UTF8', '--locale', 'C.UTF-8'],
    { ...user, cwd: '/', encoding: 'utf8' },
  );
  if (made.status !== 0) throw new CannotStart(`${binaries}/initdb failed: ${made.stderr}`);

  const port = await freePort();
  const server = spawn(
    `${binaries}/postgres`,
    ['-D', data, '-p', String(port), '-c', 'listen_addresses=127.0.0.1', '-c', 'unix_socket_directories='],
    { ...user, cwd: '/', stdio: 'ignore' },
  );
  const stop = async () => {
    await ended(server);
    fs.rmSync(folder, { recursive: true, force: true });
  };
  try {
    await makeOperator(`postgres://postgres:${password}@127.0.0.1:${port}/postgres`, password);
  } catch (error) {
    await stop();
    throw error;
  }
  return { url: `postgres://operator:${password}@127.0.0.1:${port}/operator`, stop };
}

async function makeOperator(url: string, password: string): Promise<void> {
  for (let waitedMs = 0; ; waitedMs += 50) {
    const admin = new pg.Client({ connectionString: url });
    admin.on('error', () => undefined);
    try {
      await admin.connect();
      await admin.query(`create role operator login createdb createrole password '${password}'`);
      await admin.query('create database operator owner operator');
      return;
    } catch (error) {
      if (waitedMs >= startMsMax) throw error;
      await sleep(50);
    } finally {
      await admin.end().catch(() => undefined);
    }
  }
}

function ended(server: ChildProcess): Promise<void> {
  if (server.exitCode !== null || server.signalCode !== null) return Promise.resolve();
  return new Promise((resolve) => {
    server.once('exit', () => resolve());
    server.kill('SIGINT');
  });
}
