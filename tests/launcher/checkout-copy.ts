import { spawnSync } from 'node:child_process';
import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** This checkout. */
export const root = fileURLToPath(new URL('../..', import.meta.url)).replace(/\/$/, '');

/** A new folder that everybody can walk through. */
export function openFolder(): string {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'flexpay-launcher-'));
  fs.chmodSync(folder, 0o755);
  return folder;
}

/** Copies parts of this checkout to another folder, keeping modes and links. */
export function copyParts(to: string, parts: string[]): void {
  for (const part of parts) {
    fs.mkdirSync(path.dirname(path.join(to, part)), { recursive: true });
    const copied = spawnSync('cp', ['-a', path.join(root, part), path.join(to, part)], { encoding: 'utf8' });
    if (copied.status !== 0) throw new Error(copied.stderr);
  }
}
