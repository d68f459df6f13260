import { drawTable } from './draw-table.ts';
import type { Block, Run } from './read-paper.ts';
import {
  type Face,
  heightOf,
  needRoom,
  ornament,
  rule,
  type Sheet,
  setRuns,
  sheetMargin,
  sheetWidth,
  widthOf,
} from './sheet.ts';

const left = sheetMargin.side;
const faces = {
  body: { serif: true, size: 9.5, lineGap: 1 },
  heading1: { serif: true, size: 17 },
  heading2: { serif: true, size: 11.5 },
  meta: { size: 8, color: '#444' },
  row: { size: 9 },
  plateName: { size: 8, color: '#444' },
  plateValue: { size: 15 },
  days: { size: 7.5, color: '#222' },
} satisfies Record<string, Face>;

/** Sets a paper block by block, one below the other; rows of amounts go on as one list. */
export function drawPaper(sheet: Sheet, blocks: readonly Block[]): void {
  blocks.forEach((block, at) => {
    const follows = block.kind === 'rows' && blocks[at - 1]?.kind === 'rows';
    if (follows) sheet.y -= gapBelowRows;
    draw(sheet, block);
  });
}

function draw(sheet: Sheet, block: Block): void {
  switch (block.kind) {
    case 'heading':
      drawHeading(sheet, block);
      break;
    case 'text':
      drawText(sheet, block);
      break;
    case 'page':
      needRoom(sheet, Number.POSITIVE_INFINITY);
      break;
    case 'together':
      needRoom(
        sheet,
        block.blocks.reduce((sum, one) => sum + aboutHeightOf(sheet, one), 0),
      );
      drawPaper(sheet, block.blocks);
      break;
    case 'notice':
      drawNotice(sheet, block);
      break;
    case 'facts':
      drawFacts(sheet, block.facts);
      break;
    case 'plate':
      drawPlate(sheet, block.cells);
      break;
    case 'rows':
      drawRows(sheet, block.rows);
      break;
    case 'table':
      drawTable(sheet, block);
      break;
    case 'days':
      drawDays(sheet, block.days);
      break;
  }
}

function tag(sheet: Sheet, type: string, draw: () => void): void {
  sheet.root.add(sheet.doc.struct(type, {}, draw));
}

const asBold = (runs: readonly Run[]): Run[] => runs.map((run) => ({ ...run, bold: true }));

/** A heading never ends a page. */
const roomBelowHeading = 48;

function drawHeading(sheet: Sheet, { level, runs }: Extract<Block, { kind: 'heading' }>): void {
  const face = level === 1 ? faces.heading1 : faces.heading2;
  const words = asBold(runs);
  const isNew = needRoom(sheet, 14 + heightOf(sheet, words, face, sheetWidth) + roomBelowHeading);
  const y = sheet.y + (level === 1 || isNew ? 0 : 12);
  tag(sheet, level === 1 ? 'H1' : 'H2', () => {
    sheet.y = setRuns(sheet, words, face, { x: left, y, width: sheetWidth }) + 3;
  });
}

function drawText(sheet: Sheet, { look, runs }: Extract<Block, { kind: 'text' }>): void {
  if (look === 'ink') {
    drawInk(sheet, runs);
    return;
  }
  const face = look === 'meta' ? faces.meta : faces.body;
  // Two lines at least stay together.
  needRoom(sheet, Math.min(heightOf(sheet, runs, face, sheetWidth), 2 * (face.size + 4)));
  tag(sheet, 'P', () => {
    sheet.y = setRuns(sheet, runs, face, { x: left, y: sheet.y, width: sheetWidth }) + 5;
  });
}

/** What a heading or a text takes, and a little more. */
function aboutHeightOf(sheet: Sheet, block: Block): number {
  if (block.kind === 'heading') return 20 + heightOf(sheet, asBold(block.runs), faces.heading2, sheetWidth);
  if (block.kind !== 'text') throw new Error(`a ${block.kind} is never kept together with others`);
  if (block.look === 'ink') return inkHeight;
  return heightOf(sheet, block.runs, block.look === 'meta' ? faces.meta : faces.body, sheetWidth) + 5;
}

const noticeInset = 11;

/** What the place wants seen: in one frame, never on two pages, never in smaller print than it allows. */
function drawNotice(sheet: Sheet, { points, paragraphs }: Extract<Block, { kind: 'notice' }>): void {
  const face = { ...faces.body, size: Math.max(faces.body.size, points) };
  const width = sheetWidth - 2 * noticeInset;
  const gap = 5;
  const heights = paragraphs.map((runs) => heightOf(sheet, runs, face, width) + gap);
  const height = heights.reduce((sum, one) => sum + one, 2 * noticeInset - gap);
  needRoom(sheet, height + 12);
  const top = sheet.y + 10;
  ornament(sheet, () => {
    sheet.doc.rect(left, top, sheetWidth, height).lineWidth(1).strokeColor('#000').stroke();
  });
  let y = top + noticeInset;
  paragraphs.forEach((runs, at) => {
    tag(sheet, 'P', () => setRuns(sheet, runs, face, { x: left + noticeInset, y, width }));
    y += heights[at] ?? 0;
  });
  sheet.y = top + height + 8;
}

const factNameWidth = 128;

