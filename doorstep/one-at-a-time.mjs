import fs from 'node:fs';
import path from 'node:path';
import { CannotStart } from './cannot-start.mjs';
import { claimFolder, processStart } from './claim-folder.mjs';

const waitMsMax = 10 * 60_000;
const lookAgainMs = 200;

/**
 * Does work on the checkout (installing, building) while no other process does. Whoever comes second waits, and should
 * then look whether the work is already done. `work` reports the process it starts: should we be killed, that one may
 * go on, and the next in line has to wait for it too.
 *
 * @param {string} root
 * @param {(line: string) => void} say
 * @param {(startedProcess: (pid: number) => void) => void | Promise<void>} work
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
  const claim = await waitFor(say, () => {
    const attempt = claimFolder(folder);
    return attempt.release === undefined ? attempt.ownerPid : attempt;
  });
  const helper = path.join(folder, 'helper');
  try {
    await waitFor(say, () => runningHelper(helper) || true);
    await work((pid) => fs.writeFileSync(helper, JSON.stringify({ pid, startedAt: processStart(pid) })));
    fs.rmSync(helper, { force: true });
  } finally {
    claim.release();
  }
}

/**
 * Asks until the answer is no longer the id of a process to wait for.
 *
 * @template Answer
 * @param {(line: string) => void} say
 * @param {() => number | Answer} ask
 * @returns {Promise<Exclude<Answer, number>>}
 */
async function waitFor(say, ask) {
  let answer = ask();
  if (typeof answer === 'number') say(`Waiting for process ${answer}, which is preparing this checkout …`);
  for (let waitedMs = 0; typeof answer === 'number'; waitedMs += lookAgainMs) {
    if (waitedMs >= waitMsMax) {
      throw new CannotStart(
        `Process ${answer} has been preparing this checkout for too long. Stop it, then try again.`,
      );
    }
    await new Promise((resolve) => setTimeout(resolve, lookAgainMs));
    answer = ask();
  }
  return /** @type {Exclude<Answer, number>} */ (answer);
}

/**
 * @param {string} file
 * @returns {number | null} the process that a killed owner left working
 */
function runningHelper(file) {
  if (!fs.existsSync(file)) return null;
  const { pid, startedAt } = JSON.parse(fs.readFileSync(file, 'utf8'));
  return startedAt !== null && processStart(pid) === startedAt ? pid : null;
}
