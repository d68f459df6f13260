import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { addDays } from '#core/calendar/day.ts';
import { wordsOfPdf } from '#server/agreements/pdf/test-words.ts';
import { commit } from '#server/db/commit.ts';
import { write } from '#server/db/write.ts';
import { runTimetable } from '#server/jobs/timetable.ts';
import { audit } from '#server/ledger/audit.ts';
import { openOperator, type TestOperator } from '#server/merchants/test-operator.ts';
import { dayMs, must } from '#server/test-house.ts';
import { type Applicant, type Applicants, newApplicants } from './test-applicants.ts';

let operator: TestOperator;
let applicants: Applicants;
before(async () => {
  operator = await openOperator();
  applicants = await newApplicants(operator);
});
after(() => operator.close());

test('a declined applicant gets a notice with everything that the law lists, and it is kept as it was sent', async () => {
  const declined = await applicants.apply('666021500');
  await runTimetable(operator.built.house);
  const [notice] = await noticesOf(declined);
  assert.deepEqual([notice.action, notice.noticedOn, notice.deliverBy], ['declined', '2026-11-21', '2026-11-25']);
  assert.ok(notice.sentAt);
  assert.equal(notice.needsLetter, true, 'nobody agreed to electronic records yet');
  for (const part of [
    'On November 21, 2026 we decided on your application: we can’t offer you a lease today.',
    '- Recent insufficient funds\n- Recent inquiries',
    'Sample Reports\n1 Report Way, Atlanta, GA 30301\n(800) 555-0199',
    'did not make this decision and cannot explain',
    'free copy of your report from it if you ask within 60 days',
    'right to dispute it',
    'FlexPay Sandbox LLC\n100 Sample Street, Austin, TX 78701',
    'Equal Credit Opportunity Act',
    'Federal Trade Commission',
  ]) {
    assert.ok(notice.body.includes(part), part);
  }
  assert.deepEqual(await letters(declined), [notice.body]);
});

test('who is approved for less than they asked for hears why, with the score that was used', async () => {
  const less = await applicants.apply('666010000', { monthlyIncome: 1600, expectedPurchaseAmount: 900 });
  const [notice] = await noticesOf(less);
  assert.match(notice.body, /up to \$625\.00\. You had asked for \$900\.00\./);
  assert.match(notice.body, /Yours was 47 on November 21, 2026, on a scale from -1 to 109/);
  assert.match(notice.body, /- Limited history with us\n- Income insufficient for amount requested/);
  assert.doesNotMatch(notice.body, /consumer reporting agency/, 'nobody asked one');
  const enough = await applicants.apply('666010000', { monthlyIncome: 1600, expectedPurchaseAmount: 500 });
  assert.deepEqual(await noticesOf(enough), []);
});

test('who reads Spanish gets the notice in Spanish', async () => {
  const declined = await applicants.apply('666021500', { locale: 'es' });
  const [notice] = await noticesOf(declined);
  assert.equal(notice.language, 'es');
  assert.match(notice.body, /hoy no podemos ofrecerle un arrendamiento[\s\S]*- Falta de fondos reciente en su cuenta/);
});

test('a revoked approval has a notice; a review has none until it is decided', async () => {
  const one = await applicants.apply('666011500');
  const signed = { by: 'Jane Doe', reason: 'Fraud', because: ['K06_IDENTITY_NOT_VERIFIED'] };
  await operator.operate('POST', `/applications/${one.id}/revoke`, signed);
  assert.match((await noticesOf(one))[0].body, /we ended the approval/);
  const screened = await applicants.apply('666201500');
  assert.deepEqual(await noticesOf(screened), []);
});

test('no notice of a match of a screening list tells of the list', async () => {
  const screened = await applicants.apply('666201501');
  const signed = { by: 'Jane Doe', reason: 'The OFAC list has this person', because: ['K06_IDENTITY_NOT_VERIFIED'] };
  await operator.operate('POST', `/applications/${screened.id}/decline`, signed);
  const [notice] = await noticesOf(screened);
  assert.match(notice.body, /- Unable to verify identity\n\n/);
  assert.doesNotMatch(`${notice.subject} ${notice.body}`, /ofac|sanction|list/i);
  assert.doesNotMatch(JSON.stringify(await screened.me()), /ofac|sanction/i);
});

