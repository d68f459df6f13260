import { fileURLToPath } from 'node:url';
import { buildEverything } from './build-everything.ts';

// `node web/build.ts` writes everything the server hands out to browsers.
await buildEverything(fileURLToPath(new URL('../dist', import.meta.url)));
