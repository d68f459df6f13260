import assert from 'node:assert/strict';
import { test } from 'node:test';
import { accountEn } from './account-en.ts';
import { accountEs } from './account-es.ts';
import { cardEn, cardEs } from './card.ts';
import { en } from './en.ts';
import { es } from './es.ts';
import { hostedEn } from './hosted-en.ts';
import { hostedEs } from './hosted-es.ts';
import { laterEn } from './later-en.ts';
import { laterEs } from './later-es.ts';
import { panelsEn } from './panels-en.ts';
import { panelsEs } from './panels-es.ts';
import { sandboxEn } from './sandbox-en.ts';
import { sandboxEs } from './sandbox-es.ts';
import { statesIn } from './states.ts';

const english = new Map(
  textsIn({
    en,
    hosted: hostedEn,
    later: laterEn,
    account: accountEn,
    panels: panelsEn,
    sandbox: sandboxEn,
    card: cardEn,
  }),
);
const spanish = new Map(
  textsIn({
    en: es,
    hosted: hostedEs,
    later: laterEs,
    account: accountEs,
    panels: panelsEs,
    sandbox: sandboxEs,
    card: cardEs,
  }),
);

test('the catalogue has no empty text', () => {
  assert.ok(english.size > 200, `${english.size} texts`);
  for (const [path, text] of [...english, ...spanish]) assert.notEqual(text.trim(), '', path);
});

test('no sentence shows a placeholder that was not filled in', () => {
  for (const [path, text] of [...english, ...spanish]) {
    assert.doesNotMatch(text, /undefined|NaN|\[object|null|\{\w+\}/, path);
  }
});

test('every text is there in both languages, and says the same figures and names', () => {
  assert.deepEqual([...spanish.keys()], [...english.keys()]);
  const figures = (text: string) => (text.match(/\d[\d,.]*\d|\d|«\d»|\b(?:SSN|ITIN|PDF)\b/g) ?? []).sort();
  for (const [path, text] of english) {
    if (!saidInWords.includes(path)) assert.deepEqual(figures(spanish.get(path)!), figures(text), path);
  }
});

test('nothing in Spanish is English still', () => {
  const englishWord =
    /\b(the|you|your|we|is|are|this|that|with|of|and|every|payments?|lease|bag|store|code|type|account|please)\b/i;
  for (const [path, text] of spanish) {
    if (sameInBoth.includes(path)) continue;
    assert.notEqual(text, english.get(path), path);
    assert.doesNotMatch(text, englishWord, path);
  }
});

test('the states stand in the order of their names in either language', () => {
  for (const language of ['en', 'es'] as const) {
    const names = statesIn[language].map(({ name }) => name);
    assert.deepEqual(
      names,
      names.toSorted((one, other) => one.localeCompare(other)),
    );
    assert.equal(names.length, 51);
  }
  assert.equal(statesIn.es.find(({ value }) => value === 'NY')?.name, 'Nueva York');
});

/** English that is spoken to whoever reads English, and signs that every language writes alike. */
const sameInBoth = [
  '.en.other.name',
  '.en.other.label',
  '.en.other.language',
  '.later.review.option',
  '.later.review.line',
  '.account.account.device',
];

/** Where one language writes a number as a word or leaves it to the sentence. */
const saidInWords = ['.en.anotherLook'];

function textsIn(value: unknown, path = ''): [string, string][] {
  if (typeof value === 'string') return [[path, value]];
  // A sentence with gaps is read with its own mark in every gap.
  if (typeof value === 'function') {
    return textsIn(value(...Array.from({ length: value.length }, (_, gap) => `«${gap + 3}»`)), path);
  }
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => textsIn(each, `${path}.${key}`));
}
