import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { addDays, addMonths, type Day } from '#core/calendar/day.ts';
import { runTimetable } from '#server/jobs/timetable.ts';
import { audit } from '#server/ledger/audit.ts';
import { openOperator, type TestOperator } from '#server/merchants/test-operator.ts';
import { now, servicingDay } from '#server/moment.ts';
import { eraseFiles } from '#server/retention/erase-files.ts';
import { dayMs, must } from '#server/test-house.ts';

let operator: TestOperator;
let apiKey: string;
before(async () => {
  operator = await openOperator();
  apiKey = (await operator.store('Sofas')).apiKey;
});
after(() => operator.close());

/** Nobody else in this house is called, reached or housed like the n-th. */
const personOf = (n: number) => ({
  firstName: `Wilhelmina${letter(n)}a`,
  lastName: `Quarterstaff${letter(n)}e`,
  street1: `${900 + n} Gooseberry Hollow`,
  mobilePhone: `512555${3_000 + n}`,
  employer: `Thistledown${letter(n)} Bakery`,
});
const letter = (n: number) => String.fromCharCode(97 + n);

test('25 months after a decline nothing says who it was; that somebody was declined, when and why, does', async () => {
  const { customerId, email, applicationId, person } = await apply('666021700');
  await days(0);
  const endedOn = servicingDay(operator.built.house);
  const goesOn = addMonths(endedOn, 25);
  await until(addDays(goesOn, -1));
  assert.equal(
    (await operator.operate('GET', `/applications/${applicationId}`)).data.applicant.lastName,
    person.lastName,
  );
  assert.notDeepEqual(await placesOf(email), []);
  await days(1);
  for (const word of [email, ...Object.values(person)]) {
    assert.deepEqual(await placesOf(word), [], `${word} is gone`);
  }
  assert.deepEqual(await rowsOf('consent', customerId), 'some', 'what they agreed to is kept longer');
  const { data: listed } = await operator.operate('GET', '/applications?state=declined');
  const line = listed.applications.find((one: { applicationId: string }) => one.applicationId === applicationId);
  assert.deepEqual([line.name, line.state], ['erased', 'declined']);
  assert.equal((await operator.operate('GET', `/applications/${applicationId}`)).error.code, 'NotFound');
  assert.equal(
    (await operator.operate('POST', '/holds', { userId: customerId, ...signed })).error.code,
    'UserNotFound',
  );
  const { rows } = await query('select decision from application where application_id = $1', [applicationId]);
  assert.equal(rows[0].decision.decision, 'declined');
  assert.ok(rows[0].decision.reasons.length > 0);
  assert.equal((await operator.operate('GET', '/decisions/replay')).status, 200);
  await auditIsGreen();
});

test('whoever was erased can sign up as anybody can, and is found no more by anybody', async () => {
  const { email, customerId } = await apply('666021701');
  await days(0);
  await until(addMonths(servicingDay(operator.built.house), 25));
  assert.deepEqual(await placesOf(email), []);
  const exists = await operator.call(apiKey, 'POST', '/v3/users/user-exists', { body: { email } });
  assert.doesNotMatch(exists.text, new RegExp(customerId));
  assert.equal((await operator.call(apiKey, 'GET', `/v3/users/${customerId}`)).status, 404);
  const { data } = await operator.call(apiKey, 'GET', '/v3/users?limit=100');
  assert.doesNotMatch(JSON.stringify(data), new RegExp(customerId));
  const anew = await operator.call(apiKey, 'POST', '/v3/users', {
    body: { firstName: 'Wilhelmina', lastName: 'Quarterstaff', email },
  });
  assert.equal(anew.status, 200, anew.text);
});

test('what somebody agreed to goes five years after the end', async () => {
  const { customerId } = await apply('666021702');
  await days(0);
  const endedOn = servicingDay(operator.built.house);
  await until(addMonths(endedOn, 25));
  await until(addDays(addMonths(endedOn, 60), -1));
  assert.equal(await rowsOf('consent', customerId), 'some');
  await days(1);
  assert.equal(await rowsOf('consent', customerId), 'none');
});

