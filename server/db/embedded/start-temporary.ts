import fs from 'node:fs';
import os from 'node:os';
import path from 'node:path';
import { startEmbedded } from './start-embedded.ts';

/** An embedded server with data that goes away when it stops: for tests and measurements. */
export async function startTemporary(): Promise<{ url: string; stop(): Promise<void> }> {
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'flexpay-database-'));
  fs.chmodSync(folder, 0o755); // as root the server runs as another user, who has to walk through here
  const server = await startEmbedded({ dataDir: folder, log: () => undefined });
  return {
    url: server.url,
    stop: async () => {
      await server.stop();
      for (const made of [fs.realpathSync(path.join(folder, 'cluster')), folder]) {
        fs.rmSync(made, { recursive: true, force: true });
      }
    },
  };
}
