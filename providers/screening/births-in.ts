/**
 * The years of birth that the remarks of an entry give: `DOB 19 Jun 1951`, `alt. DOB 1952`, `DOB circa 1960`,
 * `DOB 1950 to 1955`. Empty when they give none that can be read: then the birth is not known, and rules nobody out.
 */
export function birthsIn(remarks: string): { from: number; to: number }[] {
  return [...remarks.matchAll(/\bDOB\b([^;.([]*)/gi)].flatMap(([, said = '']) => {
    const years = [...said.matchAll(/\b(1[89]\d\d|20\d\d)\b/g)].map(([year]) => Number(year));
    if (years.length === 0) return [];
    // Of several years in one remark the outer ones count, as in a span: too wide is a question, too narrow a miss.
    return [{ from: Math.min(...years), to: Math.max(...years) }];
  });
}
