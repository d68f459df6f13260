import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
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

const jane = { by: 'Jane Doe', reason: 'Called back on the number on file' };

test('what waits for a person stands in the queue, the oldest first, and says why', async () => {
  const first = await applied('666201500');
  operator.built.advance(60_000);
  const second = await applied('666211500');
  const { data } = await operator.operate('GET', '/applications?waitsFor=operator&limit=1000');
  const ours = data.applications.filter((one: Line) => [first.id, second.id].includes(one.applicationId));
  assert.deepEqual(
    ours.map((one: Line) => [one.applicationId, one.state, one.reviewBecause]),
    [
      [first.id, 'review', ['A possible match of a screening list']],
      [second.id, 'review', ['A fraud alert on file: call the number that it names']],
    ],
  );
  assert.equal(ours[0].decideBy, '2026-12-21');
  const declined = await operator.operate('GET', '/applications?state=declined');
  assert.ok(!declined.data.applications.some((one: Line) => one.applicationId === first.id));
});

test('an application is shown with its snapshot, its trace and no number that could hurt', async () => {
  const { id, email } = await applied('666010000');
  const shown = await operator.operate('GET', `/applications/${id}`);
  const { data } = shown;
  assert.equal(data.input.monthlyIncome, 4_000_00);
  assert.deepEqual([data.decision.scorecard, data.decision.score, data.decision.grade], ['scorecard-1', 55, 'C']);
  assert.equal(data.decision.componentLog.length, 9);
  assert.deepEqual(data.decision.limitLog, {
    byFactor: 2_400_00,
    byRent: 2_400_00,
    gradeCap: 1_500_00,
    room: 1_500_00,
  });
  assert.deepEqual([data.applicant.ssnLast4, data.applicant.accountLast4], ['0000', '0001']);
  for (const secret of ['666010000', '12340001', email]) assert.ok(!shown.text.includes(secret), secret);
  assert.equal((await operator.operate('GET', '/applications/never-seen')).error.code, 'NotFound');
});

test('a review is approved by hand: the limit is the scorecard’s or one’s own, and who did it stands in the record', async () => {
  const one = await applied('666211501');
  const approved = await act(one.id, 'approve', jane);
  assert.deepEqual([approved.data.state, approved.data.spendingLimit], ['approved', 1500]);
  assert.equal((await one.me()).decision.spendingLimit, 1500);
  assert.deepEqual((await act(one.id, 'approve', jane)).data, approved.data, 'twice is once');
  const otherwise = await act(one.id, 'approve', { ...jane, spendingLimit: 900 });
  assert.equal(otherwise.error.code, 'ApplicationNotWaiting', 'another limit is another act');
  const { data } = await operator.operate('GET', `/applications/${one.id}`);
  assert.deepEqual(
    data.actions.map(({ action, by, reason, before, after }: Act) => [action, by, reason, before.state, after.state]),
    [['approve', jane.by, jane.reason, 'review', 'approved']],
  );
  assert.equal(data.decision.decidedBy, 'operator');

  const other = await applied('666211502');
  for (const spendingLimit of [99.99, 2500.01]) {
    assert.equal((await act(other.id, 'approve', { ...jane, spendingLimit })).error.code, 'ValidationError');
  }
  assert.equal((await act(other.id, 'approve', { ...jane, spendingLimit: 750 })).data.spendingLimit, 750);
});

test('where the scorecard would decline, a limit has to be given; what the law forbids no hand allows', async () => {
  const poor = await applied('666211503');
  // What they earn turns out to be less while somebody looks.
  await operator.built.house.db.pool.query(
    'update application set monthly_income_cents = 90000 where application_id = $1',
    [poor.id],
  );
  const refused = await act(poor.id, 'approve', jane);
  assert.deepEqual([refused.status, refused.error.code], [400, 'ValidationError']);
  assert.match(refused.error.message, /Income below our minimum/);
  assert.equal((await act(poor.id, 'approve', { ...jane, spendingLimit: 200 })).data.state, 'approved');
});

test('a review is declined with reasons and a notice; after a screening match only one reason may be told', async () => {
  const one = await applied('666211503');
  const because = ['A05', 'A07'];
  assert.deepEqual((await act(one.id, 'decline', { ...jane, because })).data.state, 'declined');
  assert.equal((await one.me()).decision.status, 'denied');
  assert.match(await letters(one.email), /Recent insufficient funds/);
  const screened = await applied('666201504');
  assert.equal((await act(screened.id, 'decline', { ...jane, because })).error.code, 'ValidationError');
  const identity = await act(screened.id, 'decline', { ...jane, because: ['K06_IDENTITY_NOT_VERIFIED'] });
  assert.equal(identity.data.state, 'declined');
  assert.match(await letters(screened.email), /Unable to verify identity/);
  for (const body of [jane, { ...jane, because: [] }, { by: '', reason: 'x', because }, { by: 'Jane', because }]) {
    assert.equal((await act(screened.id, 'decline', body)).error.code, 'ValidationError', JSON.stringify(body));
  }
});

