import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { buildEverything } from '../web/build-everything.ts';

const budgetBytes = 6 * 1024;

test('a store loads at most 6 kB for the button', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'flexpay-size-'));
  await buildEverything(folder);
  const script = await readFile(join(folder, 'sdk/flexpay.js'));
  await rm(folder, { recursive: true });
  assert.ok(gzipSync(script).length <= budgetBytes, `${gzipSync(script).length} bytes`);
  assert.doesNotMatch(
    script.toString(),
    /\beval\(|new Function\(|innerHTML/,
    'a strict policy of the page refuses these',
  );
});
