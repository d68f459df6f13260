import { buffer } from 'node:stream/consumers';
import type { Day } from '#core/calendar/day.ts';
import { wordsIn } from '#server/agreements/seal-agreement.ts';
import { drawFeet } from './draw-feet.ts';
import { drawPaper } from './draw-paper.ts';
import { languageOf, readPaper, textOf } from './read-paper.ts';
import { newSheet } from './sheet.ts';

export type PaperAbout = {
  readonly number: string;
  readonly company: string;
  /** The hash of the document as it was offered, in hex. */
  readonly sha256: string;
  readonly agreedOn: Day;
};

/**
 * The paper as a PDF: the words of its HTML, which is what was hashed and signed, on pages with their number and that
 * hash in the foot. The same HTML gives the same bytes.
 */
export async function pdfOfPaper(html: string, about: PaperAbout): Promise<Buffer> {
  const blocks = readPaper(html);
  const title = blocks.find((block) => block.kind === 'heading');
  const sheet = newSheet({
    title: `${title === undefined ? '' : textOf(title.runs)} ${about.number}`,
    author: about.company,
    language: languageOf(html),
    madeAt: new Date(`${about.agreedOn}T00:00:00Z`),
  });
  drawPaper(sheet, blocks);
  sheet.root.end();
  const words = wordsIn(html);
  const fingerprint = about.sha256.replace(/(.{4})(?=.)/g, '$1 ');
  drawFeet(sheet, `${words.agreement} ${about.number} · ${words.fingerprint} ${fingerprint}`, words.pageOf);
  sheet.doc.end();
  return buffer(sheet.doc as unknown as NodeJS.ReadableStream);
}
