import { copyFileSync, globSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { marked } from 'marked';

/**
 * Writes `docs/texts.json`, the guides and the change log as HTML for the pages under /docs, and beside it the programs
 * that the guides explain.
 */
export function buildTexts(house: string, folder: string): void {
  const guides = globSync(`${house}docs/guides/*.md`)
    .sort()
    .map((file) => {
      const text = readFileSync(file, 'utf8');
      const title = /^# (.+)$/m.exec(text)?.[1] ?? path.basename(file, '.md');
      return { name: path.basename(file, '.md'), title, html: htmlOf(text) };
    });
  const changes = htmlOf(readFileSync(`${house}CHANGELOG.md`, 'utf8'));
  mkdirSync(`${folder}/docs/guides`, { recursive: true });
  writeFileSync(`${folder}/docs/texts.json`, JSON.stringify({ guides, changes }));
  for (const file of globSync(`${house}docs/guides/*.{mjs,php,py}`)) {
    copyFileSync(file, `${folder}/docs/guides/${path.basename(file)}`);
  }
}

/**
 * A wide table and a long program are scrolled by themselves, with the keyboard too; what a guide says lies beside it is
 * where these pages have it.
 */
function htmlOf(text: string): string {
  return marked
    .parse(text, { async: false })
    .replaceAll('<table>', '<div class="table" tabindex="0"><table>')
    .replaceAll('</table>', '</table></div>')
    .replaceAll('<pre>', '<pre tabindex="0">')
    .replace(/href="(?:docs\/guides\/)?([\w-]+)\.md"/g, 'href="/docs/guides/$1"')
    .replace(/href="([\w-]+\.(mjs|php|py))"/g, 'href="/static/docs/guides/$1"');
}
