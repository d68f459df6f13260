import assert from 'node:assert/strict';
import { test } from 'node:test';
import { notLeasedOf, readNotLeased } from './goods.ts';

const cards = {
  kind: 'gift cards',
  kind_es: 'tarjetas de regalo',
  sku_prefixes: ['GC-'],
  words: ['gift card', 'tarjeta de regaló'],
  unless: ['holder'],
};
const kinds = readNotLeased({ not_leased: [cards, { kind: 'rugs', kind_es: 'alfombras', words: ['rug'] }] });

test('an article is known by the beginning of its sku, or by whole words of its description one after the other', () => {
  const cases: [sku: string, description: string, found: 'sku' | 'description' | null][] = [
    ['gc-50', 'Fifty dollars', 'sku'],
    ['XGC-50', 'Fifty dollars', null],
    ['A-1', 'Gift card, $50', 'description'],
    ['A-1', 'The e-GIFT CARD of Halden', 'description'],
    ['A-1', 'Tarjeta de regalo', 'description'],
    ['A-1', 'Gift-card holder, oak', null],
    ['A-1', 'Gift cardboard', null],
    ['A-1', 'Card for a gift', null],
    ['A-1', 'Drug cabinet', null],
    ['A-1', 'Rug', 'description'],
    ['DISCOUNT-GIFT', 'Gift card', null],
    ['discount', 'rug', null],
  ];
  for (const [sku, description, member] of cases) {
    const [found] = notLeasedOf([{ sku, description }], kinds);
    assert.equal(found?.member ?? null, member, `${sku} ${description}`);
  }
});

test('each article is found once, where it stands in the order, with what it is called', () => {
  const found = notLeasedOf(
    [
      { sku: 'LAMP', description: 'Lamp' },
      { sku: 'GC-1', description: 'A gift card with a rug' },
      { sku: 'R', description: 'rug' },
    ],
    kinds,
  );
  assert.deepEqual(found, [
    { index: 1, member: 'sku', kind: { en: 'gift cards', es: 'tarjetas de regalo' } },
    { index: 2, member: 'description', kind: { en: 'rugs', es: 'alfombras' } },
  ]);
  assert.deepEqual(notLeasedOf([{ sku: 'GC-1', description: '' }], []), []);
});

test('a row that is wrong is named', () => {
  const wrongs: [unknown, RegExp][] = [
    [{}, /not_leased should be a list/],
    [{ not_leased: [cards, { ...cards, kind_es: undefined }] }, /not_leased\[1\]/],
    [{ not_leased: [{ kind: 'rugs', words: ['rug'] }] }, /^Error: not_leased\[0\] needs a kind and a kind_es\.$/],
    [
      { not_leased: [{ kind: 'rugs', kind_es: 'alfombras' }] },
      /^Error: not_leased\[0\] needs sku_prefixes or words\.$/,
    ],
    [{ not_leased: [{ ...cards, words: ['!'] }] }, /not_leased\[0\] has the words '!'/],
    [{ not_leased: [{ ...cards, colour: 'red' }] }, /not_leased\[0\]\.colour is not a key/],
    [{ not_leased: [{ ...cards, words: ['rug', ''] }] }, /not_leased\[0\]\.words\[1\] should be a text/],
  ];
  for (const [json, says] of wrongs) assert.throws(() => readNotLeased(json), says, JSON.stringify(json));
});
