import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type Applicant, type Applicants, newApplicants } from '#server/applications/test-applicants.ts';
import { runTimetable } from '#server/jobs/timetable.ts';
import { audit } from '#server/ledger/audit.ts';
import { openOperator, type TestOperator } from '#server/merchants/test-operator.ts';
import { dayMs, must } from '#server/test-house.ts';

let operator: TestOperator;
let applicants: Applicants;
before(async () => {
  operator = await openOperator();
  applicants = await newApplicants(operator);
});
after(() => operator.close());

const days = async (count: number) => {
  operator.built.advance(count * dayMs);
  await runTimetable(operator.built.house);
};

test('sixty days after a decline the number and the account are gone; who it was can still be counted', async () => {
  const declined = await applicants.apply('666021600');
  await days(0);
  const before = await numbersOf(declined);
  await days(59);
  assert.deepEqual(await numbersOf(declined), before);
  await days(1);
  const erased = await numbersOf(declined);
  assert.deepEqual([erased.ssn_sealed, erased.account_sealed, erased.ssn_last_four], [null, null, '']);
  assert.deepEqual([erased.ssn_index, erased.account_index], [before.ssn_index, before.account_index]);
  assert.deepEqual((await methodsOf(declined)).data, [], 'nothing can be paid from it');
  assert.equal((await operator.operate('GET', `/applications/${declined.id}`)).data.applicant.ssnLast4, null);
  const replayed = (await operator.operate('GET', '/decisions/replay')).data;
  assert.equal(replayed.changed, 0, 'the decision can still be made again');
  await auditIsGreen();
});

test('who comes back gives number and account anew, and they lie there again', async () => {
  const declined = await applicants.apply('666021601');
  await days(0);
  await days(60);
  assert.equal((await numbersOf(declined)).ssn_sealed, null);
  const headers = { 'customer-token': await tokenOf(declined) };
  const again = await operator.call(applicants.apiKey, 'POST', '/v3/users/me/apply', {
    headers,
    body: answers('666011601'),
  });
  assert.equal(again.data.decision.status, 'approved', again.text);
  const kept = await numbersOf(declined);
  assert.ok(kept.ssn_sealed && kept.account_sealed);
  assert.equal(
    (await operator.call(applicants.apiKey, 'GET', '/v3/customers/me/payment-methods', { headers })).data.length,
    1,
  );
  await days(59);
  assert.ok((await numbersOf(declined)).ssn_sealed, 'what was told anew is kept anew');
});

test('a hold keeps the numbers until it is lifted, and says who set it and why', async () => {
  const declined = await applicants.apply('666021602');
  await days(0);
  const { userId } = await declined.me();
  const signed = { by: 'Jane Doe', reason: 'Disputes the decision' };
  const hold = (await operator.operate('POST', '/holds', { userId, ...signed })).data;
  await days(61);
  assert.ok((await numbersOf(declined)).ssn_sealed);
  const [listed] = (await operator.operate('GET', `/holds?open=true&userId=${userId}`)).data.holds;
  assert.deepEqual(
    [listed.holdId, listed.by, listed.reason, listed.lifted],
    [hold.holdId, ...Object.values(signed), null],
  );
  const over = { by: 'John Doe', reason: 'Settled' };
  const lifted = (await operator.operate('POST', `/holds/${hold.holdId}/lift`, over)).data;
  const other = (await operator.operate('POST', `/holds/${hold.holdId}/lift`, signed)).data;
  assert.deepEqual([lifted.lifted.by, other.lifted], ['John Doe', lifted.lifted]);
  await runTimetable(operator.built.house);
  assert.equal((await numbersOf(declined)).ssn_sealed, null);
  assert.equal((await operator.operate('POST', '/holds', { userId: 'nobody', ...signed })).error.code, 'UserNotFound');
});

test('an approval keeps its numbers while it counts and sixty days more; a review and a signed lease keep them', async () => {
  const approved = await applicants.apply('666011602');
  const waiting = await applicants.apply('666211602');
  const leased = await applicants.apply('666011603');
  await sign(leased);
  await days(0);
  await days(61);
  assert.ok((await numbersOf(approved)).ssn_sealed, 'the approval has just ended');
  await days(58);
  assert.ok((await numbersOf(approved)).ssn_sealed);
  await days(1);
  assert.equal((await numbersOf(approved)).ssn_sealed, null);
  assert.ok((await numbersOf(waiting)).ssn_sealed);
  assert.ok((await numbersOf(leased)).ssn_sealed && (await numbersOf(leased)).account_sealed);
  await auditIsGreen();
});

async function sign(applicant: Applicant): Promise<void> {
  const { headers } = applicant;
  const item = { sku: 'SOFA', description: 'Sofa', brand: 'Tilda', condition: 'new', cost: 400, quantity: 1 };
  const order = { transactionId: `KEEP-${applicant.id}`, items: [item] };
  const { data } = await operator.call(applicants.apiKey, 'POST', '/v3/leases', { headers, body: order });
  const body = { signed: true, ipAddress: '203.0.113.7' };
  const signed = await operator.call(applicants.apiKey, 'POST', `/v3/leases/${data.leaseId}/sign`, { headers, body });
  assert.equal(signed.status, 200, signed.text);
}

async function methodsOf(applicant: Applicant) {
  const headers = { 'customer-token': await tokenOf(applicant) };
  return operator.call(applicants.apiKey, 'GET', '/v3/customers/me/payment-methods', { headers });
}

/** A token of today: the first one is long over. */
async function tokenOf({ email }: Applicant): Promise<string> {
  const { house } = operator.built;
  const { rows } = await house.db.pool.query('select customer_id from customer where email = $1', [email]);
  const path = `/v3/users/${rows[0].customer_id}`;
  await operator.call(applicants.apiKey, 'POST', `${path}/send-passcode`, { body: { transport: 'email' } });
  const { data } = await operator.call('', 'GET', `/sandbox/inbox?to=${encodeURIComponent(email)}`);
  const passcode = /\b\d{6}\b/.exec(data.messages[0].body)?.[0];
  return (await operator.call(applicants.apiKey, 'POST', `${path}/passcode-login`, { body: { passcode } })).data.token;
}

async function numbersOf({ email }: Applicant) {
  const { rows } = await operator.built.house.db.pool.query(
    `select i.ssn_sealed, i.ssn_index, i.ssn_last_four, p.account_sealed, p.account_index
     from customer c join customer_identity i using (customer_id)
     join payment_method p on p.customer_id = c.customer_id where c.email = $1`,
    [email],
  );
  assert.equal(rows.length, 1);
  return rows[0];
}

async function auditIsGreen(): Promise<void> {
  const { checks } = await must(operator.built.house, () => audit(operator.built.house));
  assert.deepEqual(
    checks.filter(({ breaches }) => breaches > 0),
    [],
  );
}

const answers = (ssn: string) => ({
  street1: '12 Oak Street',
  city: 'Austin',
  regionAbbr: 'TX',
  postalCode: '78701',
  country: 'US',
  mobilePhone: '5125550142',
  dateOfBirth: '1990-10-10',
  ssn,
  employmentInformation: { monthlyIncome: 4000, payFrequency: 'biweekly' },
  bankAccount: { routing: '110000000', account: '12340001', type: 'checking' },
});