test('documents are asked for, come, and are accepted: the application goes on to its decision', async () => {
  const one = await applied('666111500');
  assert.match(await letters(one.email), /copy of your driver’s license/);
  assert.equal((await line(one.id)).waitsFor, 'customer');
  assert.deepEqual((await act(one.id, 'documents-received', jane)).data.state, 'step_up');
  const queue = await operator.operate('GET', '/applications?waitsFor=operator&limit=1000');
  assert.ok(queue.data.applications.some((other: Line) => other.applicationId === one.id));
  const { data } = await act(one.id, 'accept-documents', jane);
  assert.deepEqual([data.state, data.spendingLimit], ['approved', 1500]);
  assert.equal((await one.me()).verificationStatus, 'succeeded');
});

test('documents of a review are asked for and rejected: declined, because who it is could not be verified', async () => {
  const one = await applied('666211500');
  assert.equal((await act(one.id, 'request-documents', jane)).data.state, 'step_up');
  assert.equal((await act(one.id, 'approve', jane)).error.code, 'ApplicationNotWaiting');
  assert.equal((await act(one.id, 'reject-documents', jane)).data.state, 'declined');
  assert.match(await letters(one.email), /Unable to verify identity/);
});

test('what is over stays over', async () => {
  const one = await applied('666021500');
  for (const word of ['approve', 'request-documents', 'documents-received', 'accept-documents', 'withdraw', 'revoke']) {
    const { status, error } = await act(one.id, word, { ...jane, because: ['A05'] });
    assert.deepEqual([status, error.code], [409, 'ApplicationNotWaiting'], word);
  }
});

test('an approval is revoked or withdrawn: its limit is gone, and the customer may apply again', async () => {
  for (const word of ['revoke', 'withdraw']) {
    const one = await applied('666011500');
    assert.equal((await act(one.id, word, { ...jane, because: ['K06_IDENTITY_NOT_VERIFIED'] })).status, 200);
    assert.equal((await one.me()).decision, null);
    assert.notEqual((await one.again()).decision.applicationId, one.id);
  }
});

test('a decision that never comes is made by hand', async () => {
  const one = await applied('666231500');
  assert.equal((await line(one.id)).state, 'deciding');
  assert.equal((await act(one.id, 'approve', jane)).data.spendingLimit, 1500);
});

test('who does not prove who they are in thirty days is declined and told so; documents that came wait for us', async () => {
  const asked = await applied('666101500');
  const questions = (
    await operator.call(applicants.apiKey, 'GET', '/v3/users/me/verify-questions', {
      headers: asked.headers,
    })
  ).data;
  const silent = await applied('666111501');
  const handedIn = await applied('666111502');
  await act(handedIn.id, 'documents-received', jane);
  await later(29.9);
  assert.deepEqual([(await line(asked.id)).state, (await line(silent.id)).state], ['kba_pending', 'step_up']);
  await later(0.2);
  assert.deepEqual([(await line(asked.id)).state, (await line(silent.id)).state], ['declined', 'declined']);
  assert.match(await letters(silent.email), /Unable to verify identity/);
  assert.equal((await line(handedIn.id)).state, 'step_up');
  const answers = questions.questions.map((one: { id: string; choices: { id: string }[] }) => ({
    questionId: one.id,
    choiceId: one.choices[0]!.id,
  }));
  const late = await operator.call(applicants.apiKey, 'POST', '/v3/users/me/verify-answers', {
    headers: asked.headers,
    body: { id: questions.id, answers },
  });
  assert.ok(late.status < 500, late.text);
  assert.equal((await line(asked.id)).state, 'declined');
});

test('an approval is over after its sixtieth day where the customer lives', async () => {
  const one = await applied('666011500');
  await later(60);
  assert.equal((await line(one.id)).state, 'approved');
  await later(1);
  assert.equal((await line(one.id)).state, 'expired');
  const { users } = (await operator.call(applicants.apiKey, 'GET', '/v3/users?limit=1')).data;
  assert.deepEqual([users[0].email, users[0].decision], [one.email, null]);
});

async function later(days: number): Promise<void> {
  operator.built.advance(days * 86_400_000);
  await runTimetable(operator.built.house);
}

type Line = { applicationId: string; state: string; reviewBecause: string[]; waitsFor: string };
type Act = { action: string; by: string; reason: string; before: { state: string }; after: { state: string } };

const act = (id: string, word: string, body: object) => operator.operate('POST', `/applications/${id}/${word}`, body);

async function line(id: string): Promise<Line> {
  return (await operator.operate('GET', `/applications/${id}`)).data;
}

async function letters(to: string): Promise<string> {
  const { data } = await operator.call('', 'GET', `/sandbox/inbox?to=${encodeURIComponent(to)}`);
  return data.messages.map(({ body }: { body: string }) => body).join('\n');
}

const applied: Applicants['apply'] = (ssn, told) => applicants.apply(ssn, told);
