import { directionals, streetWords } from './postal-words.ts';

/** The two lines of a street address. */
export type StreetLines = { readonly street1: string; readonly street2: string };

/**
 * A street as the postal service likes it on a label: the door on a line of its own, the last word's kind and the
 * directions abbreviated (USPS Publication 28). Only what is certain is changed: the North of `North Street` and
 * `Avenue of the Stars` stay as they are. It is offered and never put in somebody's mouth.
 */
export function postalStreet({ street1, street2 }: StreetLines): StreetLines {
  const line = street1.trim().replace(/\s+/g, ' ');
  const own = street2.trim();
  const door = own === '' ? doorAtEnd.exec(line) : null;
  const street = door === null ? line : line.slice(0, door.index);
  const unit = door === null ? own : named(door[1] ?? '', door[2] ?? '');
  return { street1: abbreviated(street.replace(/,$/, '')), street2: unit };
}

/** `Apt 4`, `# 4B`, `Suite 210` at the end of a line that has a street before it. A door has a digit, or is one letter. */
const doorAtEnd =
  /,? (apartment|apt|unit|suite|ste|room|rm|floor|fl|building|bldg|lot|space|spc|#)\.? ?#? ?([a-z]|[a-z0-9-]*\d[a-z0-9-]*)$/i;

const doors: Readonly<Record<string, string>> = {
  APARTMENT: 'Apt',
  SUITE: 'Ste',
  ROOM: 'Rm',
  FLOOR: 'Fl',
  BUILDING: 'Bldg',
  SPACE: 'Spc',
  '#': '#',
};

function named(kind: string, number: string): string {
  return `${doors[kind.toUpperCase()] ?? capital(kind)} ${number.toUpperCase()}`;
}

function abbreviated(street: string): string {
  // Whoever typed a capital meant the small letters too.
  const isAllSmall = street === street.toLowerCase();
  const words = street.split(' ').map((word) => (isAllSmall && !joining.has(word) ? capital(word) : word));
  // A number, a name and a kind at least: of `12 Court` the court is the name.
  if (words.length < 3 || !/^\d/.test(words[0] ?? '')) return words.join(' ');
  const last = words.length - 1;
  const isAfterKind = last > 2 && directionals[plain(words[last])] !== undefined && isKind(words[last - 1]);
  const at = isAfterKind ? last - 1 : last;
  return words
    .map((word, index) => {
      if (index === at) return kindOf(word);
      const isDirection = (isAfterKind && index === last) || (index === 1 && at > 2);
      return isDirection ? (directionals[plain(word)] ?? word) : word;
    })
    .join(' ');
}

const joining = new Set(['of', 'the', 'and', 'de', 'del', 'la', 'las', 'los']);

const kindOf = (word: string): string => (isKind(word) ? capital(streetWords[plain(word)] ?? word) : word);

const isKind = (word: string | undefined): boolean => streetWords[plain(word)] !== undefined;

const plain = (word = ''): string => word.toUpperCase().replace(/\.$/, '');

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1).toLowerCase();
