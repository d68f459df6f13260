import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type ConsumerReport, noReport } from '#core/application/consumer-report.ts';
import type { DecisionResult } from '#core/application/decide.ts';
import type { Decisions } from '#ports/decisions.ts';
import { runTimetable } from '#server/jobs/timetable.ts';
import { openOperator, type TestOperator } from '#server/merchants/test-operator.ts';
import { type Applicants, newApplicants } from './test-applicants.ts';

let operator: TestOperator;
let applicants: Applicants;
/** What the agency says of everybody while it is set; `away`: it does not answer. */
let said: ConsumerReport | 'away' | null = null;
/** Who decides instead of the scorecard while it is set. */
let decides: Decisions['decide'] | null = null;

before(async () => {
  operator = await openOperator();
  applicants = await newApplicants(operator);
  const { house } = operator.built;
  const { reports, decisions } = house;
  Object.assign(house, {
    reports: {
      ...reports,
      report: async (applicant) => {
        if (said === 'away') throw new Error('the line is dead');
        return said ?? reports.report(applicant);
      },
    } satisfies typeof reports,
    decisions: {
      ...decisions,
      decide: (input, person) => (decides ?? decisions.decide)(input, person),
    } satisfies typeof decisions,
  });
});
after(() => operator.close());

const jane = { by: 'Jane Doe', reason: 'Called the number of the alert' };
const nobody = '123456788';

test('whoever has an alert on file, or another address there, is looked at by a person first', async () => {
  for (const [ssn, because] of [
    ['666211500', 'A fraud alert on file: call the number that it names'],
    ['666241500', 'An active-duty alert on file: call the number that it names'],
    ['666221500', 'The credit file is frozen'],
    ['666251500', 'The agency knows another address: be sure that it is the same person'],
  ] as const) {
    const one = await applicants.apply(ssn);
    assert.equal((await one.me()).decision.status, 'pending', because);
    const { data } = await operator.operate('GET', `/applications/${one.id}`);
    assert.deepEqual([data.state, data.reviewBecause, data.decision.reportUsed], ['review', [because], true]);
    const approved = await operator.operate('POST', `/applications/${one.id}/approve`, jane);
    assert.equal(approved.data.state, 'approved', 'whoever has called may approve');
  }
});

test('whoever decides, nobody is approved past an alert', async () => {
  decides = async () => generous;
  said = { ...noReport, alerts: ['active_duty_alert', 'address_discrepancy'] };
  const one = await applicants.apply(nobody);
  const { data } = await operator.operate('GET', `/applications/${one.id}`);
  assert.deepEqual([data.state, data.decision.reviewBecause], ['review', said.alerts]);
  said = noReport;
  assert.equal((await (await applicants.apply('123456789')).me()).decision.status, 'approved');
  decides = null;
  said = null;
});

test('while the agency does not answer nobody is decided on; when it does the application goes on by itself', async () => {
  said = 'away';
  const one = await applicants.apply('223456788');
  assert.equal((await one.me()).decision.status, 'pending');
  said = null;
  operator.built.advance(20 * 60_000);
  await runTimetable(operator.built.house);
  assert.equal((await one.me()).decision.status, 'approved');
});

test('what a report says weighs, and whoever approves by hand does not lose it', async () => {
  said = { alerts: ['fraud_alert'], overdraftsIn30Days: 5, inquiriesIn30Days: 8 };
  const one = await applicants.apply('323456788', { monthlyIncome: 1200 });
  said = null;
  const refused = await operator.operate('POST', `/applications/${one.id}/approve`, jane);
  assert.match(refused.error.message, /Recent insufficient funds; .*Recent inquiries/);
  const declined = await operator.operate('POST', `/applications/${one.id}/decline`, { ...jane, because: ['A05'] });
  assert.equal(declined.data.state, 'declined');
  assert.match(await letters(one.email), /Sample Reports/);
});

test('the notice of a revocation names the agency exactly when the approval rested on its report', async () => {
  for (const [report, isNamed] of [
    [null, false],
    [{ ...noReport, overdraftsIn30Days: 0 }, true],
  ] as const) {
    said = report;
    const one = await applicants.apply(isNamed ? '423456788' : '523456788');
    said = null;
    assert.equal((await one.me()).decision.status, 'approved');
    const because = ['K06_IDENTITY_NOT_VERIFIED'];
    await operator.operate('POST', `/applications/${one.id}/revoke`, { ...jane, because });
    const ended = (await letters(one.email)).split('=====').find((letter) => letter.includes('we ended the approval'));
    assert.equal(ended?.includes('Sample Reports'), isNamed);
  }
});

const generous: DecisionResult = {
  ...{ decision: 'approved', score: null, grade: null, spendingLimitCents: 700_00, reasons: [], componentLog: [] },
  ...{ knockOuts: [], limitLog: null, reviewBecause: [], scorecard: 'mine', config: null, reportUsed: false },
  accountReportUsed: false,
  decidedBy: 'provider',
};

async function letters(email: string): Promise<string> {
  const { rows } = await operator.built.house.db.pool.query('select body from message where recipient = $1', [email]);
  return rows.map(({ body }) => body).join('=====');
}
