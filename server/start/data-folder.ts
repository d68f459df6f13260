import fs from 'node:fs';
import path from 'node:path';
import { CannotStart } from '#doorstep/cannot-start.mjs';

/** Makes FLEXPAY_DATA on first use. Throws `CannotStart` when it cannot be written. */
export function openDataFolder(folder: string): void {
  try {
    // Open to be walked through: as root the database runs as another user. What is secret in it is closed by itself.
    fs.mkdirSync(folder, { recursive: true, mode: 0o755 });
    const probe = path.join(folder, `.probe-${process.pid}`);
    fs.writeFileSync(probe, '');
    fs.rmSync(probe);
  } catch (error) {
    throw new CannotStart(
      `FLEXPAY_DATA ${folder} cannot be written (${(error as NodeJS.ErrnoException).code}). Make it writable, or choose another folder.`,
    );
  }
}
