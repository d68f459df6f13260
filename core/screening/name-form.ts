/**
 * The form in which two names are compared (domain 4.1): compatibility decomposition, upper case, no marks; apostrophes
 * and full stops close up (O'Neil is ONEIL), every other sign parts; then the words in the order of their letters, with a
 * space between. The order in which a name is told does not matter. Empty when nothing of it is a letter or a digit.
 */
export function nameForm(name: string): string {
  return wordsOf(name).sort().join(' ');
}

/** The words of a text in the same form, in the order they stand. */
export function wordsOf(text: string): string[] {
  return (
    text
      .normalize('NFKD')
      .toUpperCase()
      // A capital may fall apart once more, as that of an i with a dot does.
      .normalize('NFKD')
      .replace(/[\p{M}'’ʼ`´.]/gu, '')
      .replace(/[ØŁĐÆŒ]/g, (letter) => plain[letter] ?? letter)
      .split(/[^\p{L}\p{N}]+/u)
      .filter(Boolean)
  );
}

/** Letters with a stroke, and joined ones, that no decomposition takes apart. */
const plain: Readonly<Record<string, string>> = { Ø: 'O', Ł: 'L', Đ: 'D', Æ: 'AE', Œ: 'OE' };
