import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { pino } from 'pino';
import { type AccountReport, noAccountReport } from '#core/application/account-report.ts';
import { type ConsumerReport, noReport } from '#core/application/consumer-report.ts';
import type { AccountReports, ReportedAccount } from '#ports/account-reports.ts';
import type { House } from '#server/house.ts';
import { runTimetable } from '#server/jobs/timetable.ts';
import { loggable } from '#server/loggable.ts';
import { openOperator, type TestOperator } from '#server/merchants/test-operator.ts';
import { latestNotice } from './latest-notice.ts';
import { type Applicant, type Applicants, newApplicants } from './test-applicants.ts';

let operator: TestOperator;
let applicants: Applicants;
let house: House;
/** What is said of every account while it is set; else what the sandbox says. */
let said: AccountReport | null = null;
/** What the other agency says of everybody. */
let reported: ConsumerReport | null = null;
/** Of which accounts somebody was asked. */
const asked: ReportedAccount[] = [];
const logged: string[] = [];

before(async () => {
  operator = await openOperator();
  applicants = await newApplicants(operator);
  house = operator.built.house;
  const { accountReports, reports } = house;
  Object.assign(house, {
    accountReports: {
      ...accountReports,
      report: async (account) => {
        asked.push(account);
        return said ?? accountReports.report(account);
      },
    } satisfies AccountReports,
    reports: { ...reports, report: async () => reported },
    log: pino({ level: 'debug', serializers: { err: loggable } }, { write: (line: string) => void logged.push(line) }),
  });
});
after(() => operator.close());

const jane = { by: 'Jane Doe', reason: 'Saw the statement' };
const magic = (lastFour: string) => ({ routing: '110000000', account: `44000000${lastFour}`, type: 'checking' });
const verified: AccountReport = { ...noAccountReport, bankAccountVerified: true };

test('every account of which the sandbox says something is decided as its row says', async () => {
  const cases: [string, string, string[], number | null, (number | null)[]][] = [
    ['0001', 'approved', [], 55, [null, null, null]],
    ['0400', 'declined', ['K04_BANK_ACCOUNT_NOT_VERIFIED'], null, []],
    ['0402', 'approved', [], 47, [null, -8, 0]],
    ['0409', 'declined', ['K03_INCOME_BELOW_MINIMUM'], null, []],
    ['0436', 'approved', [], 78, [10, 8, 5]],
  ];
  for (const [lastFour, state, reasons, score, points] of cases) {
    const one = await applicants.apply(somebody(), { bankAccount: magic(lastFour) });
    const { data } = await shown(one);
    const { componentLog, accountReportUsed } = data.decision;
    const told = data.reasons.map(({ code }: { code: string }) => code);
    assert.deepEqual([data.state, told, data.decision.score], [state, reasons, score], lastFour);
    const trace = componentLog.filter(({ reason }: Component) => ['A03', 'A04', 'A10'].includes(reason));
    assert.deepEqual(
      trace.map(({ points }: Component) => points),
      points,
      lastFour,
    );
    assert.equal(accountReportUsed, lastFour !== '0001', lastFour);
  }
});

test('what arrives in the account decides; the snapshot tells it from what was stated, and is made again from it', async () => {
  said = { ...verified, monthlyNetIncome: 2_100_00 };
  const one = await applicants.apply(somebody(), { monthlyIncome: 4000 });
  said = null;
  const { data } = await shown(one);
  assert.deepEqual([data.input.monthlyIncome, data.input.monthlyNetIncome], [4_000_00, 2_100_00]);
  assert.deepEqual([data.decision.limitLog.byFactor, data.stated.monthlyIncome], [840_00, 4000], 'grade D: 40 %');
  const replayed = await operator.operate('GET', '/decisions/replay');
  assert.deepEqual([replayed.data.changed, replayed.data.same >= 3], [0, true]);
});

