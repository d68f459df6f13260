import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sandboxDecisions } from '#providers/decisions/sandbox.ts';
import { scorecardDecisions } from '#providers/decisions/scorecard.ts';
import { simulatedLenders } from '#providers/lenders/sandbox.ts';
import { sandboxOutcome } from '#sandbox/magic-values.ts';
import { carryOut } from '#server/carry-out.ts';
import { routes as customerRoutes } from '#server/customers/routes.ts';
import { findMerchant } from '#server/merchants/find-merchant.ts';
import { queriesOf } from '#server/test-queries.ts';
import { openWire, type TestWire } from '#server/test-wire.ts';
import { routes } from './routes.ts';
import { searchUsers } from './search-users.ts';

let wire: TestWire;
let key: string;
let merchantId: string;
let decisionsFail = false;

before(async () => {
  const real = sandboxDecisions(scorecardDecisions(), sandboxOutcome);
  const decide: typeof real.decide = (input, person) =>
    decisionsFail ? Promise.reject(new Error('down')) : real.decide(input, person);
  wire = await openWire([...customerRoutes, ...routes], { house: { decisions: { ...real, decide } } });
  ({ apiKey: key, merchantId } = await wire.merchant('Partner'));
});
after(() => wire.close());

const start = '/v3/users/prequal/start/lease';
const complete = '/v3/users/prequal/complete/lease';
const bankAccount = { routing: '110000000', account: '12340001', type: 'checking' };

test('a person is prequalified without a bank account and approved with one', async () => {
  const body = person({ ssn: '666011500' });
  const { status, data } = await wire.ask('POST', start, { key, body });
  assert.equal(status, 200);
  assert.match(data.prequalId, /^[0-9a-f]{24}$/);
  assert.deepEqual(
    { ...data, prequalId: '', decision: { ...data.decision, applicationId: '', createdAt: '' } },
    {
      prequalId: '',
      decision: {
        applicationId: '',
        approved: true,
        status: 'approved',
        limit: 1500,
        availableLimit: 1500,
        availableWeeklyLimit: 57.7,
        createdAt: '',
      },
      verificationStatus: 'succeeded',
    },
  );
  const token = await tokenOf(body);
  assert.equal((await wire.ask('GET', '/v3/users/me', { key, token })).data.decision, null, 'nothing is granted yet');

  const done = await wire.ask('POST', complete, { key, body: { prequalId: data.prequalId, bankAccount } });
  assert.equal(done.status, 200, done.text);
  assert.deepEqual(
    [done.data.email, done.data.decision.status, done.data.decision.spendingLimit, done.data.decision.applicationId],
    [body.email, 'approved', 1500, data.decision.applicationId],
  );
  const again = await wire.ask('POST', complete, { key, body: { prequalId: data.prequalId, bankAccount } });
  assert.deepEqual(again.data, done.data, 'completed twice it is decided once');
  assert.equal(await decisions(data.decision.applicationId), 1);
});

test('the same person started twice is the same prequalification, and once approved the approval is the answer', async () => {
  const body = person({ ssn: '666010900' });
  const first = (await wire.ask('POST', start, { key, body })).data;
  const second = await wire.ask('POST', '/user/prequal/start/lease', {
    key,
    body: { ...body, mobilePhone: '(512) 555-0142' },
  });
  assert.deepEqual(second.data, first);
  await wire.ask('POST', complete, { key, body: { prequalId: first.prequalId, bankAccount } });
  const third = (await wire.ask('POST', start, { key, body })).data;
  assert.deepEqual(
    [third.decision.status, third.decision.limit, third.decision.applicationId, third.verificationStatus],
    ['approved', 900, first.decision.applicationId, 'succeeded'],
  );
});

test('two starts in one moment make one customer and one application', async () => {
  const body = person({ ssn: '666010901' });
  const both = await Promise.all([1, 2].map(() => wire.ask('POST', start, { key, body })));
  assert.deepEqual(
    both.map(({ status }) => status),
    [200, 200],
  );
  assert.equal(both[0]!.data.prequalId, both[1]!.data.prequalId);
});

