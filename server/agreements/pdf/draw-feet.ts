import { ornament, type Sheet, setRuns, sheetMargin, sheetWidth } from './sheet.ts';

/** What stands at the foot of every page: what it is a page of, and which of how many. */
export function drawFeet(sheet: Sheet, about: string, pageOf: (page: number, count: number) => string): void {
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
      setRuns(sheet, plain(about), face, { ...place, width: sheetWidth - 60 });
      setRuns(sheet, plain(pageOf(page - start + 1, count)), face, { ...place, align: 'right' });
    });
  }
}
