import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { type Applicant, type Applicants, newApplicants } from '#server/applications/test-applicants.ts';
import { runTimetable } from '#server/jobs/timetable.ts';
import { openOperator, type TestOperator } from '#server/merchants/test-operator.ts';
import { dayMs } from '#server/test-house.ts';
import { booksAreRight } from '#server/test-shopper.ts';

let operator: TestOperator;
let applicants: Applicants;
before(async () => {
  operator = await openOperator();
  applicants = await newApplicants(operator);
});
after(async () => {
  await booksAreRight(operator.built.house);
  await operator.close();
});

test('a limit is taken up at the signature, and an offer takes nothing', async () => {
  const ada = await applicants.apply('666011500');
  const leaseId = await offer(ada, 'L-1', 500);
  assert.deepEqual(await balance(ada), [1500, 28.85 * 2]);
  await sign(ada, leaseId);
  assert.deepEqual(await balance(ada), [1000, 38.47]);
  const tooMuch = await say(ada, '/v3/leases', order('L-2', 1000.01));
  assert.equal(tooMuch.error.code, 'ExceedSpendingLimitError');
  await sign(ada, await offer(ada, 'L-3', 1000));
  assert.deepEqual(await balance(ada), [0, 0]);
});

test('what is cancelled, or not finalized in time, is free again', async () => {
  const ada = await applicants.apply('666011500');
  await sign(ada, await offer(ada, 'C-1', 500));
  await store('/v3/transactions/C-1/cancel');
  assert.deepEqual(await balance(ada), [1500, 57.7]);
  await sign(ada, await offer(ada, 'C-2', 700));
  assert.equal((await balance(ada))[0], 800);
  operator.built.advance(4 * dayMs);
  await runTimetable(operator.built.house);
  assert.equal(await openCash(ada), 0);
});

test('what goes back to the store is free again, a part of it for its part', async () => {
  const ada = await applicants.apply('666011500');
  await sign(ada, await offer(ada, 'R-1', 600, 2));
  for (const step of ['finalize', 'confirm-shipment', 'confirm-receipt']) await store(`/v3/transactions/R-1/${step}`);
  await store('/v3/transactions/R-1/return', { items: [{ sku: 'SOFA', quantity: 1 }] });
  assert.equal((await balance(ada))[0], 1200);
  await store('/v3/transactions/R-1/return');
  assert.equal((await balance(ada))[0], 1500);
});

test('an approval that is revoked or over signs nothing, also what was offered under it', async () => {
  const revoked = await applicants.apply('666011500');
  const leaseId = await offer(revoked, 'E-1', 500);
  await operator.operate('POST', `/applications/${revoked.id}/revoke`, {
    by: 'Jane Doe',
    reason: 'Fraud',
    because: ['K06_IDENTITY_NOT_VERIFIED'],
  });
  const refused = await say(revoked, `/v3/leases/${leaseId}/sign`, { ipAddress: '203.0.113.7', signed: true });
  assert.deepEqual([refused.status, refused.error.code], [403, 'DecisionRequired']);
  assert.equal((await say(revoked, '/v3/leases', order('E-2', 100))).error.code, 'DecisionRequired');
});

async function offer(who: Applicant, transactionId: string, dollars: number, quantity = 1): Promise<string> {
  const { data, text } = await say(who, '/v3/leases', order(transactionId, dollars, quantity));
  assert.ok(data, text);
  return data.leaseId;
}

function order(transactionId: string, dollars: number, quantity = 1) {
  const sofa = {
    sku: 'SOFA',
    description: 'Sofa',
    brand: 'Tilda',
    condition: 'new',
    cost: dollars / quantity,
    quantity,
  };
  return { transactionId, items: [sofa] };
}

async function sign(who: Applicant, leaseId: string): Promise<void> {
  const { status, text } = await say(who, `/v3/leases/${leaseId}/sign`, { ipAddress: '203.0.113.7', signed: true });
  assert.equal(status, 200, text);
}

const say = (who: Applicant, path: string, body: object) =>
  operator.call(applicants.apiKey, 'POST', path, { headers: who.headers, body });

async function store(path: string, body: object = {}): Promise<void> {
  const { status, text } = await operator.call(applicants.apiKey, 'POST', path, { body });
  assert.equal(status, 200, text);
}

async function balance(who: Applicant): Promise<[number, number]> {
  const { decision } = await who.me();
  return [decision.availableBalance, decision.availableWeeklySpending];
}

async function openCash(who: Applicant): Promise<number> {
  const { data } = await operator.operate('GET', `/applications/${who.id}`);
  const row = await operator.built.house.db.read
    .selectFrom('customer')
    .select('open_cash_cents')
    .where('customer_id', '=', data.userId)
    .executeTakeFirstOrThrow();
  return row.open_cash_cents;
}