for (const [what, change] of [
  ['another number', { ssn: '666010009' }],
  ['another phone', { mobilePhone: '5125550143' }],
] as const) {
  test(`an e-mail that is taken and ${what} is somebody else, whose address stays`, async () => {
    const body = person({ ssn: '666010800' });
    await wire.ask('POST', start, { key, body });
    const { status, error } = await wire.ask('POST', start, {
      key,
      body: { ...body, ...change, street1: '1 Elm Street' },
    });
    assert.deepEqual([status, error.code, error.data], [409, 'UserAlreadyExists', { email: body.email }]);
    const { rows } = await wire.house.db.pool.query('select street1 from customer where email = $1', [body.email]);
    assert.deepEqual(rows, [{ street1: '12 Oak Street' }]);
  });
}

test('a no is a decision with its notice, and completing changes nothing', async () => {
  const body = person({ ssn: '666020000' });
  const { data } = await wire.ask('POST', start, { key, body });
  assert.deepEqual([data.decision.status, data.decision.approved, data.decision.limit], ['denied', false, 0]);
  const done = await wire.ask('POST', complete, { key, body: { prequalId: data.prequalId, bankAccount } });
  assert.deepEqual([done.status, done.data.decision.status], [200, 'denied']);
  const { rows } = await wire.house.db.pool.query('select kind from message where recipient = $1', [body.email]);
  assert.deepEqual(rows, [{ kind: 'application_declined' }]);
});

test('a review waits for its bank account, and then for a person', async () => {
  const { data } = await wire.ask('POST', start, { key, body: person({ ssn: '666200000' }) });
  assert.deepEqual([data.decision.status, data.decision.approved], ['pending', false]);
  const done = await wire.ask('POST', complete, { key, body: { prequalId: data.prequalId, bankAccount } });
  assert.equal(done.data.decision.status, 'pending');
});

test('who has questions to answer is not verified yet, and is asked once the application is complete', async () => {
  const body = person({ ssn: '666100000' });
  const { data } = await wire.ask('POST', start, { key, body });
  assert.deepEqual([data.decision.status, data.verificationStatus], ['approved', 'pending']);
  const done = await wire.ask('POST', complete, { key, body: { prequalId: data.prequalId, bankAccount } });
  assert.deepEqual([done.data.decision.status, done.data.verificationStatus], ['pending', 'pending']);
  const inProgress = await wire.ask('POST', start, { key, body });
  assert.deepEqual([inProgress.status, inProgress.error.code], [409, 'ApplicationInProgress']);
  const token = await tokenOf(body);
  const asked = await wire.ask('GET', '/v3/users/me/verify-questions', { key, token });
  assert.equal(asked.data.questions.length, 5);
});

test('a decision that fails leaves the whole prequalification standing, to be asked for again', async () => {
  decisionsFail = true;
  const body = person({ ssn: '666011200' });
  const { data } = await wire.ask('POST', start, { key, body });
  assert.deepEqual([data.decision.status, data.decision.approved], ['error', false]);
  decisionsFail = false;
  const again = (await wire.ask('POST', start, { key, body })).data;
  assert.deepEqual([again.prequalId, again.decision.status], [data.prequalId, 'approved']);
});

test('what is refused leaves nothing behind', async () => {
  const count = async () => {
    const tables = [
      'customer',
      'customer_email',
      'customer_identity',
      'application',
      'prequalification',
      'consent',
      'message',
    ];
    const { rows } = await wire.house.db.pool.query(
      `select ${tables.map((table) => `(select count(*) from ${table}) as ${table}`).join(', ')}`,
    );
    return rows[0];
  };
  const before = await count();
  const wrong = { ...person({ ssn: '12' }), mobilePhone: '1', dateOfBirth: '2000-02-30', password: 'short' };
  const { status, error } = await wire.ask('POST', start, { key, body: wrong });
  assert.deepEqual([status, error.code], [400, 'ValidationError']);
  assert.deepEqual(error.data.fields.map(({ path }: { path: string }) => path).sort(), ['dateOfBirth']);
  const wrongToo = await wire.ask('POST', start, { key, body: { ...wrong, dateOfBirth: '2000-02-28' } });
  assert.deepEqual(wrongToo.error.data.fields.map(({ path }: { path: string }) => path).sort(), [
    'mobilePhone',
    'password',
    'ssn',
  ]);
  assert.deepEqual(await count(), before);
});

