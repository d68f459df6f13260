/**
 * A text in the letters of the fonts that lie in fonts/: Latin with all its accents, Greek, Cyrillic. A letter that is not
 * among them is taken apart and loses its accent; what has no such form at all becomes a question mark. Lines end where
 * they end.
 */
export function pageLetters(text: string): string {
  return Array.from(text.normalize('NFC'), (sign) => {
    if (isInFonts(sign) || sign === '\n') return sign;
    const plain = Array.from(sign.normalize('NFKD').replace(/\p{M}/gu, ''));
    return plain.length > 0 && plain.every(isInFonts) ? plain.join('') : '?';
  }).join('');
}

/** What every one of the fonts has. */
export const fontRanges: readonly (readonly [first: number, last: number])[] = [
  [0x20, 0x7e],
  [0xa0, 0x24f],
  [0x259, 0x259],
  [0x2bb, 0x2bc],
  [0x370, 0x3e1],
  [0x3f0, 0x4ff],
  [0x1e00, 0x1eff],
  [0x2010, 0x2015],
  [0x2018, 0x201e],
  [0x2020, 0x2022],
  [0x2026, 0x2026],
  [0x2030, 0x2030],
  [0x2039, 0x203a],
  [0x20a0, 0x20bf],
  [0x2122, 0x2122],
  [0x2212, 0x2212],
];

function isInFonts(sign: string): boolean {
  const code = sign.codePointAt(0) ?? 0;
  return fontRanges.some(([first, last]) => first <= code && code <= last);
}
