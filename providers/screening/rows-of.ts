import { parse } from 'csv-parse';

/**
 * The rows of a file in the delimited format of the Office of Foreign Assets Control. A cell that says nothing is written
 * `-0- `; the first is the number of the entry. @throws Error with a sentence that names the file and the row.
 */
export async function rowsOf(file: string, text: string, columns: number): Promise<string[][]> {
  const rows: string[][] = [];
  try {
    const parser = parse(text, {
      bom: true,
      trim: true,
      record_delimiter: ['\r\n', '\n', '\r'],
      relax_quotes: true,
      skip_empty_lines: true,
      relax_column_count: true,
    });
    for await (const row of parser as AsyncIterable<string[]>) {
      const at = `row ${rows.length + 1}`;
      if (row.length !== columns) throw new Error(`${at} has ${row.length} columns and not ${columns}`);
      if (!/^\d+$/.test(row[0]!)) throw new Error(`${at} begins with no number of an entry`);
      rows.push(row.map((cell) => (cell.trim() === '-0-' ? '' : cell)));
    }
  } catch (error) {
    throw new Error(`${file} is not in the delimited format: ${(error as Error).message}.`);
  }
  return rows;
}
