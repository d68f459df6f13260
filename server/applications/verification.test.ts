import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { sandboxKnowledge } from '#providers/knowledge/sandbox.ts';
import { knowledgeEffect } from '#sandbox/magic-values.ts';
import { routes as customerRoutes } from '#server/customers/routes.ts';
import { routes as leaseRoutes } from '#server/leases/routes.ts';
import { openWire, type TestWire, type WireAnswer } from '#server/test-wire.ts';
import { decideOverdue } from './decide-overdue.ts';
import { routes } from './routes.ts';

let wire: TestWire;
let key: string;
let asksFail = false;

const minute = 60_000;
const day = 24 * 60 * minute;

before(async () => {
  const sandbox = sandboxKnowledge(knowledgeEffect);
  const asks: typeof sandbox.asks = (person) =>
    asksFail ? Promise.reject(new Error('nobody answers')) : sandbox.asks(person);
  wire = await openWire([...customerRoutes, ...routes, ...leaseRoutes], { house: { knowledge: { ...sandbox, asks } } });
  key = (await wire.merchant('Sofas')).apiKey;
});
after(() => wire.close());

type Asked = { id: string; questions: { id: string; label: string; choices: { id: string; label: string }[] }[] };

test('who has to be asked is asked five questions of five choices, and decided once four are right', async () => {
  const token = await applied('666100001', { status: 'pending', verificationStatus: 'pending' });
  const asked = await questions(token);
  assert.equal(asked.questions.length, 5);
  assert.equal(new Set(asked.questions.flatMap(({ id, choices }) => [id, ...choices.map((one) => one.id)])).size, 30);
  for (const { choices } of asked.questions) {
    assert.deepEqual([choices.length, choices.at(-1)?.label], [5, 'None of the above']);
  }
  assert.deepEqual(await questions(token), asked, 'asked again they are the same');
  const answered = await answer(token, asked, 4);
  assert.equal(answered.status, 200, answered.text);
  const { decision, verificationStatus } = answered.data;
  assert.deepEqual([verificationStatus, decision.status, decision.approved], ['succeeded', 'approved', true]);
  assert.deepEqual(await questions(token), { questions: [] });
});

test('nobody is asked for nothing: who is decided at once has no questions, and neither has who never applied', async () => {
  const token = await applied('666011500', { status: 'approved', verificationStatus: 'succeeded' });
  assert.deepEqual(await questions(token), { questions: [] });
  assert.deepEqual(await questions(await customer()), { questions: [] });
});

for (const [method, path, shape] of [
  ['a list of questionId and choiceId', '/v3/users/me/verify-answers', (pairs: Pair[]) => pairs],
  [
    'a list of id and choice',
    '/v3/users/me/verify-questions',
    (pairs: Pair[]) => pairs.map(({ questionId: id, choiceId: choice }) => ({ id, choice })),
  ],
  [
    'a list of id and answer',
    '/v3/users/me/verify',
    (pairs: Pair[]) => pairs.map(({ questionId: id, choiceId: answer }) => ({ id, answer })),
  ],
  [
    'a list of id and answerId',
    '/user/me/verify-answers',
    (pairs: Pair[]) => pairs.map(({ questionId: id, choiceId: answerId }) => ({ id, answerId })),
  ],
  [
    'an object of choices',
    '/users/me/verify/',
    (pairs: Pair[]) => Object.fromEntries(pairs.map(({ questionId, choiceId }) => [questionId, choiceId])),
  ],
  [
    'numbers',
    '/v3/user/me/verify',
    (pairs: Pair[]) =>
      pairs.map(({ questionId, choiceId }) => ({ questionId: Number(questionId), choiceId: Number(choiceId) })),
  ],
] as const) {
  test(`answers may come as ${method}, to ${path}`, async () => {
    const token = await applied('666100002');
    const asked = await questions(token);
    const body = { id: asked.id, answers: shape(pairs(asked, 5)) };
    const { status, data } = await wire.ask('POST', path, { key, token, body });
    assert.deepEqual([status, data.verificationStatus], [200, 'succeeded']);
  });
}

