import assert from 'node:assert/strict';
import { test } from 'node:test';
import { documentsMissing, mediaTypeOf } from './documents.ts';

const bytes = (text: string) => Buffer.from(text, 'latin1');

for (const [first, type] of [
  ['\xff\xd8\xff\xe0 a photo', 'image/jpeg'],
  ['\x89PNG\r\n\x1a\n a picture', 'image/png'],
  ['%PDF-1.7 a bill', 'application/pdf'],
  ['GIF89a', null],
  ['<html>', null],
  ['PK\x03\x04', null],
  ['\x89PNG', null],
  [' %PDF-1.7', null],
  ['', null],
] as const) {
  test(`a file that begins with ${JSON.stringify(first)} is ${type ?? 'not taken'}, whatever it is called`, () => {
    assert.equal(mediaTypeOf(bytes(first)), type);
  });
}

test('the front of an ID and an address are needed; a back is handed in where there is one', () => {
  assert.deepEqual(documentsMissing([]), ['id_front', 'address']);
  assert.deepEqual(documentsMissing(['id_back', 'address']), ['id_front']);
  assert.deepEqual(documentsMissing(['id_front', 'address']), []);
});
