import assert from 'node:assert/strict';
import { test } from 'node:test';
import { standardAddress } from './postal-address.ts';
import { postalStreet } from './postal-street.ts';

const place = { city: 'Austin', region: 'TX', postalCode: '78701', country: 'US' };

const written: [street1: string, street2: string, first: string, second: string][] = [
  ['123 Main Street Apt 4', '', '123 Main St', 'Apt 4'],
  ['123 main street, apartment 4b', '', '123 Main St', 'Apt 4B'],
  ['123 Main St #7', '', '123 Main St', '# 7'],
  ['9 Oak Avenue Suite 210', '', '9 Oak Ave', 'Ste 210'],
  ['123 North Main Street', '', '123 N Main St', ''],
  ['123 Main Street Northwest', '', '123 Main St NW', ''],
  ['1904  Guadalupe   Street', 'Apt 2', '1904 Guadalupe St', 'Apt 2'],
  ['123 North Street', '', '123 North St', ''],
  ['1 avenue of the stars', '', '1 Avenue of the Stars', ''],
  ['55 Elm Boulevard Unit C', '', '55 Elm Blvd', 'Unit C'],
];

test('a street is offered as it stands on a label, with the door on a line of its own', () => {
  for (const [street1, street2, first, second] of written) {
    assert.deepEqual(postalStreet({ street1, street2 }), { street1: first, street2: second }, street1);
  }
});

test('what is offered is the same place, and offering it again changes nothing', () => {
  for (const [street1, street2] of written) {
    const offered = postalStreet({ street1, street2 });
    assert.equal(standardAddress({ ...offered, ...place }), standardAddress({ street1, street2, ...place }), street1);
    assert.deepEqual(postalStreet(offered), offered);
  }
});

test('what is not certain stays as it was typed', () => {
  for (const street1 of [
    '123 North St',
    '1 Avenue of the Stars',
    '12 Court',
    '7 Fort Lot',
    'Main Street',
    '8 Broadway',
    '',
  ]) {
    assert.deepEqual(postalStreet({ street1, street2: '' }), { street1, street2: '' }, street1);
  }
  assert.deepEqual(postalStreet({ street1: '5 Elm St Apt 4', street2: 'Rear' }).street2, 'Rear');
});