test('the audit notices a decline without its notice, one with too many reasons, one that was altered, and one that is late', async () => {
  const { house } = operator.built;
  const one = await applicants.apply('666021501');
  assert.deepEqual(await broken(), []);
  const damage: [string, string][] = [
    [
      `update application set decision = jsonb_set(decision, '{reasons}', '[]')`,
      `update application set decision = jsonb_set(decision, '{reasons}', '["A05","A07"]')`,
    ],
    [`update message set body = body || '.'`, `update message set body = left(body, -1)`],
  ];
  for (const [harm, undo] of damage) {
    const where = harm.includes('message') ? `recipient = '${one.email}'` : `application_id = '${one.id}'`;
    await run(`${harm} where ${where}`);
    assert.deepEqual(await broken(), [18], harm);
    await run(`${undo} where ${where}`);
  }
  await run(`update message set sent_at = null where recipient = '${one.email}'`);
  operator.built.advance(4 * dayMs);
  assert.deepEqual(await broken(), [], 'Wednesday: the third business day');
  operator.built.advance(dayMs);
  assert.deepEqual(await broken(), [18]);

  async function run(sql: string): Promise<void> {
    await commit(house.db, [write(Object.assign([sql], { raw: [sql] }))]);
  }
});

test('a notice to somebody without consent to electronic records waits as a letter until somebody has posted it', async () => {
  const declined = await applicants.apply('666021502');
  const waiting = (await operator.operate('GET', '/letters?limit=100')).data.letters;
  const letter = waiting.find(({ applicationId }: { applicationId: string }) => applicationId === declined.id);
  assert.deepEqual([letter.postedOn, letter.isLate], [null, false]);
  assert.deepEqual(
    waiting.map(({ deliverBy }: { deliverBy: string }) => deliverBy),
    waiting.map(({ deliverBy }: { deliverBy: string }) => deliverBy).toSorted(),
    'the most urgent first',
  );

  const by = 'Jane Doe';
  const tomorrow = { by, postedOn: addDays(letter.noticedOn, 1) };
  const early = await operator.operate('POST', `/letters/${letter.noticeId}/posted`, tomorrow);
  assert.equal(early.error.data.fields[0].path, 'postedOn');
  operator.built.advance(7 * dayMs);
  const late = (await operator.operate('GET', '/letters?limit=100')).data.letters;
  assert.equal(late.find(({ noticeId }: { noticeId: string }) => noticeId === letter.noticeId).isLate, true);

  const posted = (await operator.operate('POST', `/letters/${letter.noticeId}/posted`, tomorrow)).data;
  assert.deepEqual([posted.postedOn, posted.postedBy, posted.isLate], [tomorrow.postedOn, by, false]);
  const again = await operator.operate('POST', `/letters/${letter.noticeId}/posted`, { by });
  assert.deepEqual(again.data, posted, 'the same again is the same');
  const other = await operator.operate('POST', `/letters/${letter.noticeId}/posted`, { by: 'John Doe' });
  assert.deepEqual(other.error.data.fields, [{ path: 'by', message: 'is recorded as Jane Doe' }]);
  const gone = (await operator.operate('GET', '/letters?posted=true')).data.letters;
  assert.equal(gone[0].noticeId, letter.noticeId);
  const left = (await operator.operate('GET', '/letters?limit=100')).data.letters;
  assert.ok(!left.some(({ noticeId }: { noticeId: string }) => noticeId === letter.noticeId));
});

test('a letter is the notice word for word, under the address of its customer', async () => {
  const declined = await applicants.apply('666021503', { locale: 'es' });
  const [notice] = await noticesOf(declined);
  const { letters: waiting } = (await operator.operate('GET', '/letters?limit=100')).data;
  const { noticeId } = waiting.find(({ applicationId }: { applicationId: string }) => applicationId === declined.id);
  const { pdf } = (await operator.operate('GET', `/letters/${noticeId}`)).data;
  const words = wordsOfPdf(Buffer.from(pdf, 'base64'));
  const shown = (text: string) => words.includes(text.replace(/\s/g, ''));
  const { data: customer } = await operator.operate('GET', `/applications/${declined.id}`);
  const { firstName, lastName, city, state } = customer.applicant;
  for (const line of [`${firstName} ${lastName}`, `${city}, ${state}`, 'Página 1 de 2']) assert.ok(shown(line), line);
  for (const paragraph of [notice.subject, ...notice.body.split('\n\n')]) assert.ok(shown(paragraph), paragraph);
  assert.equal((await operator.operate('GET', '/letters/nobody')).error.code, 'NotFound');
});

async function broken(): Promise<number[]> {
  const { checks } = await must(operator.built.house, () => audit(operator.built.house));
  return checks.filter(({ breaches }) => breaches > 0).map(({ invariant }) => invariant);
}

async function noticesOf({ id }: Applicant) {
  return (await operator.operate('GET', `/applications/${id}`)).data.notices;
}

async function letters({ email }: Applicant): Promise<string[]> {
  const { data } = await operator.call('', 'GET', `/sandbox/inbox?to=${encodeURIComponent(email)}`);
  return data.messages
    .filter(({ kind }: { kind: string }) => kind === 'application_declined')
    .map(({ body }: { body: string }) => body);
}
