/** What was given of a question, as the end of an address: `?page=2`; nothing where nothing was given. */
export function query(asked: Readonly<Record<string, string | undefined>>): string {
  const given = Object.entries(asked).filter((pair): pair is [string, string] => pair[1] !== undefined);
  return given.length === 0 ? '' : `?${new URLSearchParams(given)}`;
}

/** Under a list: where in it one is. */
export function pageSays({ page, totalPages, count }: { page: number; totalPages: number; count: number }): string {
  return `Page ${page} of ${Math.max(1, totalPages)}, ${count} in all.`;
}
