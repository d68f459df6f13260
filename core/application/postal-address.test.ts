import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type PostalAddress, standardAddress } from './postal-address.ts';

const home: PostalAddress = {
  street1: '123 North Main Street',
  street2: 'Apartment 4B',
  city: 'Saint Paul',
  region: 'MN',
  postalCode: '55101-1234',
  country: 'US',
};

test('an address has one form for comparing', () => {
  assert.equal(standardAddress(home), '123 N MAIN ST # 4B|ST PAUL|MN|55101|US');
});

for (const [what, change] of [
  ['capitals', { street1: '123 NORTH MAIN STREET', city: 'SAINT PAUL', region: 'mn' }],
  ['space', { street1: '  123   North  Main\tStreet ', city: ' Saint  Paul ', postalCode: ' 55101 ' }],
  ['points and commas', { street1: '123 N. Main St.,', street2: 'Apt. 4B', city: 'St. Paul,' }],
  ['suffix and directional', { street1: '123 N Main Str' }],
  ['the door on the first line', { street1: '123 N Main St Apt 4B', street2: null }],
  ['the door as a number', { street2: '#4B' }],
  ['the door named twice', { street2: 'Apt # 4b' }],
  ['unit or suite', { street2: 'Unit 4B' }],
  ['no four more digits', { postalCode: '55101' }],
  ['nine digits in one', { postalCode: '551011234' }],
  ['the state as ISO 3166-2', { region: 'US-MN' }],
  ['the country in words', { country: 'United States of America' }],
  ['accents', { city: 'Sáint Pául' }],
] as const) {
  test(`${what} make no other address`, () => {
    assert.equal(standardAddress({ ...home, ...change }), standardAddress(home));
  });
}

for (const [what, change] of [
  ['another number', { street1: '124 North Main Street' }],
  ['another side of town', { street1: '123 South Main Street' }],
  ['another kind of street', { street1: '123 North Main Avenue' }],
  ['another door', { street2: 'Apartment 4C' }],
  ['no door', { street2: null }],
  ['another ZIP code', { postalCode: '55102-1234' }],
  ['another city', { city: 'Saint Cloud' }],
  ['another state', { region: 'WI' }],
  ['another country', { country: 'CA' }],
  ['a range instead of a number', { street1: '12-3 North Main Street' }],
] as const) {
  test(`${what} is another address`, () => {
    assert.notEqual(standardAddress({ ...home, ...change }), standardAddress(home));
  });
}

for (const [one, other] of [
  ['9 Avenue of the Americas', '9 AVE OF THE AMERICAS'],
  ['5 O’Neill Boulevard', "5 O'NEILL BLVD"],
  ['77 N.E. Ocean Parkway', '77 Northeast Ocean Pkwy'],
  ['1/2 Fort Hill Terrace', '1/2 Ft Hill Terr'],
  ['40 Highway 6', '40 HWY 6'],
  ['3 Cross-Creek Trail', '3 Cross Creek Trl'],
  ['8 Mount Holly Crossing', '8 Mt. Holly Xing'],
  ['8 constructor Lane', '8 Constructor Ln'],
] as const) {
  test(`${one} is ${other}`, () => {
    const on = (street1: string) => standardAddress({ ...home, street1 });
    assert.equal(on(one), on(other));
  });
}