/** Who and what: a name on the left, what it is on the right, a fine line below. */
function drawFacts(sheet: Sheet, facts: readonly { name: Run[]; value: Run[] }[]): void {
  const width = sheetWidth - factNameWidth - 10;
  for (const { name, value } of facts) {
    const height = Math.max(heightOf(sheet, name, faces.row, factNameWidth), heightOf(sheet, value, faces.row, width));
    needRoom(sheet, height + 8);
    const y = sheet.y + 4;
    tag(sheet, 'P', () => {
      setRuns(sheet, name, { ...faces.row, color: '#444' }, { x: left, y, width: factNameWidth });
      setRuns(sheet, value, faces.row, { x: left + factNameWidth + 10, y, width });
    });
    sheet.y = y + height + 3;
    rule(sheet, sheet.y);
  }
  sheet.y += 5;
}

/** The line for the name, and the name on it once it is signed. */
const inkHeight = 52;

function drawInk(sheet: Sheet, runs: readonly Run[]): void {
  needRoom(sheet, inkHeight);
  const y = sheet.y + 10;
  if (runs.length > 0) {
    tag(sheet, 'P', () => {
      setRuns(sheet, runs, { serif: true, italic: true, size: 16 }, { x: left, y, width: sheetWidth });
    });
  }
  rule(sheet, y + 22, { width: 1, color: '#000' });
  sheet.y = y + 28;
}

/** The figures that belong together: two in a row, framed, never on two pages. */
function drawPlate(sheet: Sheet, cells: readonly { name: Run[]; value: Run[] }[]): void {
  const width = sheetWidth / 2;
  const height = 46;
  const rows = Math.ceil(cells.length / 2);
  needRoom(sheet, rows * height + 20);
  const top = sheet.y + 8;
  ornament(sheet, () => {
    const { doc } = sheet;
    doc
      .lineWidth(1.2)
      .strokeColor('#000')
      .rect(left, top, sheetWidth, rows * height)
      .stroke();
    doc.lineWidth(0.8);
    doc
      .moveTo(left + width, top)
      .lineTo(left + width, top + rows * height)
      .stroke();
    for (let row = 1; row < rows; row += 1) {
      doc
        .moveTo(left, top + row * height)
        .lineTo(left + sheetWidth, top + row * height)
        .stroke();
    }
  });
  cells.forEach(({ name, value }, at) => {
    const x = left + (at % 2) * width + 10;
    const y = top + Math.floor(at / 2) * height + 7;
    tag(sheet, 'P', () => {
      setRuns(sheet, name, faces.plateName, { x, y, width: width - 20 });
      setRuns(sheet, asBold(value), faces.plateValue, { x, y: y + 12, width: width - 20 });
    });
    if (value.some(({ twice }) => twice)) twoLines(sheet, asBold(value), faces.plateValue, { x, y: y + 32 });
  });
  sheet.y = top + rows * height + 10;
}

/** A total is underlined twice, as in a ledger. */
function twoLines(sheet: Sheet, runs: readonly Run[], face: Face, { x, y }: { x: number; y: number }): void {
  const width = widthOf(sheet, runs, face);
  ornament(sheet, () => {
    sheet.doc.lineWidth(0.6).strokeColor('#000');
    for (const at of [y, y + 1.8]) {
      sheet.doc
        .moveTo(x, at)
        .lineTo(x + width, at)
        .stroke();
    }
  });
}

const valueWidth = 92;
const gapBelowRows = 5;

/** What is paid, line by line: words on the left, the amount on the right. */
function drawRows(sheet: Sheet, rows: readonly { name: Run[]; value: Run[]; isSum: boolean }[]): void {
  for (const { name, value, isSum } of rows) {
    const words = isSum ? asBold(name) : name;
    const amount = asBold(value);
    const width = sheetWidth - valueWidth - 10;
    const height = heightOf(sheet, words, faces.row, width);
    needRoom(sheet, height + 8);
    const y = sheet.y + 4;
    tag(sheet, 'P', () => {
      setRuns(sheet, words, faces.row, { x: left, y, width });
      const lastLine = y + height - heightOf(sheet, amount, faces.row, valueWidth);
      const place = { x: left + sheetWidth - valueWidth, y: lastLine, width: valueWidth, align: 'right' } as const;
      setRuns(sheet, amount, faces.row, place);
    });
    if (isSum) {
      const x = left + sheetWidth - widthOf(sheet, amount, faces.row);
      twoLines(sheet, amount, faces.row, { x, y: y + height - 1 });
    }
    sheet.y = y + height + (isSum ? 5 : 3);
    rule(sheet, sheet.y);
  }
  sheet.y += gapBelowRows;
}

const dayColumns = 4;

/** The payment days: in columns, read down one and then the next, as a calendar is. */
function drawDays(sheet: Sheet, days: readonly { on: string; amount: string }[]): void {
  const gap = 16;
  const width = (sheetWidth - (dayColumns - 1) * gap) / dayColumns;
  const lines = Math.ceil(days.length / dayColumns);
  const lineHeight = 12;
  const isWhole = lines * lineHeight < 500;
  if (isWhole) needRoom(sheet, lines * lineHeight);
  const top = sheet.y;
  days.forEach(({ on, amount }, at) => {
    const x = left + Math.floor(at / lines) * (width + gap);
    const y = top + (at % lines) * lineHeight;
    tag(sheet, 'P', () => {
      setRuns(sheet, [{ text: on, bold: false, soft: false }], faces.days, { x, y, width });
      const place = { x: x + width / 2, y, width: width / 2, align: 'right' } as const;
      setRuns(sheet, [{ text: amount, bold: false, soft: false }], faces.days, place);
    });
  });
  sheet.y = top + lines * lineHeight + 6;
}
