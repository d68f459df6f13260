import assert from 'node:assert/strict';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test } from 'node:test';
import { gzipSync } from 'node:zlib';
import { buildEverything } from '#web/build-everything.ts';

const budgetBytes = 25 * 1024;

test('the first screen of the modal loads at most 25 kB in all, with nothing inline', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'flexpay-size-'));
  await buildEverything(folder);
  const page = await readFile(join(folder, 'checkout/index.html'), 'utf8');
  const files = [...page.matchAll(/(?:src|href)="\/static\/([^"]+)"/g)].map((found) => found[1]!);
  const parts = await Promise.all(files.map((file) => readFile(join(folder, file))));
  await rm(folder, { recursive: true });
  const scripts = parts.filter((_, at) => files[at]!.endsWith('.js')).map(String);
  const imported = scripts.flatMap((text) => [...text.matchAll(/\b(?:from|import)\s*["`]\.\/([^"`]+)["`]/g)]);
  assert.ok(imported.length > 0);
  for (const [, file] of imported) {
    assert.ok(files.includes(`checkout/assets/${file}`), `${file} costs a round trip of its own`);
  }
  assert.ok(
    files.some((file) => /\/draw-[^/]+\.js$/.test(file)),
    'what draws the first screen is named in the page',
  );
  const bytes = [Buffer.from(page), ...parts].reduce((sum, part) => sum + gzipSync(part).length, 0);
  assert.ok(files.length >= 2, 'the page names its script and its style sheet');
  assert.ok(bytes <= budgetBytes, `${bytes} bytes`);
  assert.doesNotMatch(page, /<style|\sstyle=|<script[^>]*>[^<]/, 'a strict policy refuses what is inline');
});