test('while the bank does not answer nobody is decided on; somebody of ours may, and when it answers it goes on by itself', async () => {
  const silent = await applicants.apply(somebody(), { bankAccount: magic('0499') });
  assert.deepEqual(
    [(await silent.me()).decision.status, (await shown(silent)).data.decision.why],
    ['pending', 'the bank does not answer'],
  );
  operator.built.advance(20 * 60_000);
  await runTimetable(house);
  assert.equal((await silent.me()).decision.status, 'pending', 'it was asked again');
  said = verified;
  operator.built.advance(20 * 60_000);
  await runTimetable(house);
  said = null;
  assert.equal((await silent.me()).decision.status, 'approved');

  const waits = await applicants.apply(somebody(), { bankAccount: magic('0499') });
  const approved = await operator.operate('POST', `/applications/${waits.id}/approve`, jane);
  assert.equal(approved.data.state, 'approved');
});

test('what one of the two said is not lost because the other did not answer', async () => {
  reported = { ...noReport, alerts: ['fraud_alert'] };
  const one = await applicants.apply(somebody(), { bankAccount: magic('0499') });
  reported = null;
  assert.deepEqual((await shown(one)).data.input.alerts, ['fraud_alert']);
  const because = ['K06_IDENTITY_NOT_VERIFIED'];
  await operator.operate('POST', `/applications/${one.id}/decline`, { ...jane, because });
  assert.deepEqual(await namedIn(one), ['Sample Reports']);
});

test('a notice names whoever reported: both agencies, one or none', async () => {
  const low = { monthlyIncome: 900 };
  const cases: [ConsumerReport | null, AccountReport | null, string[]][] = [
    [null, null, []],
    [{ ...noReport, overdraftsIn30Days: 4 }, null, ['Sample Reports']],
    [null, verified, ['Sample Account Reports']],
    [{ ...noReport, overdraftsIn30Days: 4 }, verified, ['Sample Reports', 'Sample Account Reports']],
  ];
  for (const locale of ['en', 'es'] as const) {
    for (const [report, account, names] of cases) {
      [reported, said] = [report, account];
      const one = await applicants.apply(somebody(), { ...low, locale });
      [reported, said] = [null, null];
      assert.equal((await one.me()).decision.status, 'denied');
      assert.deepEqual(await namedIn(one), names);
      const of = { customerId: (await shown(one)).data.userId, applicationId: one.id };
      assert.equal(
        (await latestNotice(house, of))?.reportUsed,
        names.length > 0,
        'the screen shows the rights against it',
      );
    }
  }
});

test('where the customer’s own bank answered it is no consumer report, and no agency is named', async () => {
  const { accountReports } = house;
  Object.assign(house, { accountReports: { ...accountReports, agency: null } });
  const one = await applicants.apply(somebody(), { bankAccount: magic('0409') });
  Object.assign(house, { accountReports });
  assert.equal((await shown(one)).data.decision.accountReportUsed, true);
  assert.deepEqual([(await one.me()).decision.status, await namedIn(one)], ['denied', []]);
});

test('whoever acts by hand keeps what was said of the account, and its agency is named', async () => {
  said = { ...verified, bankAccountMonths: 1, directDepositVerified: false };
  reported = { ...noReport, alerts: ['address_discrepancy'] };
  const declined = await applicants.apply(somebody());
  const approved = await applicants.apply(somebody());
  [reported, said] = [null, null];
  await operator.operate('POST', `/applications/${declined.id}/decline`, { ...jane, because: ['A04'] });
  assert.deepEqual(await namedIn(declined), ['Sample Reports', 'Sample Account Reports']);
  await operator.operate('POST', `/applications/${approved.id}/approve`, jane);
  const { data } = await shown(approved);
  assert.deepEqual([data.state, data.input.bankAccountMonths, data.decision.accountReportUsed], ['approved', 1, true]);
});

test('the notice of a revocation names the agency exactly when the approval rested on what it said', async () => {
  for (const [account, names] of [
    [null, []],
    [verified, ['Sample Account Reports']],
  ] as const) {
    said = account;
    const one = await applicants.apply(somebody());
    said = null;
    const because = ['K06_IDENTITY_NOT_VERIFIED'];
    await operator.operate('POST', `/applications/${one.id}/revoke`, { ...jane, because });
    assert.deepEqual(await namedIn(one, 'revoked'), names);
  }
});

