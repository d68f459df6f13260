import type { Block, Cell, Run } from './read-paper.ts';
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

type Table = Extract<Block, { kind: 'table' }>;

const face: Face = { size: 9 };
const headFace: Face = { size: 8 };
const underFace: Face = { size: 7.5, color: '#444' };
const padding = 4;
const gap = 8;

/** A table with amounts on the right. A row stays whole; on the next page its head stands above it again. */
export function drawTable(sheet: Sheet, { head, rows, foot }: Table): void {
  const columns = columnsOf(head);
  const headRow = head.map((cell) => ({ ...cell, runs: asBold(cell.runs) }));
  const table = sheet.doc.struct('Table');
  sheet.root.add(table);
  const first = rows[0] === undefined ? 0 : heightOfRow(sheet, rows[0], columns, face);
  needRoom(sheet, heightOfRow(sheet, headRow, columns, headFace) + first);
  drawRow(sheet, table, headRow, columns, { type: 'TH', look: headFace });
  rule(sheet, sheet.y, { width: 1, color: '#000' });
  for (const row of [...rows, ...foot.map(bold)]) {
    if (needRoom(sheet, heightOfRow(sheet, row, columns, face))) {
      ornament(sheet, () => setCells(sheet, headRow, columns, headFace, (draw) => draw()));
      rule(sheet, sheet.y, { width: 1, color: '#000' });
    }
    drawRow(sheet, table, row, columns, { type: 'TD', look: face });
    rule(sheet, sheet.y);
  }
  table.end();
  sheet.y += 7;
}

const asBold = (runs: readonly Run[]): Run[] => runs.map((run) => ({ ...run, bold: true }));

const bold = (row: readonly Cell[]): Cell[] => row.map((cell) => ({ ...cell, runs: asBold(cell.runs) }));

type Column = { x: number; width: number };

/** Amounts get the width they need, words the rest. */
function columnsOf(head: readonly Cell[]): Column[] {
  const narrow = 86;
  const wide = head.filter(({ isNumber }, at) => !isNumber && at === 0).length;
  const rest = sheetWidth - (head.length - wide) * (narrow + gap);
  let x = sheetMargin.side;
  return head.map(({ isNumber }, at) => {
    const width = !isNumber && at === 0 ? rest : narrow;
    const column = { x, width };
    x += width + gap;
    return column;
  });
}

function drawRow(
  sheet: Sheet,
  table: PDFKit.PDFStructureElement,
  row: readonly Cell[],
  columns: readonly Column[],
  { type, look }: { type: 'TH' | 'TD'; look: Face },
): void {
  const line = sheet.doc.struct('TR');
  table.add(line);
  setCells(sheet, row, columns, look, (draw) => line.add(sheet.doc.struct(type, {}, draw)));
  line.end();
}

function setCells(
  sheet: Sheet,
  row: readonly Cell[],
  columns: readonly Column[],
  look: Face,
  put: (draw: () => void) => void,
): void {
  const top = sheet.y + padding;
  const height = heightOfRow(sheet, row, columns, look);
  row.forEach(({ runs, under, isNumber }, at) => {
    const column = columns[at];
    if (column === undefined || runs.length + under.length === 0) return;
    put(() => {
      const place = { ...column, align: isNumber ? 'right' : 'left' } as const;
      const end = runs.length === 0 ? top : setRuns(sheet, runs, look, { ...place, y: top });
      if (under.length > 0) setRuns(sheet, under, underFace, { ...place, y: end });
    });
  });
  sheet.y = sheet.y + height;
}

function heightOfRow(sheet: Sheet, row: readonly Cell[], columns: readonly Column[], look: Face): number {
  const heights = row.map(({ runs, under }, at) => {
    const width = columns[at]?.width ?? sheetWidth;
    const below = under.length === 0 ? 0 : heightOf(sheet, under, underFace, width);
    return (runs.length === 0 ? 0 : heightOf(sheet, runs, look, width)) + below;
  });
  return Math.max(...heights, look.size) + 2 * padding;
}
