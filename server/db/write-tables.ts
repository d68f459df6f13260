import { spawnSync } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { startTemporary } from '#server/db/embedded/start-temporary.ts';
import { migrate } from '#server/db/migrate.ts';

// `node server/db/write-tables.ts` writes tables.gen.ts from the schema that the migrations make of an empty database.

const database = await startTemporary();
try {
  await migrate(database.url);
  const tool = fileURLToPath(new URL('../../node_modules/kysely-codegen/dist/cli/bin.js', import.meta.url));
  const config = fileURLToPath(new URL('./tables.codegen.json', import.meta.url));
  const { status, stderr } = spawnSync(process.execPath, [tool, '--config-file', config, '--url', database.url], {
    encoding: 'utf8',
  });
  if (status !== 0) throw new Error(stderr);
} finally {
  await database.stop();
}
