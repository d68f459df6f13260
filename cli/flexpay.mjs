#!/usr/bin/env node
// `npx flexpay …`: plain JavaScript that any Node runs. Brings what TypeScript needs, as `npm start` does, and opens the
// command line itself.

import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { CannotStart } from '../doorstep/cannot-start.mjs';
import { openDoor } from '../doorstep/open-door.mjs';
import { runInFront } from '../doorstep/run-in-front.mjs';

const root = path.dirname(path.dirname(fileURLToPath(import.meta.url)));

/** @param {string} line */
function say(line) {
  process.stderr.write(`${line}\n`); // stdout belongs to the command's answer
}

async function main() {
  const door = await openDoor(root, say);
  process.exitCode = await runInFront(door, [path.join(root, 'cli', 'main.ts'), ...process.argv.slice(2)], {});
}

main().catch((error) => {
  say(error instanceof CannotStart ? error.message : error.stack);
  process.exitCode = 1;
});
