/** Rows of text under each other, every column as wide as its widest entry. */
export function columns(rows: readonly (readonly string[])[]): string {
  const widths = rows.reduce<number[]>((all, row) => {
    for (const [at, entry] of row.entries()) all[at] = Math.max(all[at] ?? 0, entry.length);
    return all;
  }, []);
  return rows
    .map((row) =>
      row
        .map((entry, at) => entry.padEnd(widths[at]!))
        .join('  ')
        .trimEnd(),
    )
    .join('\n');
}
