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
} from './sheet.ts';

const left = sheetMargin.side;
const body: Face = { serif: true, size: 10.5, lineGap: 2 };
const faces = {
  heading1: { serif: true, size: 17 },
  heading2: { serif: true, size: 11.5 },
  meta: { size: 8, color: '#444' },
  row: { size: 9 },
  plateName: { size: 8, color: '#444' },
  plateValue: { size: 15 },
  days: { size: 7.5, color: '#222' },
} satisfies Record<string, Face>;

/** Sets a paper block by block, one below the other. */
export function drawPaper(sheet: Sheet, blocks: readonly Block[]): void {
  for (const block of blocks) draw(sheet, block);
}

function draw(sheet: Sheet, block: Block): void {
  switch (block.kind) {
    case 'heading':
      drawHeading(sheet, block);
      break;
    case 'text':
      drawText(sheet, block);
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
  const isNotice = look === 'notice';
  const face = look === 'meta' ? faces.meta : body;
  const inset = isNotice ? 10 : 0;
  const width = sheetWidth - 2 * inset;
  const height = heightOf(sheet, runs, face, width);
  // Two lines at least stay together; a notice stays whole in its frame.
  needRoom(sheet, isNotice ? height + 2 * inset + 12 : Math.min(height, 2 * (face.size + 4)));
  const y = sheet.y + (isNotice ? 12 : 0);
  if (isNotice) {
    ornament(sheet, () => {
      sheet.doc
        .rect(left, y, sheetWidth, height + 2 * inset)
        .lineWidth(1)
        .strokeColor('#000')
        .stroke();
    });
  }
  tag(sheet, 'P', () => {
    const end = setRuns(sheet, runs, face, { x: left + inset, y: y + inset, width });
    sheet.y = end + inset + 5;
  });
}

/** The line for the name, and the name on it once it is signed. */
function drawInk(sheet: Sheet, runs: readonly Run[]): void {
  needRoom(sheet, 52);
  const y = sheet.y + 10;
  if (runs.length > 0) {
    tag(sheet, 'P', () => {
      setRuns(sheet, runs, { serif: true, size: 16 }, { x: left, y, width: sheetWidth });
    });
  }
  rule(sheet, y + 22, { width: 1, color: '#000' });
  sheet.y = y + 28;
}

/** The figures that belong together: two in a row, framed, never on two pages. */
function drawPlate(sheet: Sheet, cells: readonly { name: Run[]; value: Run[] }[]): void {
  const width = sheetWidth / 2;
  const height = 42;
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
  });
  sheet.y = top + rows * height + 10;
}

const valueWidth = 92;

/** What is paid, line by line: words on the left, the amount on the right. */
function drawRows(sheet: Sheet, rows: readonly { name: Run[]; value: Run[]; isSum: boolean }[]): void {
  for (const { name, value, isSum } of rows) {
    const words = isSum ? asBold(name) : name;
    const width = sheetWidth - valueWidth - 10;
    const height = heightOf(sheet, words, faces.row, width);
    needRoom(sheet, height + 8);
    const y = sheet.y + 4;
    tag(sheet, 'P', () => {
      setRuns(sheet, words, faces.row, { x: left, y, width });
      const amount = asBold(value);
      const lastLine = y + height - heightOf(sheet, amount, faces.row, valueWidth);
      const place = { x: left + sheetWidth - valueWidth, y: lastLine, width: valueWidth, align: 'right' } as const;
      setRuns(sheet, amount, faces.row, place);
    });
    sheet.y = y + height + 3;
    rule(sheet, sheet.y);
  }
  sheet.y += 5;
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
