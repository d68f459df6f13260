import { execFileSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { npmCi } from './npm-ci.mjs';
import { oneAtATime } from './one-at-a-time.mjs';

/**
 * Makes `node_modules` what the lock file says, unless its stamp says that it already is: same lock file, same
 * platform, same major of Node.
 *
 * @param {string} root
 * @param {string} node the binary to run npm with
 * @param {(line: string) => void} say
 */
export async function installPackages(root, node, say) {
  const stamp = path.join(root, 'node_modules', '.flexpay-stamp');
  const wanted = stampText(root, node);
  if (read(stamp) === wanted) return;
  await oneAtATime(root, say, async (startedProcess) => {
    if (read(stamp) === wanted) return;
    // First, so that an install killed in the middle never passes for a finished one.
    fs.rmSync(stamp, { force: true });
    await npmCi(root, node, 'the packages', say, startedProcess);
    fs.writeFileSync(stamp, wanted);
  });
}

/**
 * @param {string} root
 * @param {string} node
 */
function stampText(root, node) {
  const lock = createHash('sha256')
    .update(fs.readFileSync(path.join(root, 'package-lock.json')))
    .digest('hex');
  return `${lock} ${process.platform}-${process.arch} node ${majorOf(node)}\n`;
}

/** @param {string} node */
function majorOf(node) {
  const version = node === process.execPath ? process.version : execFileSync(node, ['--version'], { encoding: 'utf8' });
  return version.slice(1).split('.')[0];
}

/** @param {string} file */
function read(file) {
  try {
    return fs.readFileSync(file, 'utf8');
  } catch {
    return null;
  }
}
