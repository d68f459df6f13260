import assert from 'node:assert/strict';
import { rmSync, utimesSync } from 'node:fs';
import path from 'node:path';
import { test } from 'node:test';
import { birthsIn } from './births-in.ts';
import { listScreening } from './list.ts';
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
      similarity: 10_000,
      birth: 'within a year',
      places: ['1 Nib Lane, Inkwell City, Nowhere'],
      isSamePlace: true,
    },
  );
  const rows: [string, string | null, string[]][] = [
    ['Quillfeather, Zorn Abelard', '1972-06-01', []],
    ['Ink, Baron of the', '1971-06-01', ['SDN 101']],
    ['Quillfedder, Sorn Abelard', '1971-06-01', ['SDN 101']],
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
  write('CONS_ALT.CSV', '201,9101,"aka","THE SPOON",-0- ');
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
  write('SDN.CSV', '101,"QUILLFEATHER, Zorn"');
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
  const rows: [string, RegExp][] = [
    [missing.folder, /^CONS_ADD\.CSV is missing; it takes SDN\.CSV, ALT\.CSV, ADD\.CSV, CONS_PRIM\.CSV, /],
    [testLists({ 'SDN.CSV': '\u001a' }).folder, /^SDN\.CSV names no individual: it is empty or cut off\.$/],
    [testLists({ 'ALT.CSV': '<html>' }).folder, /^ALT\.CSV is not in the delimited format: row 1 has 1 columns/],
    [testLists({ 'ADD.CSV': '101,8001,"1 Nib' }).folder, /^ADD\.CSV is not in the delimited format: /],
    ['/nowhere/lists', /^SDN\.CSV is missing; /],
  ];
  for (const [folder, sentence] of rows) {
    await assert.rejects(listScreening(folder), (error: Error) => sentence.test(error.message), String(sentence));
  }
  // The comments need not be there.
  const plain = testLists();
  rmSync(path.join(plain.folder, 'SDN_COMMENTS.CSV'));
  await listScreening(plain.folder);
});

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
    ['POB 1951 Street', []],
    ['', []],
  ];
  for (const [remarks, births] of rows) assert.deepEqual(birthsIn(remarks), births, remarks);
});
