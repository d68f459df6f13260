import assert from 'node:assert/strict';
import { test } from 'node:test';
import { stateNames } from '../states/state-names.ts';
import { placeOfZip } from './zip-places.ts';

const every = Array.from({ length: 1000 }, (_, index) => `${String(index).padStart(3, '0')}01`);

test('a ZIP code says its state, and its city where the area is one city’s', () => {
  for (const [zip, state, city] of [
    ['30301', 'GA', 'Atlanta'],
    ['78705', 'TX', 'Austin'],
    ['73301', 'TX', 'Austin'],
    ['88510', 'TX', 'El Paso'],
    ['20101', 'VA', null],
    ['20001', 'DC', 'Washington'],
    ['05501', 'MA', null],
    ['39901', 'GA', null],
    ['06390', 'NY', null],
    ['83414', 'WY', null],
    ['02139-4307', 'MA', null],
    ['90210', 'CA', null],
    ['99501', 'AK', null],
  ] as const) {
    assert.deepEqual(placeOfZip(zip), { state, city }, zip);
  }
});

test('what nobody knows is not guessed: territories, armed forces, areas that are not in use, what is no ZIP code', () => {
  for (const zip of ['00901', '00801', '96910', '09012', '34001', '96201', '00001', '21301', '99', '']) {
    assert.equal(placeOfZip(zip), null, zip);
  }
});

test('every state has an area', () => {
  const found = new Set(every.flatMap((zip) => placeOfZip(zip)?.state ?? []));
  assert.deepEqual([...found].sort(), Object.keys(stateNames).sort());
});
