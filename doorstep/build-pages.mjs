import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import fs from 'node:fs';
import path from 'node:path';
import { CannotStart } from './cannot-start.mjs';
import { oneAtATime } from './one-at-a-time.mjs';

/** Everything that can end up in `dist/`. */
const inputs = ['web', 'sdk', 'contract', 'core', 'docs', 'CHANGELOG.md', 'package-lock.json'];

/**
 * Builds what browsers load (`web/build.ts` writes `dist/`), unless nothing it is made of has changed since.
 *
 * @param {string} root
 * @param {{ node: string, env: NodeJS.ProcessEnv }} door
 * @param {(line: string) => void} say
 */
export async function buildPages(root, { node, env }, say) {
  const stamp = path.join(root, 'dist', '.stamp');
  const wanted = hashOf(root);
  if (isStamped(stamp, wanted)) return;
  await oneAtATime(root, say, () => {
    if (isStamped(stamp, wanted)) return;
    fs.rmSync(stamp, { force: true });
    const started = Date.now();
    const run = spawnSync(node, [path.join(root, 'web', 'build.ts')], { cwd: root, env, encoding: 'utf8' });
    if (run.status !== 0) throw new CannotStart(`Building the pages failed:\n${run.stderr}${run.stdout}`);
    fs.mkdirSync(path.dirname(stamp), { recursive: true });
    fs.writeFileSync(stamp, wanted);
    say(`Built the pages in ${((Date.now() - started) / 1000).toFixed(1)} s.`);
  });
}

/**
 * @param {string} stamp
 * @param {string} wanted
 */
function isStamped(stamp, wanted) {
  return fs.existsSync(stamp) && fs.readFileSync(stamp, 'utf8') === wanted;
}

/** @param {string} root */
function hashOf(root) {
  const hash = createHash('sha256');
  for (const file of inputs.flatMap((input) => filesIn(root, input))) {
    hash
      .update(`${file}\0`)
      .update(fs.readFileSync(path.join(root, file)))
      .update('\0');
  }
  return hash.digest('hex');
}

/**
 * @param {string} root
 * @param {string} name
 * @returns {string[]} every file at or below a name, tests apart, in one order everywhere
 */
function filesIn(root, name) {
  const stat = fs.statSync(path.join(root, name), { throwIfNoEntry: false });
  if (stat === undefined) return [];
  if (!stat.isDirectory()) return name.endsWith('.test.ts') ? [] : [name];
  return fs
    .readdirSync(path.join(root, name))
    .sort()
    .flatMap((entry) => filesIn(root, `${name}/${entry}`));
}
