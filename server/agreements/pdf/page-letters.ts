/**
 * A text in the letters that every PDF reader has without a font of ours (Windows-1252). A letter with an accent that
 * is not among them loses the accent; what has no such form at all becomes a question mark.
 */
export function pageLetters(text: string): string {
  return Array.from(text.normalize('NFC'), (sign) => {
    if (has(sign)) return sign;
    const plain = Array.from(sign.normalize('NFKD').replace(/\p{M}/gu, ''), (part) => close[part] ?? part).join('');
    return plain !== '' && Array.from(plain).every(has) ? plain : '?';
  }).join('');
}

const beyondLatin1 = '€‚ƒ„…†‡ˆ‰Š‹ŒŽ‘’“”•–—˜™š›œžŸ';

function has(sign: string): boolean {
  const code = sign.codePointAt(0) ?? 0;
  return (code >= 0x20 && code <= 0x7e) || (code >= 0xa0 && code <= 0xff) || beyondLatin1.includes(sign);
}

const close: Record<string, string> = {
  ł: 'l',
  Ł: 'L',
  đ: 'd',
  Đ: 'D',
  ı: 'i',
  ħ: 'h',
  Ħ: 'H',
  '−': '-',
  '‐': '-',
  '‑': '-',
};
