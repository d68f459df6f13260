/**
 * The weak aliases of an entry, broad ones such as nicknames: in the delimited format they stand in quotation marks among its
 * remarks, `a.k.a. 'THE BARON'`. A name may have an apostrophe of its own: it ends where the remark does.
 */
export function weakNamesIn(remarks: string): string[] {
  return [...remarks.matchAll(/\b[afn]\.k\.a\.\s*['"](.+?)['"](?=\s*(?:[;.(]|$))/gi)].map(([, name = '']) =>
    name.trim(),
  );
}
