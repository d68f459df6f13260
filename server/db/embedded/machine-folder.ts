import fs from 'node:fs';
import { CannotStart } from '#doorstep/cannot-start.mjs';

/** Where root keeps what the server's user must reach when the checkout itself is closed to it (under /root, say). */
export const machineFolder = '/var/lib/flexpay';

/** Makes the machine folder on first use. Only root writes into it. */
export function openMachineFolder(): void {
  try {
    fs.mkdirSync(machineFolder, { recursive: true, mode: 0o755 });
    fs.chmodSync(machineFolder, 0o755); // whatever the umask was
  } catch (error) {
    throw new CannotStart(
      `PostgreSQL does not run as root, and neither this checkout nor ${machineFolder} (${(error as NodeJS.ErrnoException).code}) can be used by another user. Start FlexPay as an ordinary user, or set DATABASE_URL.`,
    );
  }
}
