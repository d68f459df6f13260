import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import type { Lender } from '#ports/lenders.ts';
import { simulatedLenders } from '#providers/lenders/sandbox.ts';
import { openOperator, type TestOperator } from '#server/merchants/test-operator.ts';
import { type Applicants, newApplicants } from './test-applicants.ts';

let operator: TestOperator;
let applicants: Applicants;
/** Who was asked about which application, in the order of asking. */
const asked: { place: string; reference: string }[] = [];

before(async () => {
  operator = await openOperator();
  const simulated = simulatedLenders(['prime', 'near_prime']);
  const list = simulated.list.map(
    (lender): Lender => ({
      ...lender,
      timeoutMs: 10_000,
      ask: (applicant, signal) => {
        asked.push({ place: lender.place, reference: applicant.reference });
        return lender.ask(applicant, signal);
      },
    }),
  );
  Object.assign(operator.built.house, { lenders: { ...simulated, list } });
  applicants = await newApplicants(operator);
});
after(() => operator.close());

const both = { lenderConsents: ['prime', 'near_prime'] };

test('the first lender that approves takes the customer, and nobody after it is asked, nor do we decide', async () => {
  const { one, me, events, places } = await applied('666010001', both);
  assert.deepEqual(places, ['prime']);
  assert.equal(me.decision, null);
  const { lender, limit, continueAt } = me.approvedElsewhere;
  assert.deepEqual([lender, limit], ['prime', 3000]);
  assert.match(continueAt, /^https:\/\/prime\.example\/apply\/[0-9a-f]{24}$/);
  assert.deepEqual(events, ['application.withdrawn', 'prime approved']);
  const { id } = await applicationOf(one.email);
  const { data } = await operator.operate('GET', `/applications/${id}`);
  assert.deepEqual([data.state, data.decision.decision], ['withdrawn', 'elsewhere']);
  // Whoever comes back may apply again: a new application.
  assert.equal((await one.again()).approvedElsewhere.lender, 'prime');
});

test('a no goes on to the next, and in the end we decide; what each said is kept beside the decision', async () => {
  const near = await applied('666010002', both);
  assert.deepEqual([near.places, near.me.approvedElsewhere.lender], [['prime', 'near_prime'], 'near_prime']);
  const ours = await applied('666011500', both);
  assert.deepEqual(ours.places, ['prime', 'near_prime']);
  assert.deepEqual([ours.me.decision.status, ours.me.decision.spendingLimit], ['approved', 1500]);
  assert.equal(ours.me.approvedElsewhere, undefined);
  assert.deepEqual(ours.events, ['application.decided', 'near_prime declined', 'prime declined']);
  const { id } = await applicationOf(ours.one.email);
  const { data } = await operator.operate('GET', `/applications/${id}`);
  assert.deepEqual(data.decision.lenders, [
    { lender: 'prime', outcome: 'declined' },
    { lender: 'near_prime', outcome: 'declined' },
  ]);
});

test('whom a person of ours has to look at first is sent to no lender', async () => {
  const said = { code: 'fraud', by: 'Jane Doe', reason: 'Sold the goods on' };
  await operator.operate('POST', '/denylist', { mobilePhone: '5125557199', ...said });
  const { me, places } = await applied('212340071', { ...both, mobilePhone: '5125557199' });
  assert.deepEqual([places, me.decision.status, me.approvedElsewhere], [[], 'pending', undefined]);
});

test('a lender that does not answer in time is never a yes: the next is asked', async () => {
  const { house } = operator.built;
  const patient = house.lenders;
  const list = patient.list.map((lender) => ({ ...lender, timeoutMs: 1 }));
  Object.assign(house, { lenders: { ...patient, list } });
  const { me, events } = await applied('666011009', both);
  Object.assign(house, { lenders: patient });
  assert.deepEqual(events, ['application.decided', 'near_prime unknown', 'prime unknown']);
  assert.equal(me.decision.status, 'approved');
});

test('nobody is asked without the customer’s consent to be sent there', async () => {
  const none = await applied('666010001', {});
  assert.deepEqual([none.places, none.me.decision.status], [[], 'approved']);
  assert.deepEqual(none.events, ['application.decided', 'near_prime skipped', 'prime skipped']);
  const second = await applied('666010001', { lenderConsents: ['near_prime'] });
  assert.deepEqual([second.places, second.me.decision.status], [['near_prime'], 'approved']);
  const { rows } = await operator.built.house.db.pool.query(
    `select kind, document_version as version from consent where kind like 'share_%' and customer_id = $1`,
    [second.me.userId],
  );
  assert.deepEqual(rows, [{ kind: 'share_near_prime', version: 'lender-1.en' }]);
});

test('where others were asked before us we are the second look and ask nobody', async () => {
  const { places, me } = await applied('666010001', { ...both, additionalData: { firstGlance: false } });
  assert.deepEqual([places, me.decision.status], [[], 'approved']);
});

async function applied(ssn: string, told: object) {
  const from = asked.length;
  const one = await applicants.apply(ssn, { ...told });
  const me = await one.me();
  const { rows } = await operator.built.house.db.pool.query(
    'select type, payload from outbox where customer_id = $1 order by event_id',
    [me.userId],
  );
  const events = rows
    .filter(({ type }) => /^(lender|application)/.test(type))
    .map(({ type, payload }) => (type === 'lender.answered' ? `${payload.lender} ${payload.outcome}` : type))
    .sort();
  return { one, me, events, places: asked.slice(from).map(({ place }) => place) };
}

async function applicationOf(email: string): Promise<{ id: string }> {
  const { rows } = await operator.built.house.db.pool.query(
    `select application_id as id from application a join customer c using (customer_id)
      where c.email = $1 order by a.created_at, a.application_id limit 1`,
    [email],
  );
  return rows[0];
}
