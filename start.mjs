// The doorstep: plain JavaScript that any Node since 14.18 runs. It brings a Node that runs TypeScript, installs and
// builds what changed, and opens the door that was asked for: `node start.mjs start | test | check | check:engine | bench | fuzz`.

import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { buildPages } from './doorstep/build-pages.mjs';
import { CannotStart } from './doorstep/cannot-start.mjs';
import { openDoor } from './doorstep/open-door.mjs';
import { runInFront } from './doorstep/run-in-front.mjs';

const root = path.dirname(fileURLToPath(import.meta.url));

const verbs = new Map([
  ['start', 'main.ts'],
  ['test', 'doorstep/run-tests.ts'],
  ['check', 'doorstep/run-checks.ts'],
  ['check:engine', 'tests/engine/main.ts'],
  ['bench', 'bench/main.ts'],
  ['fuzz', 'tests/contract/fuzz/main.ts'],
]);

/** @param {string} line */
function say(line) {
  process.stderr.write(`${line}\n`); // stdout belongs to what is started: `--json` prints one line there
}

async function main() {
  const [verb = 'start', ...args] = process.argv.slice(2);
  const program = verbs.get(verb);
  if (program === undefined)
    throw new CannotStart(`There is no "${verb}" here. Try one of: ${[...verbs.keys()].join(', ')}.`);
  const door = await openDoor(root, say);
  if (!verb.startsWith('check')) await buildPages(root, door, say);
  process.exitCode = await runInFront(door, [path.join(root, program), ...args], { cwd: root });
}

main().catch((error) => {
  say(error instanceof CannotStart ? error.message : error.stack);
  process.exitCode = 1;
});
