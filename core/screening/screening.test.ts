import assert from 'node:assert/strict';
import { test } from 'node:test';
import fc from 'fast-check';
import { type ListedPerson, matchesOf, prepareList, similarityLeast } from './match-person.ts';
import { nameForm } from './name-form.ts';
import { isTooFar, lettersOf, similarity } from './similarity.ts';

const zorn = listed({ names: ['QUILLFEATHER, Zorn Abelard', 'THE INK BARON'], births: [{ from: 1970, to: 1970 }] });

test('a name has one form, however it is told', () => {
  const forms: [string, string][] = [
    ['Ada Lovelace', 'ADA LOVELACE'],
    ['LOVELACE, Ada', 'ADA LOVELACE'],
    ['  lovelace   ADA ', 'ADA LOVELACE'],
    ['José Ñandú', 'JOSE NANDU'],
    ["Miles O'Neil", 'MILES ONEIL'],
    ['Miles O’Neil Jr.', 'JR MILES ONEIL'],
    ['Anne-Marie Dupont', 'ANNE DUPONT MARIE'],
    ['ﬁnn Straße', 'FINN STRASSE'],
    ['Łukasz Æther Ørn', 'AETHER LUKASZ ORN'],
    ['İpek', 'IPEK'],
    ['Ⅷ٣', 'VIII٣'],
    ['—', ''],
  ];
  for (const [told, form] of forms) assert.equal(nameForm(told), form, told);
});

test('similarity is one minus the letters that differ over the longer name, rounded down', () => {
  const rows: [string, string, number][] = [
    ['ABCDEFGHIJ', 'ABCDEFGHIJ', 10_000],
    ['ABCDEFGHIJ', 'ABCDEFGHIX', 9_000],
    ['ABCDEFGHIJ', 'ABCDEFGHI', 9_000],
    ['ABCDEFGHI', 'ABCDEFGHX', 8_888],
    ['ABCDEFGHIJ', 'BACDEFGHIJ', 8_000],
    ['KITTEN', 'SITTING', 5_714],
    ['A', 'B', 0],
    ['A', '', 0],
    ['', '', 0],
  ];
  for (const [a, b, alike] of rows) assert.equal(similarity(a, b, 0), alike, `${a} ${b}`);
});

test('what is below the least is not worked out, and what is at it counts', () => {
  assert.equal(similarity('ABCDEFGHIJ', 'ABCDEFGHIX', 9_000), 9_000);
  assert.equal(similarity('ABCDEFGHIJ', 'ABCDEFGHIX', 9_001), null);
  assert.equal(similarity('', '', similarityLeast), null);
  // 19 letters allow one change, 20 allow two.
  const long = 'ABCDEFGHIJKLMNOPQRST';
  assert.equal(similarity(long, 'XXCDEFGHIJKLMNOPQRST', similarityLeast), 9_000);
  assert.equal(similarity(long.slice(1), 'XXDEFGHIJKLMNOPQRST', similarityLeast), null);
});

const letters = fc.string({ unit: fc.constantFrom('A', 'B', 'C', ' '), maxLength: 24 });
const name = fc.string({ unit: 'grapheme', maxLength: 40 });

test('two names are as similar in either order, and the bound changes nothing but what is not told', () => {
  fc.assert(
    fc.property(letters, letters, fc.integer({ min: 0, max: 10_000 }), (a, b, least) => {
      const alike = similarity(a, b, 0)!;
      assert.equal(similarity(b, a, 0), alike);
      assert.equal(similarity(a, b, least), alike >= least ? alike : null);
      assert.equal(alike === 10_000, a === b && a !== '');
      assert.equal(alike, a && b ? Math.floor(((n(a, b) - slowly(a, b)) * 10_000) / n(a, b)) : 0);
    }),
    { numRuns: 2_000 },
  );
});

test('a glance at letters and lengths never rules out who is similar enough', () => {
  const glance = (form: string) => ({ length: form.length, letters: lettersOf(form) });
  const wide = fc.string({ unit: fc.constantFrom('A', 'a', 'Q', '!', 'Ж', ' '), maxLength: 30 });
  fc.assert(
    fc.property(wide, wide, fc.integer({ min: 0, max: 10_000 }), (a, b, least) => {
      if (isTooFar(glance(a), glance(b), least)) assert.equal(similarity(a, b, least), null);
    }),
    { numRuns: 5_000 },
  );
});

