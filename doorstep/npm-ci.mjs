import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';
import { CannotStart } from './cannot-start.mjs';

/**
 * Installs exactly what a folder's lock file says, running no package's own script, and tells how long it took.
 *
 * @param {string} folder
 * @param {string} node the binary to run npm with
 * @param {string} what named to the person who waits
 * @param {(line: string) => void} say
 * @param {(pid: number) => void} startedProcess told npm's process id
 */
export async function npmCi(folder, node, what, say, startedProcess) {
  say(`Installing ${what} …`);
  const started = Date.now();
  const npm = spawn(
    node,
    [
      npmProgram(),
      'ci',
      '--ignore-scripts',
      // The same packages whatever the machine's npm settings or NODE_ENV say.
      '--include=dev',
      '--include=optional',
      '--prefer-offline',
      '--no-audit',
      '--no-fund',
      '--loglevel=error',
    ],
    { cwd: folder, env: environment(node), stdio: ['ignore', 'ignore', 'pipe'] },
  );
  if (npm.pid !== undefined) startedProcess(npm.pid);
  let complaint = '';
  npm.stderr.setEncoding('utf8').on('data', (text) => {
    complaint += text;
  });
  const good = await new Promise((resolve) => {
    npm.once('error', (error) => {
      complaint += error.message;
      resolve(false);
    });
    npm.once('close', (code) => resolve(code === 0));
  });
  if (!good) throw new CannotStart(`Installing ${what} failed in ${folder}: ${lastWords(complaint)}`);
  say(`Installed ${what} in ${((Date.now() - started) / 1000).toFixed(1)} s.`);
}

/** @param {string} node */
function environment(node) {
  /** @type {NodeJS.ProcessEnv} */
  const env = { PATH: '' };
  for (const [name, value] of Object.entries(process.env)) {
    // npm hands its own settings down as variables; another folder's (its prefix, say) must not steer this install.
    if (!/^npm_(package|lifecycle|command|config_(local_prefix|prefix|omit|include|production))/i.test(name)) {
      env[name] = value;
    }
  }
  env.PATH = `${path.dirname(node)}${path.delimiter}${process.env.PATH || ''}`;
  return env;
}

// The npm that started us, else the one beside this machine's Node, else the one on the PATH.
export function npmProgram() {
  const beside = path.dirname(fs.realpathSync(process.execPath));
  const candidates = [
    process.env.npm_execpath || '',
    path.join(beside, 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    path.join(beside, '..', 'lib', 'node_modules', 'npm', 'bin', 'npm-cli.js'),
    ...(process.env.PATH || '').split(path.delimiter).map((folder) => path.join(folder, 'npm')),
  ];
  for (const candidate of candidates) {
    // npm_execpath may name another package manager, or npx beside npm.
    if (candidate === '' || !fs.existsSync(candidate)) continue;
    const program = path.join(path.dirname(fs.realpathSync(candidate)), 'npm-cli.js');
    if (fs.existsSync(program)) return program;
  }
  throw new CannotStart('There is no npm on this machine. Install Node with npm from nodejs.org.');
}

/** @param {string} text */
function lastWords(text) {
  const lines = text
    .split('\n')
    .map((line) => line.replace(/^npm (error|ERR!) ?/i, '').trim())
    .filter((line) => line !== '' && !line.startsWith('A complete log of this run'));
  return lines.slice(-3).join(' · ') || 'npm gave no reason';
}
