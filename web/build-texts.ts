import { globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { marked } from 'marked';

/** Writes `docs/texts.json`: the guides and the change log as HTML, for the pages under /docs. */
export function buildTexts(house: string, folder: string): void {
  const guides = globSync(`${house}docs/guides/*.md`)
    .sort()
    .map((file) => {
      const text = readFileSync(file, 'utf8');
      const title = /^# (.+)$/m.exec(text)?.[1] ?? path.basename(file, '.md');
      return { name: path.basename(file, '.md'), title, html: htmlOf(text) };
    });
  const changes = htmlOf(readFileSync(`${house}CHANGELOG.md`, 'utf8'));
  mkdirSync(`${folder}/docs`, { recursive: true });
  writeFileSync(`${folder}/docs/texts.json`, JSON.stringify({ guides, changes }));
}

/** A wide table and a long program are scrolled by themselves, with the keyboard too. */
function htmlOf(text: string): string {
  return marked
    .parse(text, { async: false })
    .replaceAll('<table>', '<div class="table" tabindex="0"><table>')
    .replaceAll('</table>', '</table></div>')
    .replaceAll('<pre>', '<pre tabindex="0">');
}
