import { type Day, yearOf } from '../calendar/day.ts';
import { nameForm, wordsOf } from './name-form.ts';
import { type Glance, isTooFar, lettersOf, similarity } from './similarity.ts';

/** A person of a list, with all that the list says of them. */
export type ListedPerson = {
  /** The list and the number there, like `SDN 12345`. */
  readonly entry: string;
  /** Of everything the list says of this person: another fingerprint is another question. */
  readonly fingerprint: string;
  /** The name and every alias, as listed. */
  readonly names: readonly string[];
  /** Aliases that the list itself calls weak, such as nicknames: they count like names, and whoever looks is told. */
  readonly weakNames: readonly string[];
  /** Years in which they may be born, ends included; empty when the list does not say. */
  readonly births: readonly { readonly from: number; readonly to: number }[];
  /** Addresses, as listed. */
  readonly places: readonly string[];
  /** All else that the list says, as listed: days of birth, passports, nationality. */
  readonly says: string;
};

/** Somebody of a list who may be the person that was asked about: only a person can say whether they are. */
export type ListMatch = {
  readonly entry: string;
  readonly fingerprint: string;
  /** The listed name that is most similar. */
  readonly name: string;
  readonly isWeakName: boolean;
  /** Every other name of theirs. */
  readonly otherNames: readonly string[];
  /** Ten-thousandths. */
  readonly similarity: number;
  readonly birth: 'within a year' | 'not on the list' | 'not known of the person';
  readonly places: readonly string[];
  /** Whether a listed address names the person's city. It helps who looks; it never rules a match out. */
  readonly isSamePlace: boolean;
  readonly says: string;
};

export type AskedPerson = {
  readonly name: string;
  readonly dateOfBirth: Day | null;
  readonly city: string | null;
};

/** A list with its names in their form, ready to be asked again and again. */
export type PreparedList = readonly PreparedName[];

type PreparedName = Glance & {
  readonly form: string;
  readonly name: string;
  readonly isWeakName: boolean;
  readonly of: ListedPerson;
};

/** A name is that similar or it is another (domain 4.6). */
export const similarityLeast = 9_000;

/** Years between two births that may still be one: lists are often wrong by one. */
const birthYearsApart = 1;

export function prepareList(people: readonly ListedPerson[]): PreparedList {
  return people.flatMap((of) => {
    const named = (names: readonly string[], isWeakName: boolean) =>
      names.map((name) => ({ of, name, isWeakName, ...glanceAt(nameForm(name)) }));
    return [...named(of.names, false), ...named(of.weakNames, true)].filter(({ length }) => length > 0);
  });
}

/**
 * Everybody of a list who may be this person: a name or an alias at least 0.90 similar, *and* a year of birth at most one
 * away or not known on either side (domain 4.6). The most similar first, then in the order of the entries; each once.
 */
export function matchesOf(person: AskedPerson, list: PreparedList): ListMatch[] {
  const asked = glanceAt(nameForm(person.name));
  const found = new Map<string, ListMatch>();
  for (const listed of list) {
    if (isTooFar(asked, listed, similarityLeast)) continue;
    const alike = similarity(asked.form, listed.form, similarityLeast);
    const birth = alike === null ? null : birthOf(person, listed.of);
    if (alike === null || birth === null) continue;
    const { entry, fingerprint, places, says } = listed.of;
    const known = found.get(entry);
    if (known !== undefined && known.similarity >= alike) continue;
    const isSamePlace = places.some((place) => isIn(person.city, place));
    const { name, isWeakName } = listed;
    const otherNames = [...listed.of.names, ...listed.of.weakNames].filter((other) => other !== name);
    const what = { entry, fingerprint, name, isWeakName, otherNames, similarity: alike };
    found.set(entry, { ...what, birth, places, isSamePlace, says });
  }
  return [...found.values()].sort((a, b) => b.similarity - a.similarity || (a.entry < b.entry ? -1 : 1));
}

const glanceAt = (form: string) => ({ form, length: form.length, letters: lettersOf(form) });

/** How the births compare; null when they say that it is somebody else. */
function birthOf({ dateOfBirth }: AskedPerson, { births }: ListedPerson): ListMatch['birth'] | null {
  if (dateOfBirth === null) return 'not known of the person';
  if (births.length === 0) return 'not on the list';
  const year = yearOf(dateOfBirth);
  const fits = births.some(({ from, to }) => from - birthYearsApart <= year && year <= to + birthYearsApart);
  return fits ? 'within a year' : null;
}

function isIn(city: string | null, place: string): boolean {
  const wanted = city === null ? '' : wordsOf(city).join(' ');
  return wanted !== '' && ` ${wordsOf(place).join(' ')} `.includes(` ${wanted} `);
}
