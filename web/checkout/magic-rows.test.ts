import assert from 'node:assert/strict';
import { test } from 'node:test';
import { checkEmail } from '#core/application/contact.ts';
import { checkIdentityNumber } from '#core/application/identity-number.ts';
import { checkAccountNumber, checkRoutingNumber } from '#core/application/routing-number.ts';
import { accountEffect, accountReportEffect, magicValues, sandboxOutcome } from '#sandbox/magic-values.ts';
import { placeOf } from './magic-rows.ts';

test('every magic value that a screen asks for has its place, and what is typed there has the published effect', () => {
  const forced = { approve: 'approved', decline: 'declined', review: 'reviews', pending: 'pending', error: 'error' };
  for (const row of magicValues) {
    const place = placeOf(row, 'MF-7Q');
    if (['card', 'document', 'transaction', 'header'].includes(row.kind)) {
      assert.equal(place, null, `the modal has no field for ${row.input}`);
      continue;
    }
    assert.ok(place, row.input);
    const { email = '', ssn = '', routingNumber, accountNumber } = place.fields;
    if (email) assert.equal(checkEmail(email), 'ok', email);
    if (ssn) assert.equal(checkIdentityNumber(ssn, { sandbox: true }).ok, true, ssn);
    if (routingNumber) assert.equal(checkRoutingNumber(routingNumber), 'ok', routingNumber);
    const outcome = email || ssn ? sandboxOutcome({ email, ssn }) : null;
    if (outcome) assert.ok(row.effect.includes(forced[outcome.force]), `${row.input}: ${outcome.force}`);
    if (accountNumber) {
      assert.equal(checkAccountNumber(accountNumber), 'ok');
      assert.equal(place.fields.accountNumberAgain, accountNumber);
      const at = routingNumber ?? '325070760';
      const { effect } = accountEffect(at, accountNumber);
      if (accountReportEffect(at, accountNumber) !== null) {
        assert.equal(effect, 'settles', row.input);
        continue;
      }
      const said = { settles: /^settles/, returned: /comes back/, refused: /^refused/ }[effect as 'settles'];
      assert.match(row.effect, said, row.input);
    }
  }
});

test('two orders give two addresses, and a row that is not known has no place', () => {
  const row = { input: 'e-mail with “deny” before the @', effect: 'declined' };
  assert.deepEqual(placeOf(row, 'MF-7Q')?.fields, { email: 'denymf7q@example.com' });
  assert.deepEqual(placeOf(row, '')?.fields, { email: 'deny@example.com' });
  assert.equal(placeOf({ input: 'something else', effect: '' }, ''), null);
});
