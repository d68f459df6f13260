import assert from 'node:assert/strict';
import { readFileSync, renameSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import fc from 'fast-check';
import { birthsIn } from './births-in.ts';
import { listScreening } from './list.ts';
import { readList } from './read-list.ts';
import { madeUp, testLists } from './test-lists.ts';

const nobodysNumber = async () => null;

test('a person of either list is found by name or alias, with what the list says of them', async () => {
  const { folder } = testLists();
  const screening = await listScreening(folder);
  const ask = async (told: string, dateOfBirth: string | null) => {
    const [lastName = '', firstName = ''] = told.split(', ');
    const address = { street1: '12 Oak Street', city: 'Inkwell City', state: 'TX' };
    return (await screening.screen({ firstName, lastName, dateOfBirth, address, ssn: nobodysNumber })).matches;
  };
  const [zorn, ...others] = await ask('Quillfeather, Zorn Abelard', '1976-01-01');
  assert.deepEqual(others, []);
  assert.deepEqual(
    { ...zorn, fingerprint: '' },
    {
      entry: 'SDN 101',
      fingerprint: '',
      name: 'QUILLFEATHER, Zorn Abelard',
      isWeakName: false,
      otherNames: ['BARON OF THE INK', 'QUILLFEDDER, Sorn Abelard', 'THE BLOT'],
      similarity: 10_000,
      birth: 'within a year',
      places: ['1 Nib Lane, Inkwell City, Nowhere'],
      isSamePlace: true,
      says: "INKWELL; DOB 19 Jun 1970; alt. DOB 1975; POB Inkwell City; a.k.a. 'THE BLOT'.",
    },
  );
  const rows: [string, string | null, string[]][] = [
    ['Quillfeather, Zorn Abelard', '1972-06-01', []],
    ['Ink, Baron of the', '1971-06-01', ['SDN 101']],
    ['Quillfedder, Sorn Abelard', '1971-06-01', ['SDN 101']],
    ['Blot, The', '1971-06-01', ['SDN 101']],
    ['Unborn, Minnow', '1989-06-01', ['SDN 103']],
    ['Unborn, Minnow', '1990-06-01', []],
    ['Ranger, Oatmeal', '1953-06-01', ['CONS 201']],
    // Ships and companies are nobody's name.
    ['Tintorera, Maria', null, []],
    ['Lovelace, Ada', '1990-10-10', []],
  ];
  for (const [told, dateOfBirth, entries] of rows) {
    const found = (await ask(told, dateOfBirth)).map(({ entry }) => entry);
    assert.deepEqual(found, entries, `${told} ${dateOfBirth}`);
  }
});

test('what a list says has a hash and a day, and both are others when a file changes', async () => {
  const { folder, write } = testLists();
  for (const file of Object.keys(madeUp)) utimesSync(path.join(folder, file), 1_760_000_000, 1_760_000_000);
  const screening = await listScreening(folder);
  const first = await screening.lists();
  assert.deepEqual([first.hash.length, first.listedOn, first.problem], [64, '2025-10-09', null]);
  assert.equal((await (await listScreening(folder)).lists()).hash, first.hash);
  write('CONS_ALT.CSV', '201,9101,"aka","THE SPOON",-0- \r\n\u001a');
  const then = await screening.lists();
  assert.notEqual(then.hash, first.hash);
  const spoon = { firstName: 'The', lastName: 'Spoon', dateOfBirth: null, address: null, ssn: nobodysNumber };
  assert.deepEqual(
    (await screening.screen(spoon)).matches.map(({ entry }) => entry),
    ['CONS 201'],
  );
});

test('lists that are broken later are not used: the ones before go on, and say what is wrong', async () => {
  const { folder, write } = testLists();
  const screening = await listScreening(folder);
  const first = await screening.lists();
  write('SDN.CSV', '101,"QUILLFEATHER, Zorn"\r\n\u001a');
  const broken = await screening.lists();
  assert.equal(broken.hash, first.hash);
  assert.match(broken.problem ?? '', /^SDN\.CSV is not in the delimited format: row 1 has 2 columns and not 12\.$/);
  write('SDN.CSV', madeUp['SDN.CSV'].replace('Zorn', 'Zarn'));
  const repaired = await screening.lists();
  assert.equal(repaired.problem, null);
  assert.notEqual(repaired.hash, first.hash);
});

test('a missing or broken file is one sentence that names it', async () => {
  const missing = testLists();
  rmSync(path.join(missing.folder, 'CONS_ADD.CSV'));
  const [first = '', ...others] = madeUp['SDN.CSV'].split('\r\n');
  const rows: [string, RegExp][] = [
    [missing.folder, /^CONS_ADD\.CSV is missing; it takes SDN\.CSV, ALT\.CSV, ADD\.CSV, CONS_PRIM\.CSV, /],
    ['/nowhere/lists', /^SDN\.CSV is missing; /],
    [testLists({ 'SDN.CSV': '' }).folder, /^SDN\.CSV is empty\.$/],
    [testLists({ 'ALT.CSV': '' }).folder, /^ALT\.CSV is empty\.$/],
    [
      testLists({ 'ALT.CSV': '<html>\n\u001a' }).folder,
      /^ALT\.CSV is not in the delimited format: row 1 has 1 columns/,
    ],
    [testLists({ 'ADD.CSV': '101,8001,"1 Nib' }).folder, /^ADD\.CSV breaks off within a line: it is cut off\.$/],
    [testLists({ 'ADD.CSV': '101,8001,"1 Nib\r\n\u001a' }).folder, /^ADD\.CSV is not in the delimited format: /],
    // Cut between two rows: the sign of the end is gone, or names are there without their people.
    [testLists({ 'SDN.CSV': `${first}\r\n` }).folder, /^SDN\.CSV ends otherwise than the others: it is cut off\.$/],
    [
      testLists({ 'SDN.CSV': others.join('\r\n') }).folder,
      /^2 of the 2 rows of ALT\.CSV belong to nobody of SDN\.CSV: one of them is cut off, or they are of different days\.$/,
    ],
    [
      testLists({ 'SDN.CSV': '\u001a', 'ALT.CSV': '\u001a', 'ADD.CSV': '\u001a', 'SDN_COMMENTS.CSV': '\u001a' }).folder,
      /^SDN\.CSV names no individual: /,
    ],
    [testLists({ 'SDN.CSV': `${madeUp['SDN.CSV']}\r\n${first}` }).folder, /^SDN\.CSV goes on after its end: /],
    [
      testLists({ 'SDN.CSV': `ent_num,name,type,program,title,a,b,c,d,e,f,remarks\r\n${madeUp['SDN.CSV']}` }).folder,
      /row 1 begins with no number of an entry/,
    ],
  ];
  for (const [folder, sentence] of rows) {
    await assert.rejects(listScreening(folder), (error: Error) => {
      assert.match(error.message, sentence);
      return true;
    });
  }
  await listScreening(testLists({ 'SDN_COMMENTS.CSV': '103,"DOB circa 1988"\r\n' }).folder);
  // The comments need not be there, names may be in small letters, and other lists have no sign at their end.
  const plain = testLists();
  rmSync(path.join(plain.folder, 'SDN_COMMENTS.CSV'));
  renameSync(path.join(plain.folder, 'SDN.CSV'), path.join(plain.folder, 'sdn.csv'));
  for (const file of ['CONS_PRIM.CSV', 'CONS_ALT.CSV', 'CONS_ADD.CSV'] as const) {
    plain.write(file, madeUp[file].replace('\u001a', '') || '\r\n');
  }
  await assert.rejects(listScreening(plain.folder), /CONS_ALT\.CSV is empty/);
  plain.write('CONS_ALT.CSV', '201,9101,"aka","THE SPOON",-0- \r\n');
  await listScreening(plain.folder);
  plain.write('SDN.CSV', madeUp['SDN.CSV']);
  await assert.rejects(
    listScreening(plain.folder),
    /^Error: SDN\.CSV is there twice, as SDN\.CSV and sdn\.csv: keep one\.$/,
  );
});

test('a list that names less than half of its people is not used until somebody says that it is right', async () => {
  const { folder, write } = testLists();
  const screening = await listScreening(folder);
  const { hash } = await screening.lists();
  const [, , minnow] = madeUp['SDN.CSV'].split('\r\n');
  const small = { 'SDN.CSV': `${minnow}\r\n\u001a`, 'ALT.CSV': '\u001a', 'ADD.CSV': '\u001a' };
  // Half of them: that may be.
  for (const [file, text] of Object.entries(small)) write(file, text);
  assert.equal((await screening.lists()).problem, null);
  const grown = {
    ...madeUp,
    'SDN.CSV': madeUp['SDN.CSV'].replace('104,"MARIA TINTORERA","vessel"', '104,"MARIA TINTORERA","individual"'),
  };
  for (const [file, text] of Object.entries(grown)) write(file, text);
  const whole = await screening.lists();
  assert.equal(whole.problem, null);
  for (const [file, text] of Object.entries(small)) write(file, text);
  const refused = await screening.lists();
  assert.equal(refused.hash, whole.hash, 'the ones before go on');
  const [, right = ''] =
    /^The SDN list names 1 people and named 3 before\. If that is right, write ([0-9a-f]{16}) into ACCEPTED\.TXT/.exec(
      refused.problem ?? '',
    ) ?? [];
  write('ACCEPTED.TXT', 'yes\n');
  assert.notEqual((await screening.lists()).problem, null);
  write('ACCEPTED.TXT', `Jane Doe, 26 November: ${right}\n`);
  const accepted = await screening.lists();
  assert.equal(accepted.problem, null);
  assert.ok(accepted.hash.startsWith(right));
  assert.notEqual(accepted.hash, hash);
});

test('what is listed twice is one entry, letters of Windows are letters, and remarks go on in the comments', async () => {
  const long = `DOB 19 Jun 1970; ${'Passport A1234567 (Nowhere); '.repeat(33)}alt. DOB 19`;
  const nul = '-0- ,-0- ,-0- ,-0- ,-0- ,-0- ,-0- ';
  const folder = testLists({
    'SDN.CSV': `101,"QUILLFEATHER, Zorn","individual","INKWELL",${nul},"${long}"\r\n101,"QUILLFEDER, Zorn","individual","INKWELL",${nul},"DOB circa Mar 1961"\r\n\u001a`,
    'ALT.CSV': '101,9001,"aka","THE SPOON",-0- \r\n101,9001,"aka","THE SPOON",-0- \r\n\u001a',
    'ADD.CSV': '\u001a',
    'SDN_COMMENTS.CSV': `101,"80; a.k.a. 'ÉL BARÓN'; a.k.a. ""O'INK"" (Nowhere)."\r\n\u001a`,
  }).folder;
  const comments = path.join(folder, 'SDN_COMMENTS.CSV');
  writeFileSync(comments, Buffer.from(readFileSync(comments, 'utf8'), 'latin1'));
  const { people } = await readList(folder);
  const { entry, names, weakNames, births } = people[0]!;
  assert.deepEqual(
    { entry, names, weakNames, births },
    {
      entry: 'SDN 101',
      names: ['QUILLFEATHER, Zorn', 'QUILLFEDER, Zorn', 'THE SPOON'],
      weakNames: ['ÉL BARÓN', "O'INK"],
      births: [
        { from: 1970, to: 1970 },
        { from: 1961, to: 1961 },
        { from: 1980, to: 1980 },
      ],
    },
  );
});

const word = fc.string({ unit: fc.constantFrom(...'ABCdeéñö\'-. ;,"'), minLength: 1, maxLength: 12 });
const listedName = fc.tuple(word, word).map(([last, first]) => `${last.trim()}X, ${first.trim()}Y`);
const year = fc.integer({ min: 1900, max: 2010 });
const birth = fc.oneof(
  year.map((one) => ({ text: `DOB 15 Mar ${one}`, from: one, to: one })),
  year.map((one) => ({ text: `DOB ${one}`, from: one, to: one })),
  year.map((one) => ({ text: `alt. DOB circa ${one}`, from: one, to: one })),
  year.map((one) => ({ text: `alt. DOB Mar ${one}`, from: one, to: one })),
  year.map((one) => ({ text: `DOB ${one} to ${one + 2}`, from: one, to: one + 2 })),
  year.map((one) => ({ text: `DOB 01 Jan ${one} to 31 Dec ${one + 1}`, from: one, to: one + 1 })),
);
const weakName = fc
  .string({ unit: fc.constantFrom(..."ABCéñ' "), minLength: 1, maxLength: 10 })
  .map((one) => `Q${one.trim()}Z`);
const listed = fc.record({
  names: fc.uniqueArray(listedName, { minLength: 1, maxLength: 4 }),
  weakNames: fc.uniqueArray(weakName, { maxLength: 3 }),
  births: fc.array(birth, { maxLength: 3 }),
  places: fc.array(fc.tuple(word, word), { maxLength: 3 }),
  passports: fc.nat({ max: 60 }),
  isPerson: fc.boolean(),
});
type Listed = typeof listed extends fc.Arbitrary<infer T> ? T : never;

test('a list written as it is published is read back as the same people', async () => {
  const { folder, write } = testLists();
  await fc.assert(
    fc.asyncProperty(
      fc.array(listed, { minLength: 1, maxLength: 8 }),
      fc.constantFrom('\r\n', '\n', '\r'),
      fc.constantFrom('utf8', 'latin1'),
      async (made, lineEnd, encoding) => {
        const all: Listed[] = [...made, { ...made[0]!, isPerson: true }];
        const files = published(all, lineEnd);
        for (const [file, text] of Object.entries(files))
          writeFileSync(path.join(folder, file), Buffer.from(text, encoding as BufferEncoding));
        const { people } = await readList(folder);
        assert.deepEqual(
          people
            .filter(({ entry }) => entry.startsWith('SDN'))
            .map(({ entry, names, weakNames, births, places }) => ({
              ...{ entry, names, weakNames, places },
              births: sortedOnce(births),
            })),
          all.flatMap((one, at) =>
            one.isPerson
              ? [
                  {
                    entry: `SDN ${at + 1}`,
                    names: one.names,
                    weakNames: one.weakNames,
                    births: sortedOnce(one.births),
                    places: one.places
                      .map(([street, city]) => [street.trim(), city.trim()].filter(Boolean).join(', '))
                      .filter(Boolean),
                  },
                ]
              : [],
          ),
        );
      },
    ),
    { numRuns: 300 },
  );
  write('SDN.CSV', madeUp['SDN.CSV']);
});

function sortedOnce(births: readonly { from: number; to: number }[]): string[] {
  return [...new Set(births.map(({ from, to }) => `${from} to ${to}`))].sort();
}

/** As the delimited files write it: quoted texts, `-0- ` for nothing, long remarks going on in the comments. */
function published(people: readonly Listed[], lineEnd: string): Record<string, string> {
  const cell = (text: string) => (text === '' ? '-0- ' : `"${text.replaceAll('"', '""')}"`);
  const file = (rows: readonly (readonly string[])[]) => `${rows.map((row) => row.join(',') + lineEnd).join('')}\u001a`;
  const remarksOf = ({ births, weakNames, passports }: Listed) =>
    [
      ...births.map(({ text }) => text),
      ...Array.from({ length: passports }, (_, at) => `Passport N${1_000_000 + at} (Nowhere)`),
      ...weakNames.map((name) => `a.k.a. '${name}'`),
    ].join('; ');
  const numbered = people.map((one, at) => ({ ...one, number: String(at + 1), remarks: remarksOf(one) }));
  return {
    'SDN.CSV': file(
      numbered.map(({ number, names, isPerson, remarks }) => [
        ...[number, cell(names[0]!), isPerson ? '"individual"' : '-0- ', '"INKWELL"'],
        ...[...Array(7).fill('-0- '), cell(remarks.slice(0, 1_000))],
      ]),
    ),
    'ALT.CSV': file(
      numbered.flatMap(({ number, names }) => names.slice(1).map((name) => [number, '9', '"aka"', cell(name), '-0- '])),
    ),
    'ADD.CSV': file(
      numbered.flatMap(({ number, places }) =>
        places.map(([street, city]) => [number, '8', cell(street.trim()), cell(city.trim()), '-0- ', '-0- ']),
      ),
    ),
    'SDN_COMMENTS.CSV': file(
      numbered
        .filter(({ remarks }) => remarks.length > 1_000)
        .map(({ number, remarks }) => [number, cell(remarks.slice(1_000))]),
    ),
  };
}

test('years of birth are read from the remarks, the widest span of what one says', () => {
  const rows: [string, { from: number; to: number }[]][] = [
    ['DOB 19 Jun 1951; POB Giza; Passport 1084010 (issued 2001).', [{ from: 1951, to: 1951 }]],
    [
      'DOB 1951; alt. DOB 03 Mar 1953',
      [
        { from: 1951, to: 1951 },
        { from: 1953, to: 1953 },
      ],
    ],
    ['DOB 1950 to 1955.', [{ from: 1950, to: 1955 }]],
    ['DOB circa 1960 (individual). Listed 2011', [{ from: 1960, to: 1960 }]],
    ['DOB unknown', []],
    [
      'DOB Mar 1962; alt. DOB 1960 to 1962; POB 1951',
      [
        { from: 1962, to: 1962 },
        { from: 1960, to: 1962 },
      ],
    ],
    ['DOB 01 Jan 1960 to 31 Dec 1962', [{ from: 1960, to: 1962 }]],
    ['POB 1951 Street', []],
    ['', []],
  ];
  for (const [remarks, births] of rows) assert.deepEqual(birthsIn(remarks), births, remarks);
});
