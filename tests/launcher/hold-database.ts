// Run by the launcher's tests as a process of its own: holds the embedded database in the folder it is given until it is
// asked to stop, and prints what it got.

import { CannotStart } from '#doorstep/cannot-start.mjs';
import { startEmbedded } from '#server/db/embedded/start-embedded.ts';

try {
  const database = await startEmbedded({ dataDir: process.argv[2]!, log: (line) => console.error(line) });
  for (const signal of ['SIGINT', 'SIGTERM'] as const) {
    process.once(signal, async () => {
      await database.stop();
      console.log('stopped');
    });
  }
  console.log(`ready ${database.url}`);
} catch (error) {
  if (!(error instanceof CannotStart)) throw error;
  console.log(`refused ${error.message}`);
  process.exitCode = 1;
}
