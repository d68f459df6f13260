import { readFileSync } from 'node:fs';
import PDFDocument from 'pdfkit';
import { pageLetters } from './page-letters.ts';
import type { Run } from './read-paper.ts';

/** Letter paper: 612 × 792 points. */
export const sheetMargin = { top: 54, bottom: 72, side: 60 };
export const sheetWidth = 612 - 2 * sheetMargin.side;
const bottom = 792 - sheetMargin.bottom;

export type Face = { serif?: boolean; italic?: boolean; size: number; color?: string; lineGap?: number };

/** A document in the making: a place on the page, words with their weight, and what each part of it is. */
export type Sheet = {
  readonly doc: PDFKit.PDFDocument;
  /** Everything a reader of the structure sees; what is drawn outside of it is ornament. */
  readonly root: PDFKit.PDFStructureElement;
  y: number;
};

/**
 * Noto (SIL Open Font License, fonts/OFL.txt) with the letters of Latin, Greek and Cyrillic, so that a name keeps its own.
 * Its figures are all of one width. A page carries only the letters that it uses.
 */
const font = (file: string): Buffer => readFileSync(new URL(`fonts/${file}`, import.meta.url));
const fonts = {
  serif: font('NotoSerif-Regular.ttf'),
  'serif-bold': font('NotoSerif-Bold.ttf'),
  'serif-italic': font('NotoSerif-Italic.ttf'),
  sans: font('NotoSans-Regular.ttf'),
  'sans-bold': font('NotoSans-SemiBold.ttf'),
};

export type SheetAbout = { title: string; author: string; language: string; madeAt: Date };

export function newSheet({ title, author, language, madeAt }: SheetAbout): Sheet {
  const doc = new PDFDocument({
    size: 'LETTER',
    margins: { top: sheetMargin.top, bottom: sheetMargin.bottom, left: sheetMargin.side, right: sheetMargin.side },
    bufferPages: true,
    pdfVersion: '1.5',
    tagged: true,
    lang: `${language}-US`,
    displayTitle: true,
    // The same paper is the same bytes, whenever it is made.
    info: { Title: pageLetters(title), Author: pageLetters(author), CreationDate: madeAt, ModDate: madeAt },
  });
  for (const [name, file] of Object.entries(fonts)) {
    doc.registerFont(name, file);
  }
  const root = doc.struct('Document');
  doc.addStructure(root);
  return { doc, root, y: sheetMargin.top };
}

/** Begins a page when what comes next does not fit on this one; true when it did. */
export function needRoom(sheet: Sheet, height: number): boolean {
  if (sheet.y + height <= bottom || sheet.y <= sheetMargin.top) return false;
  sheet.doc.addPage();
  sheet.y = sheetMargin.top;
  return true;
}

/** Ornament and repetition: drawn, and passed over by whoever reads the structure. */
export function ornament(sheet: Sheet, draw: () => void): void {
  sheet.doc.markContent('Artifact', { type: 'Layout' });
  draw();
  sheet.doc.endMarkedContent();
}

export function rule(sheet: Sheet, y: number, { width = 0.5, color = '#999' } = {}): void {
  ornament(sheet, () => {
    sheet.doc
      .moveTo(sheetMargin.side, y)
      .lineTo(sheetMargin.side + sheetWidth, y)
      .lineWidth(width)
      .strokeColor(color)
      .stroke();
  });
}

type Place = { x: number; y: number; width: number; align?: 'left' | 'right' };

/** Sets a line or a paragraph and says where it ends. A paragraph that is longer than the page goes on on the next. */
export function setRuns(sheet: Sheet, runs: readonly Run[], face: Face, place: Place): number {
  const { doc } = sheet;
  const { x, y, width, align = 'left' } = place;
  const words = align === 'right' ? [{ text: joined(runs), bold: runs.every(({ bold }) => bold), soft: false }] : runs;
  doc.x = x;
  doc.y = y;
  words.forEach(({ text, bold, soft }, at) => {
    doc
      .font(fontOf(face, bold))
      .fontSize(face.size)
      .fillColor(soft ? '#444' : (face.color ?? '#000'))
      .text(pageLetters(text), {
        width,
        align,
        lineGap: face.lineGap ?? 1.5,
        continued: at < words.length - 1,
      });
  });
  return doc.y;
}

export function heightOf({ doc }: Sheet, runs: readonly Run[], face: Face, width: number): number {
  // The bold face is the wider one: what has room in bold has room.
  const isBold = runs.some(({ bold }) => bold);
  return doc
    .font(fontOf(face, isBold))
    .fontSize(face.size)
    .heightOfString(pageLetters(joined(runs)), { width, lineGap: face.lineGap ?? 1.5 });
}

/** How wide a line is that does not break. */
export function widthOf({ doc }: Sheet, runs: readonly Run[], face: Face): number {
  const isBold = runs.some(({ bold }) => bold);
  return doc
    .font(fontOf(face, isBold))
    .fontSize(face.size)
    .widthOfString(pageLetters(joined(runs)));
}

const joined = (runs: readonly Run[]): string => runs.map(({ text }) => text).join('');

function fontOf({ serif = false, italic = false }: Face, bold: boolean): keyof typeof fonts {
  if (serif && italic) return 'serif-italic';
  if (serif) return bold ? 'serif-bold' : 'serif';
  return bold ? 'sans-bold' : 'sans';
}