test('a hold keeps everything, also the questions that were asked, until it is lifted', async () => {
  const { customerId, email } = await apply('666021703');
  const { data: hold } = await operator.operate('POST', '/holds', { userId: customerId, ...signed });
  await days(0);
  await until(addMonths(servicingDay(operator.built.house), 26));
  assert.notDeepEqual(await placesOf(email), []);
  await operator.operate('POST', `/holds/${hold.holdId}/lift`, signed);
  await days(1);
  assert.deepEqual(await placesOf(email), []);
});

test('a lease keeps the whole file seven years from its end, and its figures for good', async () => {
  const { customerId, email, headers, person } = await apply('666011704');
  const item = { sku: 'SOFA', description: 'Sofa', brand: 'Tilda', condition: 'new', cost: 400, quantity: 1 };
  const order = { transactionId: 'KEPT-1', items: [item] };
  const { data } = await operator.call(apiKey, 'POST', '/v3/leases', { headers, body: order });
  const body = { signed: true, ipAddress: '203.0.113.7' };
  assert.equal((await operator.call(apiKey, 'POST', `/v3/leases/${data.leaseId}/sign`, { headers, body })).status, 200);
  const finalized = await operator.call(apiKey, 'POST', '/v3/transactions/KEPT-1/finalize', { body: {} });
  assert.equal(finalized.status, 200, finalized.text);
  const cancelled = await operator.call(apiKey, 'POST', '/v3/transactions/KEPT-1/cancel', { body: {} });
  assert.equal(cancelled.status, 200, cancelled.text);
  await days(10);
  const { rows: ended } = await query(`select ended_at::date::text as on from lease where customer_id = $1`, [
    customerId,
  ]);
  await until(addDays(addMonths(ended[0].on, 84), -2));
  assert.notDeepEqual(await placesOf(email), []);
  assert.equal(await rowsOf('signature_event', customerId), 'some');
  const sums = await ledgerOf(customerId);
  assert.ok(sums.length > 0);
  await days(3);
  for (const word of [email, ...Object.values(person)]) assert.deepEqual(await placesOf(word), [], `${word} is gone`);
  assert.equal(await rowsOf('signature_event', customerId), 'none');
  const { rows } = await query(
    'select agreement_inputs, agreement_sealed, signature from lease where customer_id = $1',
    [customerId],
  );
  assert.deepEqual(rows, [{ agreement_inputs: null, agreement_sealed: null, signature: null }]);
  assert.deepEqual(await ledgerOf(customerId), sums);
  assert.equal((await operator.call(apiKey, 'GET', '/v3/transactions/KEPT-1')).status, 200);
  assert.equal((await operator.call(apiKey, 'GET', '/v3/transactions?limit=100')).status, 200);
  await auditIsGreen();
});

test('the database erases nobody sooner, whatever day it is told, and nobody with a lease', async () => {
  const declined = await apply('666021707');
  const leased = await apply('666011708');
  const item = { sku: 'SOFA', description: 'Sofa', brand: 'Tilda', condition: 'new', cost: 400, quantity: 1 };
  const order = { transactionId: 'KEPT-2', items: [item] };
  const { headers } = leased;
  const { data } = await operator.call(apiKey, 'POST', '/v3/leases', { headers, body: order });
  const body = { signed: true, ipAddress: '203.0.113.7' };
  await operator.call(apiKey, 'POST', `/v3/leases/${data.leaseId}/sign`, { headers, body });
  for (const { customerId, email } of [declined, leased]) {
    const { rows } = await query(`select erase_customer($1, '2099-01-01', '2099-01-01') as erased`, [customerId]);
    assert.equal(rows[0].erased, false);
    assert.notDeepEqual(await placesOf(email), []);
  }
  await query(`select forget_consents('2099-01-01', 1000)`);
  assert.equal(await rowsOf('consent', declined.customerId), 'some');
});

