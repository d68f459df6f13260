import fs from 'node:fs';
import path from 'node:path';
import { CannotStart } from './cannot-start.mjs';
import { claimFolder } from './claim-folder.mjs';

const waitMsMax = 10 * 60_000;
const lookAgainMs = 200;

/**
 * Does work on the checkout (installing, building) while no other process does. Whoever comes second waits, and should
 * then look whether the work is already done.
 *
 * @param {string} root
 * @param {(line: string) => void} say
 * @param {() => void | Promise<void>} work
 */
export async function oneAtATime(root, say, work) {
  const folder = path.join(root, 'runtime', '.preparing');
  try {
    fs.mkdirSync(folder, { recursive: true });
  } catch (error) {
    const { code } = /** @type {NodeJS.ErrnoException} */ (error);
    throw new CannotStart(
      `${root} cannot be written (${code}), and something there has to be installed or built first.`,
    );
  }
  let claim = claimFolder(folder);
  if (claim.release === undefined) say(`Waiting for process ${claim.ownerPid}, which is preparing this checkout …`);
  for (let waitedMs = 0; claim.release === undefined; waitedMs += lookAgainMs) {
    if (waitedMs >= waitMsMax) {
      throw new CannotStart(
        `Process ${claim.ownerPid} has been preparing this checkout for too long. Stop it, then try again.`,
      );
    }
    await new Promise((resolve) => setTimeout(resolve, lookAgainMs));
    claim = claimFolder(folder);
  }
  try {
    await work();
  } finally {
    claim.release();
  }
}
