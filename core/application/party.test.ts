import assert from 'node:assert/strict';
import { test } from 'node:test';
import { isParty } from './party.ts';

test('who is named in a notice has a name, an address and a phone number', () => {
  const whole = { name: 'Sample Reports', address: '1 Report Way, Atlanta, GA 30301', phone: '(800) 555-0199' };
  assert.equal(isParty(whole), true);
  for (const name of Object.keys(whole)) {
    for (const nothing of [undefined, null, '', '  ', 5]) assert.equal(isParty({ ...whole, [name]: nothing }), false);
  }
  for (const nobody of [undefined, null, 'Sample Reports', 5]) assert.equal(isParty(nobody), false);
});
