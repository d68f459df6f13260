import { buffer } from 'node:stream/consumers';
import type { Day } from '#core/calendar/day.ts';
import { wordsIn } from '#server/agreements/seal-agreement.ts';
import { drawPaper } from './draw-paper.ts';
import { languageOf, readPaper, textOf } from './read-paper.ts';
import { newSheet, ornament, type Sheet, setRuns, sheetMargin, sheetWidth } from './sheet.ts';

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
  drawFeet(sheet, about, wordsIn(html));
  sheet.doc.end();
  return buffer(sheet.doc as unknown as NodeJS.ReadableStream);
}

function drawFeet(sheet: Sheet, { number, sha256 }: PaperAbout, words: ReturnType<typeof wordsIn>): void {
  const { doc } = sheet;
  const { start, count } = doc.bufferedPageRange();
  const face = { size: 6.5, color: '#444' };
  const plain = (text: string) => [{ text, bold: false, soft: false }];
  for (let page = start; page < start + count; page += 1) {
    doc.switchToPage(page);
    // The foot lies in the margin, where text would begin a new page.
    doc.page.margins.bottom = 0;
    ornament(sheet, () => {
      const place = { x: sheetMargin.side, y: 792 - 44, width: sheetWidth };
      const grouped = sha256.replace(/(.{4})(?=.)/g, '$1 ');
      setRuns(sheet, plain(`${words.agreement} ${number} · ${words.fingerprint} ${grouped}`), face, {
        ...place,
        width: sheetWidth - 60,
      });
      setRuns(sheet, plain(words.pageOf(page - start + 1, count)), face, { ...place, align: 'right' });
    });
  }
}
