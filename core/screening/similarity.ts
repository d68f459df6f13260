/**
 * How similar two name forms are, in ten-thousandths: 1 − d / n, where d is the Levenshtein distance (letters put in,
 * taken out or replaced, each counts 1) and n the length of the longer form, both counted in UTF-16 units; rounded down.
 * The same form is 10000, an empty one 0 to any. Null when it is below `least`, which saves working it out.
 */
export function similarity(a: string, b: string, least: number): number | null {
  const longer = Math.max(a.length, b.length);
  if (a.length === 0 || b.length === 0) return least <= 0 ? 0 : null;
  const most = mostApart(longer, least);
  const distance = distanceWithin(a, b, most);
  return distance === null ? null : Math.floor(((longer - distance) * full) / longer);
}

export const full = 10_000;

/** 1 − d/n ≥ least/10000 in whole numbers: no float decides whether a person is on a list. */
function mostApart(longer: number, least: number): number {
  return Math.floor((longer * (full - least)) / full);
}

/** Which letters a form has, 32 kinds of them: what two forms can be told apart by at a glance. */
export function lettersOf(form: string): number {
  let letters = 0;
  for (let at = 0; at < form.length; at += 1) letters |= 1 << (form.charCodeAt(at) & 31);
  return letters;
}

/**
 * Whether letters and lengths alone say that two forms are less similar than that: a letter put in, taken out or replaced
 * changes at most two kinds. It rules out nearly everybody of a list, and nobody who counts.
 */
export function isTooFar(one: Glance, other: Glance, least: number): boolean {
  const most = mostApart(Math.max(one.length, other.length), least);
  if (Math.abs(one.length - other.length) > most) return true;
  let differ = one.letters ^ other.letters;
  let kinds = 0;
  for (; differ !== 0; kinds += 1) differ &= differ - 1;
  return kinds > 2 * most;
}

export type Glance = { readonly length: number; readonly letters: number };

/** The Levenshtein distance when it is at most `most`; null when it is more. Only what may still be within is worked out. */
function distanceWithin(a: string, b: string, most: number): number | null {
  if (a === b) return 0;
  if (Math.abs(a.length - b.length) > most) return null;
  const beyond = most + 1;
  let before = Array.from({ length: b.length + 1 }, (_, at) => Math.min(at, beyond));
  for (let row = 1; row <= a.length; row += 1) {
    const from = Math.max(1, row - most);
    const to = Math.min(b.length, row + most);
    const now = new Array<number>(b.length + 1).fill(beyond);
    now[0] = Math.min(row, beyond);
    let least = now[0];
    for (let column = from; column <= to; column += 1) {
      const isSame = a.charCodeAt(row - 1) === b.charCodeAt(column - 1);
      const replaced = before[column - 1]! + (isSame ? 0 : 1);
      const cost = Math.min(replaced, before[column]! + 1, now[column - 1]! + 1, beyond);
      now[column] = cost;
      if (cost < least) least = cost;
    }
    if (least > most) return null;
    before = now;
  }
  const distance = before[b.length]!;
  return distance <= most ? distance : null;
}