test('three of five are too few, and nothing says which; other questions follow once, then documents', async () => {
  const token = await applied('666100003');
  const first = await questions(token);
  const failed = await answer(token, first, 3);
  assert.deepEqual(
    [failed.status, failed.data.verificationStatus, failed.data.decision.status],
    [200, 'failed', 'pending'],
  );
  assert.deepEqual((await answer(token, first, 3)).data, failed.data, 'the same answers again are no second try');
  const other = await answer(token, first, 5);
  assert.deepEqual([other.status, other.error.code], [403, 'VerificationRequired']);

  const second = await questions(token);
  assert.notEqual(second.id, first.id);
  assert.deepEqual(
    labelsOf(first).filter((label) => labelsOf(second).includes(label)),
    [],
  );
  assert.equal((await me(token)).verificationStatus, 'pending');
  assert.equal((await answer(token, second, 0)).data.verificationStatus, 'failed');
  assert.deepEqual(await questions(token), { questions: [] }, 'two in a day are all');
  const lease = await createLease(token, 'KBA-1');
  assert.deepEqual([lease.status, lease.error.code], [403, 'VerificationRequired']);
  const again = await wire.ask('POST', '/v3/users/me/apply', { key, token, body: application('666100003') });
  assert.deepEqual([again.status, again.error.code], [409, 'ApplicationInProgress']);
});

test('the three hundredth second counts and the next one does not', async () => {
  for (const [seconds, verificationStatus] of [
    [300, 'succeeded'],
    [300.001, 'failed'],
  ] as const) {
    const token = await applied('666100004');
    const asked = await questions(token);
    wire.advance(seconds * 1000);
    assert.equal((await answer(token, asked, 5)).data.verificationStatus, verificationStatus);
  }
});

test('questions that ran out are a used attempt, and others come', async () => {
  const token = await applied('666100005');
  const first = await questions(token);
  wire.advance(6 * minute);
  const second = await questions(token);
  assert.notEqual(second.id, first.id);
  const late = await answer(token, first, 5);
  assert.deepEqual([late.status, late.error.code], [403, 'VerificationRequired']);
  assert.equal((await answer(token, second, 5)).data.verificationStatus, 'succeeded');
});

test('666-13 is over at once, 666-12 is never right, 666-11 cannot be asked', async () => {
  const expires = await applied('666130001');
  const asked = await questions(expires);
  assert.equal((await answer(expires, asked, 5)).data.verificationStatus, 'failed');
  const second = await questions(expires);
  assert.notEqual(second.id, asked.id);
  assert.deepEqual(await questions(expires), { questions: [] });
  assert.equal((await me(expires)).verificationStatus, 'failed');

  const fails = await applied('666120001');
  for (const choice of [0, 4]) {
    const open = await questions(fails);
    assert.equal((await answer(fails, open, 5, choice)).data.verificationStatus, 'failed');
  }

  const unknown = await applied('666110001', { status: 'pending', verificationStatus: 'pending' });
  assert.deepEqual(await questions(unknown), { questions: [] });
  assert.equal((await createLease(unknown, 'KBA-2')).error.code, 'VerificationRequired');
});

test('a thousand guesses in one moment are one', async () => {
  const token = await applied('666100006');
  const asked = await questions(token);
  const guesses = [0, 1, 2, 3].map((right) => answer(token, asked, right));
  const statuses = (await Promise.all(guesses)).map(({ status }) => status).sort();
  assert.deepEqual(statuses, [200, 403, 403, 403]);
});

test('two who ask in one moment are asked the same', async () => {
  const token = await applied('666100007');
  const [one, other] = await Promise.all([questions(token), questions(token)]);
  assert.equal(one.id, other.id);
});

