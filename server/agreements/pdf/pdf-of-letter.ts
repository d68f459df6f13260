import { buffer } from 'node:stream/consumers';
import type { Day } from '#core/calendar/day.ts';
import { type Language, longDay } from '#core/calendar/day-text.ts';
import { sealWords } from '#server/agreements/seal-agreement.ts';
import { drawFeet } from './draw-feet.ts';
import { drawPaper } from './draw-paper.ts';
import type { Block, Run } from './read-paper.ts';
import { newSheet, setRuns, sheetMargin, sheetWidth } from './sheet.ts';

type PostalAddress = {
  readonly name: string;
  readonly street1: string;
  readonly street2: string | null;
  readonly city: string;
  readonly state: string;
  readonly postalCode: string;
};

export type LetterAbout = {
  readonly language: Language;
  readonly from: PostalAddress;
  readonly to: PostalAddress;
  readonly writtenOn: Day;
  readonly subject: string;
  /** Paragraphs with an empty line between them. */
  readonly body: string;
};

/** A message as a letter: the address where the window of an envelope is, then its words as they are. */
export async function pdfOfLetter({ language, from, to, writtenOn, subject, body }: LetterAbout): Promise<Buffer> {
  const madeAt = new Date(`${writtenOn}T00:00:00Z`);
  const sheet = newSheet({ title: subject, author: from.name, language, madeAt });
  drawAddress(sheet, from, { y: sheetMargin.top, size: 8 });
  drawAddress(sheet, to, { y: windowTop, size: 10.5 });
  sheet.y = belowWindow;
  const paragraphs = body.split(/\n\n+/).map((paragraph) => text(paragraph));
  drawPaper(sheet, [
    text(longDay(writtenOn, language), 'meta'),
    { kind: 'heading', level: 2, runs: [plain(subject)] },
    ...paragraphs.slice(0, -2),
    // Who signs never stands alone on a page.
    { kind: 'together', blocks: paragraphs.slice(-2) },
  ]);
  sheet.root.end();
  drawFeet(sheet, `${from.name} · ${subject}`, sealWords[language].pageOf);
  sheet.doc.end();
  return buffer(sheet.doc as unknown as NodeJS.ReadableStream);
}

/** The window of a No. 10 envelope begins two inches below the top of a letter that is folded in three. */
const windowTop = 144;
const belowWindow = 236;

function drawAddress(
  sheet: ReturnType<typeof newSheet>,
  { name, street1, street2, city, state, postalCode }: PostalAddress,
  { y, size }: { y: number; size: number },
): void {
  const lines = [name, street1, ...(street2 ? [street2] : []), `${city}, ${state} ${postalCode}`];
  sheet.root.add(
    sheet.doc.struct('P', {}, () => {
      let at = y;
      for (const line of lines)
        at = setRuns(sheet, [plain(line)], { size }, { x: sheetMargin.side, y: at, width: sheetWidth });
    }),
  );
}

const plain = (words: string): Run => ({ text: words, bold: false, soft: false });
const text = (line: string, look: 'body' | 'meta' = 'body'): Block => ({ kind: 'text', look, runs: [plain(line)] });
