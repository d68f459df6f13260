import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import { CannotStart } from './cannot-start.mjs';

/**
 * Sees to a program that the tests need: already there, or on Debian as root installed now. Anywhere else `CannotStart`
 * names the command, because tests that quietly leave things out prove nothing.
 */
export function needProgram(
  { isThere, debianPackage, why }: { isThere: () => boolean; debianPackage: string; why: string },
  say: (line: string) => void,
): void {
  if (isThere()) return;
  const command = `apt-get install -y --no-install-recommends ${debianPackage}`;
  const debian = fs.existsSync('/etc/debian_version');
  if (!debian || process.getuid?.() !== 0) {
    throw new CannotStart(
      debian ? `${why} Install it with: sudo ${command}` : `${why} Install it (Debian's package is ${debianPackage}).`,
    );
  }
  say(`Installing ${debianPackage} …`);
  const started = performance.now();
  const env = { ...process.env, DEBIAN_FRONTEND: 'noninteractive' };
  for (const step of ['apt-get update', command]) {
    const run = spawnSync('sh', ['-c', step], { env, encoding: 'utf8' });
    if (run.status !== 0) throw new CannotStart(`${why} "${step}" failed: ${run.stderr.trim().split('\n').at(-1)}`);
  }
  if (!isThere()) throw new CannotStart(`${why} The package ${debianPackage} is installed but brought none.`);
  say(`Installed ${debianPackage} in ${((performance.now() - started) / 1000).toFixed(1)} s.`);
}
