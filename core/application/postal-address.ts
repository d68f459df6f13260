import { directionals, placeWords, streetWords, unitWords } from './postal-words.ts';

/** An address as somebody wrote it. */
export type PostalAddress = {
  readonly street1: string;
  readonly street2: string | null;
  readonly city: string;
  /** Two letters, also as ISO 3166-2: `FL` or `US-FL`. */
  readonly region: string;
  readonly postalCode: string;
  readonly country: string;
};

/**
 * The one form in which two addresses are compared (api-v3 3.5): capitals, no punctuation, the words that the postal
 * service abbreviates abbreviated (USPS Publication 28), the ZIP code's first five digits. Two spellings of one place
 * give one text; it is for comparing and never for a label.
 */
export function standardAddress(address: PostalAddress): string {
  const street = wordsOf(`${address.street1} ${address.street2 ?? ''}`);
  return [
    // `Apt #5` names its door twice.
    street
      .map(streetWord)
      .join(' ')
      .replace(/# (?=#)/g, ''),
    wordsOf(address.city)
      .map((word) => placeWords[word] ?? directionals[word] ?? word)
      .join(' '),
    plain(address.region).replace(/^US-/, ''),
    /^\d{5}/.exec(address.postalCode.trim())?.[0] ?? plain(address.postalCode),
    countries[plain(address.country)] ?? plain(address.country),
  ].join('|');
}

const streetWord = (word: string): string =>
  unitWords[word] ?? streetWords[word] ?? directionals[word] ?? placeWords[word] ?? word;

const countries: Readonly<Record<string, string>> = {
  USA: 'US',
  'U.S.': 'US',
  'U.S.A.': 'US',
  'UNITED STATES': 'US',
  'UNITED STATES OF AMERICA': 'US',
};

/** The words of a line. A point or an apostrophe joins (`N.E.`, `O'Neill`), everything else that is no letter parts. */
function wordsOf(line: string): string[] {
  return (
    plain(line)
      .replace(/[.'’]/g, '')
      .replace(/#/g, ' # ')
      // A hyphen or a slash counts inside a number alone: `12-34`, `1/2`.
      .replace(/(?<!\d)[-/]|[-/](?!\d)/g, ' ')
      .replace(/[^A-Z0-9#\-/]+/g, ' ')
      .trim()
      .split(' ')
  );
}

/** Capitals without accents and without space around or doubled. */
function plain(text: string): string {
  return text.normalize('NFKD').replace(/\p{M}/gu, '').toUpperCase().replace(/\s+/g, ' ').trim();
}