test('two nodes that erase at once erase once', async () => {
  const { email } = await apply('666021705');
  await days(0);
  operator.built.advance(
    Date.parse(addMonths(servicingDay(operator.built.house), 26)) - Date.parse(now(operator.built.house)),
  );
  await apply('666021706');
  const counts = await Promise.all([1, 2, 3].map(() => eraseFiles(operator.built.house)));
  const { rows } = await query(
    'select count(*)::int as n from customer where erased_on is not null and erased_on = $1',
    [servicingDay(operator.built.house)],
  );
  assert.ok(rows[0].n > 0);
  assert.equal(counts.reduce((sum, one) => sum + one) >= rows[0].n, true);
  assert.deepEqual(await placesOf(email), []);
});

const signed = { by: 'Jane Doe', reason: 'Disputes the decision' };

let made = 0;
async function apply(ssn: string) {
  made += 1;
  const email = `wilhelmina-${made}@quarterstaff.example`;
  const person = personOf(made);
  const { firstName, lastName, employer, ...contact } = person;
  const { data } = await operator.call(apiKey, 'POST', '/v3/users', { body: { firstName, lastName, email } });
  const headers = { 'customer-token': data.token };
  const body = {
    ...contact,
    city: 'Austin',
    regionAbbr: 'TX',
    postalCode: '78701',
    country: 'US',
    dateOfBirth: '1990-10-10',
    ssn,
    employmentInformation: { employer, monthlyIncome: 4000, payFrequency: 'biweekly' },
    bankAccount: { routing: '110000000', account: '12340001', type: 'checking' },
  };
  const applied = await operator.call(apiKey, 'POST', '/v3/users/me/apply', { headers, body });
  assert.equal(applied.status, 200, applied.text);
  const { rows } = await query('select customer_id from customer where email = $1', [email]);
  return {
    person,
    email,
    headers,
    customerId: rows[0].customer_id as string,
    applicationId: applied.data.decision.applicationId,
  };
}

/** Somebody else comes too: what may be erased goes by the newest line of the access logs. */
async function days(count: number): Promise<void> {
  operator.built.advance(count * dayMs);
  if (count > 0) await apply(`66602${1750 + made}`);
  await runTimetable(operator.built.house);
}

async function until(day: Day): Promise<void> {
  await days(Math.round((Date.parse(day) - Date.parse(servicingDay(operator.built.house))) / dayMs));
}

const query = (text: string, values: unknown[] = []) => operator.built.house.db.pool.query(text, values);

/** Every table that has this word somewhere, in letters of any size. */
async function placesOf(word: string): Promise<string[]> {
  const { rows } = await query(`select table_name from information_schema.tables
    where table_schema = 'public' and table_type = 'BASE TABLE' order by table_name`);
  const found: string[] = [];
  for (const { table_name: table } of rows) {
    const { rows: hits } = await query(
      `select 1 from "${table}" t where strpos(lower(t::text), lower($1)) > 0 limit 1`,
      [word],
    );
    if (hits.length > 0) found.push(table);
  }
  return found;
}

async function rowsOf(table: 'consent' | 'signature_event', customerId: string): Promise<'some' | 'none'> {
  const { rows } = await query(`select 1 from ${table} where customer_id = $1`, [customerId]);
  return rows.length > 0 ? 'some' : 'none';
}

async function ledgerOf(customerId: string) {
  const { rows } = await query(
    'select debit, credit, sum(amount_cents)::bigint as cents from posting where customer_id = $1 group by 1, 2 order by 1, 2',
    [customerId],
  );
  return rows;
}

async function auditIsGreen(): Promise<void> {
  const { checks } = await must(operator.built.house, () => audit(operator.built.house));
  assert.deepEqual(
    checks.filter(({ breaches }) => breaches > 0),
    [],
  );
}