test('whoever decides without a word about the account is taken to have weighed what was said of it', async () => {
  const { decisions } = house;
  const decide: typeof decisions.decide = async (input, person) => {
    const answer = await decisions.decide({ ...input, priorChargeOff: true }, person);
    return { ...answer, accountReportUsed: undefined } as unknown as typeof answer;
  };
  Object.assign(house, { decisions: { ...decisions, decide } });
  said = verified;
  const one = await applicants.apply(somebody());
  said = null;
  const other = await applicants.apply(somebody());
  Object.assign(house, { decisions });
  assert.deepEqual([await namedIn(one), await namedIn(other)], [['Sample Account Reports'], []]);
});

test('every asking leaves a trace of the number that was opened, and no log has it', async () => {
  const openings = async () =>
    (await operator.operate('GET', '/openings?purpose=account-report&limit=100')).data.openings;
  const before = await openings();
  asked.length = 0;
  const one = await applicants.apply(somebody(), { bankAccount: magic('0499') });
  const account = { routingNumber: '110000000', accountNumber: '440000000499', accountType: 'checking' };
  assert.deepEqual(asked, [{ firstName: 'Ada', lastName: 'Lovelace', ...account }]);
  const known = before.map(({ openingId }: { openingId: string }) => openingId);
  const opened = (await openings()).filter(({ openingId }: { openingId: string }) => !known.includes(openingId));
  const { data } = await shown(one);
  assert.deepEqual(
    opened.map(({ column, owner }: { column: string; owner: string }) => [column, owner]),
    [['account_sealed', data.userId]],
  );
  assert.match(logged.join(''), /the bank does not answer; the application waits/);
  assert.doesNotMatch(logged.join('') + JSON.stringify(data), /44000000/);
});

test('nobody is asked of an account that there is not, and no number is opened where nobody is asked', async () => {
  asked.length = 0;
  const start = await operator.call(applicants.apiKey, 'POST', '/v3/users/prequal/start/lease', {
    body: prequal(somebody()),
  });
  assert.deepEqual([start.data.decision.status, asked], ['approved', []]);
  const bankAccount = magic('0400');
  const { data } = await operator.call(applicants.apiKey, 'POST', '/v3/users/prequal/complete/lease', {
    body: { prequalId: start.data.prequalId, bankAccount },
  });
  assert.deepEqual([data.decision.status, asked.length], ['denied', 1], 'it is asked about once it comes');

  const { accountReports } = house;
  Object.assign(house, { accountReports: { ...accountReports, asksNobody: true } });
  const count = async () =>
    (await house.db.pool.query('select count(*)::int as n from opening where purpose = $1', ['account-report'])).rows[0]
      .n;
  const opened = await count();
  const one = await applicants.apply(somebody(), { bankAccount: magic('0400') });
  Object.assign(house, { accountReports });
  assert.deepEqual([(await one.me()).decision.status, await count(), asked.length], ['approved', opened, 1]);
});

type Component = { reason: string; points: number | null };

const shown = ({ id }: Applicant) => operator.operate('GET', `/applications/${id}`);

let people = 100;

/** A number that nobody else here has, and that no bureau knows. */
function somebody(): string {
  people += 1;
  return `${people}456788`;
}

/** The agencies that a notice to an applicant names, in its order. */
async function namedIn(one: Applicant, wanted = 'declined'): Promise<string[]> {
  const { notices } = (await shown(one)).data;
  const notice = notices.find(({ action }: { action: string }) => action === wanted);
  return [...notice.body.matchAll(/^(Sample (?:Account )?Reports)$/gm)].map(([name]) => name);
}

/** What a prequalification is begun with. */
const prequal = (ssn: string) => ({
  ...{ firstName: 'Ada', lastName: 'Lovelace', email: `prequal-${ssn}@example.com`, mobilePhone: '5125550142', ssn },
  ...{ street1: '12 Oak Street', city: 'Austin', regionAbbr: 'TX', postalCode: '78701', dateOfBirth: '1990-10-10' },
  country: 'US',
  ipAddress: '203.0.113.7',
  employmentInformation: { monthlyIncome: 4000, payFrequency: 'biweekly' },
});