test('the order of the words, marks and capitals of a name do not matter', () => {
  fc.assert(
    fc.property(fc.array(name, { maxLength: 5 }), (words) => {
      const form = nameForm(words.join(' '));
      assert.equal(nameForm([...words].reverse().join(' ')), form);
      assert.equal(nameForm(words.join(' , ').normalize('NFD')), form);
      assert.equal(nameForm(form), form, 'a form is its own form');
    }),
    { numRuns: 2_000 },
  );
});

test('an identical name is a match under any list, a birth year more than one away is none', () => {
  fc.assert(
    fc.property(name, fc.integer({ min: 1900, max: 2020 }), fc.integer({ min: -5, max: 5 }), (told, year, apart) => {
      fc.pre(nameForm(told) !== '');
      const list = prepareList([listed({ names: [told], births: [{ from: year, to: year }] })]);
      const found = matchesOf({ name: told, dateOfBirth: `${year + apart}-06-15`, city: null }, list);
      assert.equal(found.length, Math.abs(apart) <= 1 ? 1 : 0);
      for (const one of found) assert.equal(one.similarity, 10_000);
    }),
  );
});

test('a match needs the name and the year of birth; a year that nobody knows fits', () => {
  const list = prepareList([
    zorn,
    listed({ entry: 'SDN 2', names: ['Unborn, Minnow'] }),
    listed({ entry: 'SDN 3', names: ['Ranger, Oat'], births: [{ from: 1950, to: 1955 }] }),
  ]);
  const rows: [string, string | null, string[]][] = [
    ['Zorn Abelard Quillfeather', '1970-01-01', ['SDN 1']],
    ['Abelard Quillfeather Zorn', '1969-01-01', ['SDN 1']],
    ['Zorn Abelard Quillfeather', '1971-12-31', ['SDN 1']],
    ['Zorn Abelard Quillfeather', '1968-12-31', []],
    ['Zorn Abelard Quillfeather', '1972-01-01', []],
    ['Zorn Abelard Quillfeather', null, ['SDN 1']],
    ['The Ink Baron', '1970-01-01', ['SDN 1']],
    ['The Ink Barron', '1970-01-01', ['SDN 1']],
    ['Zorn Quillfeather', '1970-01-01', []],
    ['Minnow Unborn', '2001-01-01', ['SDN 2']],
    ['Oat Ranger', '1949-01-01', ['SDN 3']],
    ['Oat Ranger', '1956-01-01', ['SDN 3']],
    ['Oat Ranger', '1957-01-01', []],
    ['Somebody Else', null, []],
    ['—', null, []],
  ];
  for (const [told, dateOfBirth, entries] of rows) {
    const found = matchesOf({ name: told, dateOfBirth, city: null }, list);
    assert.deepEqual(
      found.map(({ entry }) => entry),
      entries,
      `${told} ${dateOfBirth}`,
    );
  }
});

test('a person of a list is named once, by the name that is most similar, and an address helps and decides nothing', () => {
  const list = prepareList([
    listed({ names: ['Quillfeather, Zarn', 'Quillfeather, Zorn'], places: ['1 Nib Lane, Inkwell City, Nowhere'] }),
  ]);
  const ask = (city: string | null) => matchesOf({ name: 'Zorn Quillfeather', dateOfBirth: null, city }, list);
  assert.deepEqual(
    ask('inkwell  CITY').map(({ name: found, similarity: alike, isSamePlace }) => [found, alike, isSamePlace]),
    [['Quillfeather, Zorn', 10_000, true]],
  );
  for (const city of ['Well', 'Austin', null, '']) assert.equal(ask(city)[0]?.isSamePlace, false);
});

function listed(of: Partial<ListedPerson>): ListedPerson {
  return { entry: 'SDN 1', fingerprint: 'f', names: [], weakNames: [], births: [], places: [], says: '', ...of };
}

const n = (a: string, b: string) => Math.max(a.length, b.length);

/** The distance as a textbook has it, without a bound. */
function slowly(a: string, b: string): number {
  if (a === '' || b === '') return n(a, b);
  const memo = new Map<string, number>();
  const at = (i: number, j: number): number => {
    if (i === a.length || j === b.length) return a.length - i + (b.length - j);
    const key = `${i}|${j}`;
    const known = memo.get(key);
    if (known !== undefined) return known;
    const cost = a[i] === b[j] ? at(i + 1, j + 1) : 1 + Math.min(at(i + 1, j + 1), at(i + 1, j), at(i, j + 1));
    memo.set(key, cost);
    return cost;
  };
  return at(0, 0);
}
