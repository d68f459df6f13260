import assert from 'node:assert/strict';
import { spawn } from 'node:child_process';
import { once } from 'node:events';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { after, test } from 'node:test';
import { claimFolder, processStart } from './claim-folder.mjs';

const home = fs.mkdtempSync(path.join(os.tmpdir(), 'flexpay-claim-'));
after(() => fs.rmSync(home, { recursive: true }));

test('a folder has one owner until he gives it back', () => {
  const folder = newFolder();
  const first = claimFolder(folder);
  assert.ok(first.release);
  assert.equal(claimFolder(folder).ownerPid, process.pid);
  first.release();
  assert.ok(claimFolder(folder).release);
});

test('a killed owner is replaced by exactly one of many that want the folder', async () => {
  for (let round = 1; round <= 3; round += 1) {
    const folder = newFolder();
    fs.writeFileSync(path.join(folder, 'owner.7'), JSON.stringify({ pid: process.pid, startedAt: 'long ago' }));
    const answers = await Promise.all(Array.from({ length: 6 }, () => claimInProcess(folder)));
    assert.equal(answers.filter((answer) => answer.startsWith('mine')).length, 1, answers.join());
  }
});

test('giving back an old claim does not disturb the next owner', () => {
  const folder = newFolder();
  const first = claimFolder(folder);
  first.release?.();
  claimFolder(folder);
  first.release?.();
  assert.equal(claimFolder(folder).ownerPid, process.pid);
});

test('a process has a start, a finished one has none', async () => {
  assert.notEqual(processStart(process.pid), null);
  const child = spawn(process.execPath, ['--version'], { stdio: 'ignore' });
  await once(child, 'exit');
  assert.equal(processStart(child.pid!), null);
  assert.equal(processStart(0), null);
});

/** A process that claims the folder and keeps it until everybody has answered. */
async function claimInProcess(folder: string): Promise<string> {
  const program = `
    import { claimFolder } from ${JSON.stringify(import.meta.resolve('./claim-folder.mjs'))};
    const claim = claimFolder(${JSON.stringify(folder)});
    console.log(claim.release ? 'mine' : 'owned by ' + claim.ownerPid);
    setTimeout(() => {}, 3000);`;
  const child = spawn(process.execPath, ['--input-type=module', '--eval', program], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  kept.push(child);
  const [answer] = await once(child.stdout, 'data');
  return String(answer);
}

const kept: { kill(): void }[] = [];
after(() => {
  for (const child of kept) child.kill();
});

function newFolder(): string {
  return fs.mkdtempSync(path.join(home, 'folder-'));
}