test('another merchant’s prequalification is not found, and a bank account that is none is refused', async () => {
  const { data } = await wire.ask('POST', start, { key, body: person({ ssn: '666011000' }) });
  const other = (await wire.merchant('Other')).apiKey;
  const foreign = await wire.ask('POST', complete, { key: other, body: { prequalId: data.prequalId, bankAccount } });
  assert.deepEqual([foreign.status, foreign.error.code], [404, 'NotFound']);
  const body = { prequalId: data.prequalId, bankAccount: { ...bankAccount, routing: '021000022', account: '12' } };
  const { status, error } = await wire.ask('POST', complete, { key, body });
  assert.deepEqual(
    [status, error.data.fields.map(({ path }: { path: string }) => path)],
    [400, ['bankAccount.routing', 'bankAccount.account']],
  );
});

test('a partner finds a customer by both numbers, with a token that acts for them', async () => {
  const body = person({ ssn: '123456781', mobilePhone: '5125550177' });
  const { data } = await wire.ask('POST', start, { key, body });
  await wire.ask('POST', complete, { key, body: { prequalId: data.prequalId, bankAccount } });
  const other = (await wire.merchant('Waterfall')).apiKey;
  const found = await wire.ask('POST', '/v3/users/search', {
    key: other,
    body: { mobilePhone: '(512) 555-0177', ssn: '123-45-6781' },
  });
  assert.equal(found.status, 200, found.text);
  assert.deepEqual(found.data.meta, { count: 1, totalPages: 1, page: 1, limit: 10 });
  const [user] = found.data.users;
  assert.deepEqual([user.email, user.cardVerified, user.transactions], [body.email, false, []]);
  const me = await wire.ask('GET', '/v3/users/me', { key: other, token: user.token });
  assert.equal(me.data.userId, user.userId);
  const card = { token: 'tok_ok', cardType: 'visa', lastFour: '1111', expirationDate: '2030-01', billingZip: '78701' };
  await wire.ask('POST', '/v3/paymentMethods/add', { key: other, token: user.token, body: { token: card } });
  const { data: withCard } = await wire.ask('POST', '/v3/users/search', {
    key,
    body: { mobilePhone: '5125550177', ssn: '123456781' },
  });
  assert.equal(withCard.users[0].cardVerified, true);
  const mismatch = await wire.ask('GET', '/v3/users/me', { key, token: user.token });
  assert.equal(mismatch.error.code, 'CustomerTokenMismatch');
  assert.equal((await wire.ask('GET', `/v3/users/${user.userId}/authorize`, { key: other })).status, 200);
  assert.equal((await wire.ask('GET', '/v3/users', { key: other })).data.meta.count, 0, 'found is not served');
});

for (const [what, body] of [
  ['another phone', { mobilePhone: '5125550178', ssn: '123456781' }],
  ['another number', { mobilePhone: '5125550177', ssn: '123456782' }],
] as const) {
  test(`${what} finds nobody`, async () => {
    const { status, data } = await wire.ask('POST', '/v3/users/search', { key, body });
    assert.deepEqual([status, data.users, data.meta.count], [200, [], 0]);
  });
}

for (const [body, fields] of [
  [{ mobilePhone: '5125550177' }, ['ssn']],
  [{ ssn: '123456781' }, ['mobilePhone']],
  [{ mobilePhone: '12', ssn: '12' }, ['mobilePhone', 'ssn']],
] as const) {
  test(`a search for ${Object.keys(body).join(' and ')} without sense is refused, naming ${fields.join(' and ')}`, async () => {
    const { status, error, text } = await wire.ask('POST', '/v3/users/search', { key, body });
    assert.deepEqual([status, error.code], [400, 'ValidationError']);
    assert.deepEqual(
      error.data.fields.map(({ path }: { path: string }) => path),
      fields,
    );
    assert.ok(!text.includes('123456781'));
  });
}

test('a search takes the same work whether anybody is found or nobody', async () => {
  const { house } = wire;
  const merchant = await findMerchant(house, merchantId);
  const viewer = { merchantId, leaseFactor: merchant!.leaseFactor, deniedAs: 'denied' } as const;
  const work = (ssn: string) =>
    queriesOf(() => carryOut(house, () => searchUsers(house, viewer, { ssn, mobilePhone: '5125550177' })));
  assert.deepEqual([await work('123456781'), await work('123456789')], [3, 3]);
});

test('an account without the partner’s rights may neither search nor prequalify', async () => {
  const strict = await openWire(routes, { settings: { mode: 'production' } });
  try {
    const shop = (await strict.merchant('Shop')).apiKey;
    for (const path of ['/v3/users/search', start, complete]) {
      const { status, error } = await strict.ask('POST', path, { key: shop, body: {} });
      assert.deepEqual([status, error.code], [403, 'Forbidden'], path);
      assert.equal((await strict.ask('POST', path, { body: {} })).status, 401);
    }
  } finally {
    await strict.close();
  }
});

