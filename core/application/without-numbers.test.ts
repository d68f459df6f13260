import assert from 'node:assert/strict';
import { test } from 'node:test';
import { withoutNumbers } from './without-numbers.ts';

for (const [what, sent, kept] of [
  ['a card number', '4111111111111111', '[removed]'],
  ['one in groups', 'card 4111 1111 1111 1111 of Ada', 'card [removed] of Ada'],
  ['one with hyphens', '3782-822463-10005', '[removed]'],
  ['one as a number', 4111111111111111, '[removed]'],
  ['a shorter number', '123456789012', '123456789012'],
  ['a longer one', '12345678901234567890', '12345678901234567890'],
  ['a token', 'tok_ok', 'tok_ok'],
  ['a small number', 42, 42],
  ['nothing', null, null],
  ['a yes', true, true],
] as const) {
  test(`${what} is kept as ${JSON.stringify(kept)}`, () => {
    assert.equal(withoutNumbers(sent), kept);
  });
}

test('members that are called after a number are kept empty, however deep and however spelled', () => {
  const sent = [
    { token: { lastFour: '1111', card_number: 'x', CVV: 123, 'Security-Code': '1' }, ssn: '123456780', score: 7 },
  ];
  assert.deepEqual(withoutNumbers(sent), [
    {
      token: { lastFour: '1111', card_number: '[removed]', CVV: '[removed]', 'Security-Code': '[removed]' },
      ssn: '[removed]',
      score: 7,
    },
  ]);
});