test('who was asked enough as one customer is not asked as another, in production', async () => {
  const strict = await openWire([...customerRoutes, ...routes], {
    settings: { mode: 'production' },
    house: { knowledge: { ...sandboxKnowledge(() => 'always fails') } },
  });
  try {
    const shop = (await strict.merchant('Sofas')).apiKey;
    const apply = async () => {
      const user = await strict.ask('POST', '/v3/users', { key: shop, body: person() });
      const said = { key: shop, token: user.data.token };
      const view = await strict.ask('POST', '/v3/users/me/apply', {
        ...said,
        body: application('123456788', '021000021'),
      });
      assert.equal(view.status, 200, view.text);
      return { said, view };
    };
    // Of a person one application at a time is open.
    const end = async ({ view }: Awaited<ReturnType<typeof apply>>) => {
      const body = { by: 'Jane Doe', reason: 'They gave up', because: ['K06_IDENTITY_NOT_VERIFIED'] };
      const path = `/v3/operator/applications/${view.data.decision.applicationId}/decline`;
      const ended = await strict.ask('POST', path, { key: strict.house.secrets.operatorKey, body });
      assert.equal(ended.status, 200, ended.text);
    };
    const first = await apply();
    const { said } = first;
    for (const _ of [1, 2]) {
      const { data } = await strict.ask('GET', '/v3/users/me/verify-questions', said);
      await strict.ask('POST', '/v3/users/me/verify', { ...said, body: { id: data.id, answers: pairs(data, 5) } });
    }
    await end(first);
    const other = await apply();
    assert.equal(other.view.data.verificationStatus, 'failed');
    assert.deepEqual((await strict.ask('GET', '/v3/users/me/verify-questions', other.said)).data, { questions: [] });
    await end(other);
    strict.advance(day);
    assert.equal((await apply()).view.data.verificationStatus, 'pending');
  } finally {
    await strict.close();
  }
});

test('whether to ask is unknown while nobody says so: the application waits and is taken further later', async () => {
  asksFail = true;
  const token = await applied('666100008', { status: 'pending', verificationStatus: 'pending' });
  assert.deepEqual(await questions(token), { questions: [] });
  asksFail = false;
  wire.advance(10 * minute);
  assert.equal(await decideOverdue(wire.house), 0);
  wire.advance(6 * minute);
  assert.equal(await decideOverdue(wire.house), 1);
  assert.equal((await questions(token)).questions.length, 5);
});

for (const [what, change, fields] of [
  ['an answer is missing', (good: Pair[]) => good.slice(1), ['answers']],
  ['a question is answered twice', (good: Pair[]) => [...good.slice(1), good[1]], ['answers[4].questionId']],
  [
    'a question is another’s',
    (good: Pair[]) => [{ ...good[0], questionId: '1' }, ...good.slice(1)],
    ['answers[0].questionId'],
  ],
  [
    'a choice is another question’s',
    (good: Pair[]) => [{ ...good[0], choiceId: good[1]!.choiceId }, ...good.slice(1)],
    ['answers[0].choiceId'],
  ],
  ['there are none', () => [], ['answers']],
  ['they are no list', () => 5, ['answers']],
] as const) {
  test(`when ${what} nothing is graded`, async () => {
    const token = await applied('666100009');
    const asked = await questions(token);
    const body = { id: asked.id, answers: change(pairs(asked, 5)) };
    const { status, error } = await wire.ask('POST', '/v3/users/me/verify-answers', { key, token, body });
    assert.deepEqual([status, error.statusCode, error.code], [400, 400, 'ValidationError']);
    assert.deepEqual(
      error.data.fields.map(({ path }: { path: string }) => path),
      fields,
    );
    assert.equal((await answer(token, asked, 5)).data.verificationStatus, 'succeeded');
  });
}

