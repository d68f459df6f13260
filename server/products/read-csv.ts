import { type CsvError, parse } from 'csv-parse/sync';
import type { Fault, Row } from './product-row.ts';

const columns = ['sku', 'name', 'url'] as const;

/**
 * The rows of a CSV text, each with its line. The first line names the columns, in any order and capitals; columns that we
 * do not know are left alone. Commas, semicolons or tabs stand between the cells, whichever the first line uses.
 */
export function readCsv(text: string): { rows: Row[] } | { faults: Fault[] } {
  const [head = ''] = text.split(/\r?\n/, 1);
  const delimiter = [',', ';', '\t'].find((sign) => head.includes(sign)) ?? ',';
  let lines: { record: string[]; info: { lines: number } }[];
  try {
    lines = parse(text, {
      bom: true,
      delimiter,
      trim: true,
      info: true,
      skip_empty_lines: true,
      relax_column_count: true,
    }) as unknown as typeof lines;
  } catch (error) {
    const { message, lines: at } = error as CsvError & { lines?: number };
    return { faults: [{ path: at === undefined ? 'csv' : `line ${at}`, message: `is not CSV: ${message}` }] };
  }
  const [names, ...rows] = lines;
  const header = (names?.record ?? []).map((name) => name.toLowerCase());
  const missing = columns.filter((name) => !header.includes(name));
  if (missing.length > 0) {
    return {
      faults: missing.map((name) => ({
        path: `line 1: ${name}`,
        message: 'is a column that the first line must name',
      })),
    };
  }
  const cell = (record: string[], name: (typeof columns)[number]) => record[header.indexOf(name)] ?? '';
  return {
    rows: rows.map(({ record, info }) => ({
      where: `line ${info.lines}: `,
      sku: cell(record, 'sku'),
      name: cell(record, 'name'),
      url: cell(record, 'url'),
    })),
  };
}