test('a remembered answer with tokens lies sealed, and neither log nor event has a number', async () => {
  const headers = { 'idempotency-key': 'search-1' };
  const body = { mobilePhone: '5125550177', ssn: '123456781' };
  const first = await wire.ask('POST', '/v3/users/search', { key, body, headers });
  const again = await wire.ask('POST', '/v3/users/search', { key, body, headers });
  assert.deepEqual(again.data, first.data);
  const { rows } = await wire.house.db.pool.query(
    `select to_jsonb(i)::text as kept from idempotency i union all select to_jsonb(o)::text from outbox o
     union all select to_jsonb(p)::text from prequalification p union all select to_jsonb(m)::text from message m`,
  );
  const everything = [...wire.logged, ...rows.map(({ kept }) => kept)].join('\n');
  for (const secret of [
    '123456781',
    '123-45-6781',
    '12340001',
    '5125550177',
    first.data.users[0].token,
    'correct horse',
  ]) {
    assert.ok(!everything.includes(secret), secret);
  }
});

test('a lender takes a prequalified person only with their consent: they go on there, and there is nothing to complete', async () => {
  const { house } = wire;
  const nobody = house.lenders;
  Object.assign(house, { lenders: simulatedLenders(['prime', 'near_prime']) });
  try {
    const body = { ...person({ ssn: '666011501' }), lenderConsents: ['prime'] };
    const { data } = await wire.ask('POST', start, { key, body });
    assert.equal(data.decision, null);
    assert.deepEqual([data.approvedElsewhere.lender, data.approvedElsewhere.limit], ['prime', 3000]);
    const done = await wire.ask('POST', complete, { key, body: { prequalId: data.prequalId, bankAccount } });
    assert.deepEqual([done.data.decision, done.data.approvedElsewhere.lender], [null, 'prime']);

    const silent = await wire.ask('POST', start, { key, body: person({ ssn: '666011501' }) });
    assert.deepEqual([silent.data.decision.status, silent.data.approvedElsewhere], ['approved', undefined]);
    const refused = { ...person({ ssn: '666011505' }), lenderConsents: ['prime', 'near_prime'] };
    const ours = (await wire.ask('POST', start, { key, body: refused })).data;
    assert.equal(ours.decision.status, 'approved');
    assert.deepEqual((await wire.ask('POST', start, { key, body: refused })).data, ours);
    const completed = await wire.ask('POST', complete, { key, body: { prequalId: ours.prequalId, bankAccount } });
    assert.equal(completed.data.decision.status, 'approved');
    assert.deepEqual(await lendersAnswered(ours.decision.applicationId), ['near_prime declined', 'prime declined']);
  } finally {
    Object.assign(house, { lenders: nobody });
  }
});

/** Each once, however often it was started. */
async function lendersAnswered(applicationId: string): Promise<string[]> {
  const { rows } = await wire.house.db.pool.query(
    `select payload from outbox where type = 'lender.answered' and payload ->> 'applicationId' = $1`,
    [applicationId],
  );
  return rows.map(({ payload }) => `${payload.lender} ${payload.outcome}`).sort();
}

let people = 0;

function person(change: { ssn: string; mobilePhone?: string }) {
  return {
    firstName: 'Ada',
    lastName: 'Byron',
    email: `partner${++people}@example.com`,
    password: 'correct horse',
    mobilePhone: '5125550142',
    optInMarketing: true,
    street1: '12 Oak Street',
    city: 'Austin',
    regionAbbr: 'TX',
    postalCode: '78701',
    country: 'US',
    dateOfBirth: '1990-10-10',
    employmentInformation: { payFrequency: 'weekly', monthlyIncome: 4000 },
    ipAddress: '203.0.113.7',
    ...change,
  };
}

async function tokenOf({ email }: { email: string }): Promise<string> {
  const { data } = await wire.ask('GET', `/v3/user-exists?email=${email}`, { key });
  return (await wire.ask('GET', `/v3/users/${data.userId}/authorize`, { key })).data.token;
}

async function decisions(applicationId: string): Promise<number> {
  const { rows } = await wire.house.db.pool.query(
    `select count(*) from outbox where type = 'application.decided' and payload ->> 'applicationId' = $1`,
    [applicationId],
  );
  return rows[0].count;
}
