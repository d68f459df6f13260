import path from 'node:path';
import { bringNode } from './bring-node.mjs';
import { installPackages } from './install-packages.mjs';

/**
 * Everything that has to be there before TypeScript can run: a Node that can, and the packages. Returns that Node and
 * the environment to run it in. Costs a few milliseconds when nothing is missing; `say` hears about the rest.
 *
 * Throws CannotStart with one sentence.
 *
 * @param {string} root the checkout
 * @param {(line: string) => void} say
 * @returns {Promise<{ node: string, env: NodeJS.ProcessEnv }>}
 */
export async function openDoor(root, say) {
  const node = await bringNode(root, say);
  await installPackages(root, node, say);
  const env = { ...process.env, PATH: `${path.dirname(node)}${path.delimiter}${process.env.PATH || ''}` };
  return { node, env };
}
