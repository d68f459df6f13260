import assert from 'node:assert/strict';
import { test } from 'node:test';
import { type AccountReport, accountReportSeen, noAccountReport, saysAnythingOfAccount } from './account-report.ts';

const said: AccountReport = {
  bankAccountVerified: true,
  bankAccountMonths: 36,
  monthsAtIncome: 30,
  directDepositVerified: true,
  monthlyNetIncome: 2_310_00,
};

test('of a kept decision what was said of the account is found again, and nothing beside it', () => {
  assert.deepEqual(accountReportSeen({ ...said, monthlyIncome: 4_000_00, overdraftsIn30Days: 2 }), said);
  assert.deepEqual(accountReportSeen(null), noAccountReport);
  const { monthlyNetIncome, ...before } = noAccountReport;
  assert.deepEqual(accountReportSeen(before), noAccountReport, 'a snapshot from before net income was asked for');
});

test('whoever knows nothing of an account has said nothing, and every single fact is something', () => {
  assert.equal(saysAnythingOfAccount(noAccountReport), false);
  assert.equal(saysAnythingOfAccount({}), false);
  for (const [name, fact] of Object.entries({ ...said, bankAccountMonths: 0, directDepositVerified: false })) {
    assert.equal(saysAnythingOfAccount({ ...noAccountReport, [name]: fact }), true, name);
  }
});
