import assert from 'node:assert/strict';
import { test } from 'node:test';
import { accountEn } from './account-en.ts';
import { en } from './en.ts';
import { laterEn } from './later-en.ts';
import { panels } from './panels-en.ts';

const sentences = [...textsIn(en), ...textsIn(laterEn), ...textsIn(accountEn), ...textsIn(panels)];

test('the catalogue has no empty text', () => {
  assert.ok(sentences.length > 150, `${sentences.length} texts`);
  for (const { path, text } of sentences) assert.notEqual(text.trim(), '', path);
});

test('no sentence shows a placeholder that was not filled in', () => {
  for (const { path, text } of sentences) assert.doesNotMatch(text, /undefined|NaN|\[object|null/, path);
});

function textsIn(value: unknown, path = ''): { path: string; text: string }[] {
  if (typeof value === 'string') return [{ path, text: value }];
  // A sentence with gaps is read with a word in every gap.
  if (typeof value === 'function') return textsIn(value(...Array(value.length).fill('3')), path);
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([key, each]) => textsIn(each, `${path}.${key}`));
}
