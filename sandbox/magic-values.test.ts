import assert from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { checkIdentityNumber } from '#core/application/identity-number.ts';
import { accountEffect, accountReportEffect, alertOnFile, magicValues, sandboxOutcome } from './magic-values.ts';

const someone = 'ada@example.com';

test('a number of area 666 forces its outcome', () => {
  const forced: [string, ReturnType<typeof sandboxOutcome>][] = [
    ['666-01-1500', { force: 'approve', limitCents: 1_500_00 }],
    ['666010001', { force: 'approve', limitCents: 1_00 }],
    ['666-01-0000', null],
    ['666-02-1234', { force: 'decline', reasons: ['A05', 'A07'] }],
    ['666-03-1234', { force: 'decline', reasons: ['K03_INCOME_BELOW_MINIMUM'] }],
    ['666-04-1234', { force: 'decline', reasons: ['K04_BANK_ACCOUNT_NOT_VERIFIED'] }],
    ['666-05-1234', { force: 'decline', reasons: ['K05_PRIOR_CHARGE_OFF'] }],
    ['666-20-1234', null],
    ['666-30-1500', { force: 'approve', limitCents: 1_500_00 }],
    ['666-30-0000', null],
    ['666-21-1234', null],
    ['666-23-1234', { force: 'pending' }],
    ['666-99-1234', { force: 'error' }],
    ['666-77-1234', null],
    ['123-45-6788', null],
  ];
  for (const [ssn, outcome] of forced) assert.deepEqual(sandboxOutcome({ ssn, email: someone }), outcome, ssn);
});

test('an e-mail address forces its outcome, deny before approve', () => {
  const ssn = '123-45-6788';
  assert.deepEqual(sandboxOutcome({ ssn, email: 'Jo.DENY.smith@example.com' }), {
    force: 'decline',
    reasons: ['A05', 'A07'],
  });
  assert.deepEqual(sandboxOutcome({ ssn, email: 'jo.approve@example.com' }), {
    force: 'approve',
    limitCents: 2_500_00,
  });
  assert.equal(sandboxOutcome({ ssn, email: 'deny.approve@example.com' })?.force, 'decline');
  assert.equal(sandboxOutcome({ ssn, email: 'jo@deny.approve' }), null);
  assert.equal(sandboxOutcome({ ssn, email: 'jo.approve.smith@example.com' }), null);
});

test('on the files of a few numbers something stands, whatever the address says', () => {
  const alerts = ['666-21-1500', '666220000', '666-24-0001', '666-25-9999', '666-20-1500', '123-45-6788'].map(
    alertOnFile,
  );
  assert.deepEqual(alerts, ['fraud_alert', 'frozen_file', 'active_duty_alert', 'address_discrepancy', null, null]);
  assert.equal(sandboxOutcome({ ssn: '666-24-1500', email: 'jo.approve@example.com' }), null);
});

test('the number goes before the address', () => {
  assert.equal(sandboxOutcome({ ssn: '666-01-0900', email: 'deny@example.com' })?.force, 'approve');
  assert.equal(sandboxOutcome({ ssn: '666-01-0000', email: 'deny@example.com' }), null, '0000 asks for the scorecard');
});

test('no magic number is a number that production takes', () => {
  for (const { input } of magicValues.filter(({ input }) => input.startsWith('SSN'))) {
    const ssn = input.replace('SSN ', '').replace('xxxx', '1500');
    assert.deepEqual(checkIdentityNumber(ssn, { sandbox: false }), { ok: false, reason: 'ssn_area' });
  }
});

test('an account of the sandbox bank does what its last four digits say, any other settles', () => {
  const bank = '110000000';
  assert.deepEqual(accountEffect(bank, '12340001'), { effect: 'settles' });
  assert.deepEqual(accountEffect(bank, '12340101'), {
    effect: 'returned',
    code: 'R01',
    once: true,
    daysAfterSettlement: 0,
  });
  assert.deepEqual(accountEffect(bank, '0102'), {
    effect: 'returned',
    code: 'R01',
    once: false,
    daysAfterSettlement: 0,
  });
  assert.deepEqual(accountEffect(bank, '990210'), {
    effect: 'returned',
    code: 'R10',
    once: false,
    daysAfterSettlement: 20,
  });
  assert.equal(accountEffect(bank, '0300').effect, 'refused');
  assert.equal(accountEffect(bank, '0301').effect, 'refused');
  assert.deepEqual(accountEffect(bank, '55555555'), { effect: 'settles' });
  assert.deepEqual(accountEffect('021000021', '12340102'), { effect: 'settles' });
  assert.equal(accountEffect('021000021', '12340300').effect, 'refused');
});

test('of a few accounts of the sandbox bank something is said before a decision; payments from them settle', () => {
  const bank = '110000000';
  const said: [string, ReturnType<typeof accountReportEffect>][] = [
    ['440000000400', { bankAccountVerified: false }],
    ['0402', { bankAccountVerified: true, bankAccountMonths: 2, directDepositVerified: false }],
    ['440000000409', { monthlyNetIncome: 900_00 }],
    [
      '440000000436',
      { bankAccountVerified: true, bankAccountMonths: 36, monthsAtIncome: 36, directDepositVerified: true },
    ],
    ['440000000499', 'does not answer'],
  ];
  for (const [account, says] of said) {
    assert.deepEqual(accountReportEffect(bank, account), says, account);
    assert.deepEqual(accountEffect(bank, account), { effect: 'settles' });
    assert.equal(accountReportEffect('021000021', account), null, 'at any other bank nothing is known');
  }
  for (const other of ['0300', '0301', '0001', '55555555']) assert.equal(accountReportEffect(bank, other), null, other);
});

test('the guide prints the table as it is', () => {
  const guide = readFileSync(new URL('../docs/guides/the-sandbox.md', import.meta.url), 'utf8');
  const rows = magicValues.map(({ input, example, effect }) => `| ${input} | \`${example}\` | ${effect} |`);
  assert.ok(guide.includes(rows.join('\n')), `docs/guides/the-sandbox.md needs this table:\n${rows.join('\n')}`);
});

test('every row of the published table says what to type and what happens', () => {
  for (const { input, effect } of magicValues) assert.ok(input.length > 0 && effect.length > 0);
  assert.equal(new Set(magicValues.map(({ input }) => input)).size, magicValues.length);
});
