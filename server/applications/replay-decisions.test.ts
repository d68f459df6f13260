import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { commit } from '#server/db/commit.ts';
import { write } from '#server/db/write.ts';
import { openOperator, type TestOperator } from '#server/merchants/test-operator.ts';
import { newApplicants } from './test-applicants.ts';

let operator: TestOperator;
before(async () => {
  operator = await openOperator();
});
after(() => operator.close());

test('decisions made again under their own rules are the same; under others it is said who changes and why', async () => {
  const applicants = await newApplicants(operator);
  // Score 44, and 47 were the pay frequency better: reasons A06, A02, A09.
  const monthly = await applicants.apply('666010000', { monthlyIncome: 1600, payFrequency: 'monthly' });
  await applicants.apply('666010000', { monthlyIncome: 4000, payFrequency: 'weekly' });
  await applicants.apply('666011500');
  const declined = await applicants.apply('666010000', { monthlyIncome: 900 });

  const own = (await operator.operate('GET', '/decisions/replay')).data;
  assert.deepEqual([own.examined, own.same, own.changed, own.isComplete], [4, 3, 0, true]);
  assert.deepEqual(own.skipped, [{ why: 'magic value', decisions: 1 }]);
  assert.equal((await operator.operate('GET', '/decisions/replay')).data.digest, own.digest);

  const other = (await operator.operate('GET', '/decisions/replay?version=scorecard-1-A09')).data;
  assert.equal(other.changed, 2);
  const changed = other.decisions.find((one: { applicationId: string }) => one.applicationId === monthly.id);
  assert.deepEqual([changed.lost, changed.gained, changed.moved], [['A09'], [], ['payFrequency']]);
  assert.deepEqual(other.reasons, [{ code: 'A09', text: 'Pay frequency', lost: 1, gained: 0 }]);
  assert.notEqual(other.digest, own.digest);

  // A hand in the table is found out.
  await commit(operator.built.house.db, [
    write`update application set decision = jsonb_set(decision, '{spendingLimitCents}', '5000')
      where application_id = ${declined.id}`,
  ]);
  const found = (await operator.operate('GET', '/decisions/replay')).data;
  assert.deepEqual([found.changed, found.decisions[0].applicationId], [1, declined.id]);
});