test('questions of another customer are not found, and nobody asks without a key and a token', async () => {
  const asked = await questions(await applied('666100010'));
  const other = await answer(await applied('666100011'), asked, 5);
  assert.deepEqual([other.status, other.error.code], [404, 'NotFound']);
  const path = '/v3/users/me/verify-questions';
  assert.equal((await wire.ask('GET', path)).error.code, 'Unauthorized');
  assert.equal((await wire.ask('GET', path, { key })).error.code, 'CustomerTokenRequired');
  assert.equal((await wire.ask('POST', path, { key, token: 'x.y.z', body: {} })).error.code, 'InvalidCustomerToken');
});

test('no number, no question and no answer lies or is logged in the open', async () => {
  const token = await applied('666107733');
  const asked = await questions(token);
  await answer(token, asked, 5);
  const { rows } = await wire.house.db.pool.query(
    `select to_jsonb(k)::text as kept from knowledge_session k where session_id = $1
     union all select to_jsonb(o)::text from outbox o union all select to_jsonb(s)::text from security_event s`,
    [asked.id],
  );
  const everything = [...wire.logged, ...rows.map(({ kept }) => kept)].join('\n');
  const labels = asked.questions.flatMap(({ label, choices }) => [label, ...choices.map((one) => one.label)]);
  for (const secret of ['666107733', '666-10-7733', ...new Set(labels)])
    assert.ok(!everything.includes(secret), secret);
  for (const { questionId, choiceId } of pairs(asked, 5)) {
    assert.ok(!wire.logged.some((line) => line.includes(choiceId)), 'an answer was logged');
    assert.ok(!everything.includes(`"${questionId}": "${choiceId}"`));
  }
});

type Pair = { questionId: string; choiceId: string };

let people = 0;
const person = () => ({
  firstName: 'Ada',
  lastName: 'Byron',
  email: `kba${++people}@example.com`,
  password: 'correct horse',
});

async function customer(): Promise<string> {
  return (await wire.ask('POST', '/v3/users', { key, body: person() })).data.token;
}

async function applied(ssn: string, expected?: { status: string; verificationStatus: string }): Promise<string> {
  const token = await customer();
  const { status, data, text } = await wire.ask('POST', '/v3/users/me/apply', { key, token, body: application(ssn) });
  assert.equal(status, 200, text);
  if (expected !== undefined) {
    assert.deepEqual({ status: data.decision.status, verificationStatus: data.verificationStatus }, expected);
  }
  return token;
}

function application(ssn: string, routing = '110000000') {
  return {
    street1: '12 Oak Street',
    city: 'Austin',
    regionAbbr: 'TX',
    postalCode: '78701',
    country: 'US',
    mobilePhone: '5125550142',
    dateOfBirth: '1990-10-10',
    ssn,
    employmentInformation: { monthlyIncome: 4000, payFrequency: 'biweekly', nextPayDate: '2026-12-04' },
    bankAccount: { routing, account: '12340001', type: 'checking' },
  };
}

async function questions(token: string): Promise<Asked> {
  const { status, data, text } = await wire.ask('GET', '/v3/users/me/verify-questions', { key, token });
  assert.equal(status, 200, text);
  return data;
}

/** The first choice is the right one for 666-10; `right` questions get it, the others the second. */
function pairs({ questions }: Asked, right: number, choice = 0): Pair[] {
  return questions.map(({ id, choices }, index) => ({
    questionId: id,
    choiceId: choices[index < right ? choice : 1]!.id,
  }));
}

function answer(token: string, asked: Asked, right: number, choice = 0): Promise<WireAnswer> {
  const body = { id: asked.id, answers: pairs(asked, right, choice) };
  return wire.ask('POST', '/v3/users/me/verify-answers', { key, token, body });
}

const me = async (token: string) => (await wire.ask('GET', '/v3/users/me', { key, token })).data;

const labelsOf = ({ questions }: Asked) => questions.map(({ label }) => label);

function createLease(token: string, transactionId: string): Promise<WireAnswer> {
  const items = [{ sku: 'S', description: 'Sofa', brand: 'n/a', cost: 200, quantity: 1 }];
  return wire.ask('POST', '/v3/leases', { key, token, body: { transactionId, items } });
}
