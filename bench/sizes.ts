import fs from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';

/** What a browser loads, in gzipped bytes: the button's script, and the modal's first screen in all. */
export function sizes(): { button: number; firstScreen: number } {
  const page = fs.readFileSync(path.join(dist, 'checkout/index.html'), 'utf8');
  const named = [...page.matchAll(/(?:src|href)="\/static\/([^"]+)"/g)].map((found) => found[1]!);
  const firstScreen = ['checkout/index.html', ...named].reduce((sum, file) => sum + gzipped(file), 0);
  return { button: gzipped('sdk/flexpay.js'), firstScreen };
}

const dist = fileURLToPath(new URL('../dist', import.meta.url));

function gzipped(file: string): number {
  return gzipSync(fs.readFileSync(path.join(dist, file))).length;
}
