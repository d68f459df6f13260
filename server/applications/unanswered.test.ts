import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { House } from '#server/house.ts';
import { runTimetable } from '#server/jobs/timetable.ts';
import { openOperator, type TestOperator } from '#server/merchants/test-operator.ts';
import { type Applicants, newApplicants } from './test-applicants.ts';

let operator: TestOperator;
let applicants: Applicants;
before(async () => {
  operator = await openOperator();
  applicants = await newApplicants(operator);
});
after(() => operator.close());

const never = () => new Promise<never>(() => {});

/** Everybody who is asked during a decision, as one who never answers and is not waited for long. */
const silent: Readonly<Record<string, (house: House) => Partial<House>>> = {
  'whoever decides': ({ decisions }) => ({ decisions: { ...decisions, timeoutMs: 1, decide: never } }),
  'the agency': ({ reports }) => ({ reports: { ...reports, timeoutMs: 1, report: never } }),
  'the bank': ({ accountReports }) => ({ accountReports: { ...accountReports, timeoutMs: 1, report: never } }),
  'whoever has the lists': ({ screening }) => ({ screening: { ...screening, timeoutMs: 1, screen: never } }),
  'whoever asks about people': ({ knowledge }) => ({ knowledge: { ...knowledge, timeoutMs: 1, asks: never } }),
};

for (const [who, silence] of Object.entries(silent)) {
  test(`while ${who} never answers an application waits and nobody is turned down; later it goes on by itself`, async () => {
    const { house } = operator.built;
    const before = { ...house };
    Object.assign(house, silence(house));
    const one = await applicants.apply('666011500');
    Object.assign(house, before);
    const waiting = await one.me();
    assert.deepEqual([waiting.decision.status, waiting.decision.spendingLimit], ['pending', 0]);
    const { rows } = await house.db.pool.query('select kind from message where recipient = $1 and kind like $2', [
      one.email,
      'application%',
    ]);
    assert.deepEqual(rows, [], 'nothing was decided, so nobody is told of a decision');
    assert.equal((await one.again()).decision.status, 'approved', 'whoever applies again is asked about at once');
  });
}

test('one that waits is asked about again after a while, and not before', async () => {
  const { house } = operator.built;
  const before = { ...house };
  Object.assign(house, silent['whoever asks about people']!(house));
  const one = await applicants.apply('666011500');
  Object.assign(house, before);
  operator.built.advance(5 * 60_000);
  await runTimetable(house);
  assert.equal((await one.me()).decision.status, 'pending');
  operator.built.advance(15 * 60_000);
  await runTimetable(house);
  assert.equal((await one.me()).decision.status, 'approved');
});

test('questions that do not come are asked for again: no attempt is used, and no documents are asked for', async () => {
  const { house } = operator.built;
  const { knowledge } = house;
  const one = await applicants.apply('666100001');
  Object.assign(house, { knowledge: { ...knowledge, timeoutMs: 1, questions: never } });
  const ask = () => operator.call(applicants.apiKey, 'GET', '/v3/users/me/verify-questions', { headers: one.headers });
  const { error } = await ask();
  assert.deepEqual([error.statusCode, error.code], [503, 'ServiceUnavailable']);
  Object.assign(house, { knowledge });
  assert.equal((await ask()).data.questions.length, 5);
  const { rows } = await house.db.pool.query(
    'select count(*)::int from knowledge_session join customer using (customer_id) where email = $1',
    [one.email],
  );
  assert.equal(rows[0].count, 1);
});
