import assert from 'node:assert/strict';
import { after, before, beforeEach, test } from 'node:test';
import { velocityDefault } from '#core/application/velocity.ts';
import type { Decisions } from '#ports/decisions.ts';
import { carryOut } from '#server/carry-out.ts';
import { routes as customerRoutes } from '#server/customers/routes.ts';
import type { House } from '#server/house.ts';
import { signLease } from '#server/leases/sign-lease.ts';
import { createMerchant } from '#server/merchants/create-merchant.ts';
import { dayMs, must } from '#server/test-house.ts';
import { approvedShopper, offerFor } from '#server/test-shopper.ts';
import { openWire, type TestWire, type WireAnswer } from '#server/test-wire.ts';
import { cancelItems } from '#server/transactions/cancel.ts';
import { finalize } from '#server/transactions/finalize.ts';
import { routes } from './routes.ts';
import { verifyQuestions } from './verify-questions.ts';

// The limits of domain 4.5, each with its edge: the last that is allowed, the first that is not, and when the next one is.

const production = { mode: 'production', velocity: velocityDefault } as const;
const all = [...customerRoutes, ...routes];

let wire: TestWire;
let key: string;
let noAnswer: Decisions;
before(async () => {
  wire = await openWire(all, { settings: production });
  noAnswer = { name: 'nobody', sandbox: false, decide: async () => ({ decision: 'pending', why: 'timeout' }) };
});
beforeEach(async () => {
  // Nothing that a test before did is within any window but the one for ever.
  wire.advance(91 * dayMs);
  key = (await wire.merchant('Sofas')).apiKey;
});
after(() => wire.close());

test('a person applies three times within thirty days; the fourth time is refused until the first is that old', async () => {
  const ssn = aNumber();
  for (const _ of [1, 2, 3]) {
    assert.equal((await apply({ ssn })).data.decision.status, 'approved');
    wire.advance(dayMs);
  }
  const token = await customer();
  const before = await rowsOf(wire.house);
  const refused = await apply({ ssn, token });
  assert.equal(refused.error.code, 'TooManyRequests');
  const seconds = Number(refused.headers.get('retry-after'));
  assert.equal(seconds, (27 * dayMs) / 1000);
  assert.deepEqual(await rowsOf(wire.house), before, 'a refusal keeps nothing');
  wire.advance((seconds - 1) * 1000);
  assert.equal((await apply({ ssn })).status, 429);
  wire.advance(1000);
  assert.equal((await apply({ ssn })).data.decision.status, 'approved');
});

test('while one account of a person waits for its decision, another is told so; when it is decided, it may apply', async () => {
  const waiting = await openWire(all, { settings: production, house: { decisions: noAnswer } });
  try {
    key = (await waiting.merchant('Sofas')).apiKey;
    const ssn = aNumber();
    const first = await apply({ ssn, at: waiting });
    assert.equal(first.data.decision.status, 'pending');
    const second = await apply({ ssn, at: waiting });
    assert.deepEqual([second.status, second.error.code], [409, 'ApplicationInProgress']);
    const body = { by: 'Jane Doe', reason: 'Not who they say', because: ['K06_IDENTITY_NOT_VERIFIED'] };
    const path = `/v3/operator/applications/${first.data.decision.applicationId}/decline`;
    const declined = await waiting.ask('POST', path, { key: waiting.house.secrets.operatorKey, body });
    assert.equal(declined.status, 200, declined.text);
    assert.equal((await apply({ ssn, at: waiting })).data.decision.status, 'pending');
  } finally {
    await waiting.close();
  }
});

test('of ten accounts of one person that apply in the same moment, one is open', async () => {
  const waiting = await openWire(all, { settings: production, house: { decisions: noAnswer } });
  try {
    key = (await waiting.merchant('Sofas')).apiKey;
    const ssn = aNumber();
    const tokens = await Promise.all(Array.from({ length: 10 }, () => customer(waiting)));
    const answers = await Promise.all(tokens.map((token) => apply({ ssn, token, at: waiting })));
    const outcomes = answers.map(({ status, error }) => (status === 200 ? 'taken' : error.code)).toSorted();
    assert.deepEqual(outcomes, [...Array(9).fill('ApplicationInProgress'), 'taken']);
  } finally {
    await waiting.close();
  }
});

const shared: [keyof typeof velocityDefault, object, number | null][] = [
  ['mobile', { mobilePhone: '5125550199' }, 90],
  ['address', { street1: '7 Shared Lane' }, 90],
  ['bank', { bankAccount: { routing: '021000021', account: '990000123', type: 'checking' } }, null],
];
for (const [name, same, windowDays] of shared) {
  test(`people who share a ${name} are looked at from the one too many on${windowDays === null ? ', for ever' : `, for ${windowDays} days`}`, async () => {
    for (let people = 1; people <= velocityDefault[name].count; people += 1) {
      assert.equal((await apply({ ssn: aNumber(), ...same })).data.decision.status, 'approved', `${people} of them`);
    }
    const again = aNumber();
    const one = await apply({ ssn: again, ...same });
    assert.equal(one.data.decision.status, 'pending');
    assert.deepEqual(await causesOf(one), [`velocity_${name}`]);
    assert.doesNotMatch(one.text, /velocity_|too many/i, 'the shopper hears no reason');
    wire.advance((windowDays ?? 400) * dayMs);
    const later = await apply({ ssn: aNumber(), ...same });
    assert.equal(later.data.decision.status, windowDays === null ? 'pending' : 'approved');
  });
}

test('a person is one person, however often they come: nobody shares with themselves', async () => {
  const ssn = aNumber();
  const same = { mobilePhone: '5125550177', street1: '1 Same Street' };
  for (const _ of [1, 2, 3]) assert.equal((await apply({ ssn, ...same })).data.decision.status, 'approved');
});

test('an address that stood for two people is looked at with a third', async () => {
  const token = await customer();
  const poor = { monthlyIncome: 900 };
  for (const _ of [1, 2]) {
    assert.equal((await apply({ ssn: aNumber(), token, ...poor })).data.decision.status, 'denied');
  }
  const third = await apply({ ssn: aNumber(), token });
  assert.deepEqual(await causesOf(third), ['velocity_email']);
});

test('a review for too many ends by a hand, and the decision stands', async () => {
  const same = { mobilePhone: '5125550155' };
  for (const _ of [1, 2]) await apply({ ssn: aNumber(), ...same });
  const token = await customer();
  const one = await apply({ ssn: aNumber(), token, ...same });
  const body = { by: 'Jane Doe', reason: 'A family with one phone' };
  const path = `/v3/operator/applications/${one.data.decision.applicationId}/approve`;
  await wire.ask('POST', path, { key: wire.house.secrets.operatorKey, body });
  const me = await wire.ask('GET', '/v3/users/me', { key, token });
  assert.equal(me.data.decision.status, 'approved');
});

test('ten applications an hour come from one network; the eleventh waits, another network does not', async () => {
  const from = (ip: string) => ({ headers: { 'customer-ip': ip } });
  for (let host = 1; host <= 10; host += 1) {
    assert.equal((await apply({ ssn: aNumber(), ...from(`203.0.113.${host}`) })).status, 200);
    wire.advance(60_000);
  }
  const eleventh = await apply({ ssn: aNumber(), ...from('203.0.113.200') });
  assert.equal(eleventh.error.code, 'TooManyRequests');
  assert.equal(eleventh.headers.get('retry-after'), String(50 * 60));
  assert.equal((await apply({ ssn: aNumber(), ...from('203.0.114.1') })).status, 200);
  assert.equal((await apply({ ssn: aNumber() })).status, 200, 'a store that names no address is no network');
  wire.advance(50 * 60_000);
  assert.equal((await apply({ ssn: aNumber(), ...from('203.0.113.200') })).status, 200);
});

test('three sessions of questions are put on one device in a day; the fourth person brings documents', async () => {
  const asking = await openWire(all, { settings: production, house: { knowledge: alwaysAsks } });
  try {
    key = (await asking.merchant('Sofas')).apiKey;
    const device = { deviceId: 'a-device', ipAddress: '198.51.100.7' };
    const ask = async () => {
      const me = await apply({ ssn: aNumber(), at: asking });
      assert.equal(me.status, 200, me.text);
      const { questions } = await must(asking.house, () =>
        verifyQuestions(asking.house, { customerId: me.data.userId, device }),
      );
      return questions.length;
    };
    assert.deepEqual([await ask(), await ask(), await ask(), await ask()], [5, 5, 5, 0]);
    asking.advance(dayMs);
    assert.equal(await ask(), 5);
  } finally {
    await asking.close();
  }
});

test('with three open leases the limit is 0, for an agreement and for its signature, until one ends', async () => {
  const house: House = { ...wire.house, settings: { ...wire.house.settings, mode: 'sandbox' } };
  const shopper = await approvedShopper(house);
  const sign = (leaseId: string) => carryOut(house, () => signLease(house, { ...of, leaseId, evidence }));
  const evidence = { ipAddress: '127.0.0.1', userAgent: '', typedName: '', channel: 'api', confirmed: {} } as const;
  const of = { merchantId: shopper.merchant.merchantId, customerId: shopper.customerId };
  const offers = [];
  for (const number of [1, 2, 3, 4]) offers.push(await offerFor(house, shopper, `V-${number}`, 100));
  for (const { leaseId } of offers.slice(0, 3)) assert.ok('answer' in (await sign(leaseId)));
  const fourth = await sign(offers[3]!.leaseId);
  assert.ok('refused' in fourth && fourth.refused === 'ExceedSpendingLimitError', JSON.stringify(fourth));
  await assert.rejects(offerFor(house, shopper, 'V-5', 100), /ExceedSpendingLimitError/);
  await must(house, () => finalize(house, of.merchantId, 'V-1'));
  await must(house, () => cancelItems(house, of.merchantId, 'V-1', undefined));
  assert.ok('answer' in (await sign(offers[3]!.leaseId)));
});

test('what the sandbox publishes counts for nobody, nor does this machine there; other numbers do', async () => {
  const sandbox = await openWire(all, { settings: { velocity: velocityDefault, trustedProxies: ['127.0.0.1'] } });
  try {
    key = (await sandbox.merchant('Sofas')).apiKey;
    const outside = { headers: { 'x-forwarded-for': '203.0.113.50' } };
    const status = async (about: About) => (await apply({ at: sandbox, ...about })).status;
    for (let time = 1; time <= 12; time += 1) {
      assert.equal(await status({ ssn: '666011500', ...outside }), 200, `666, ${time} times`);
      assert.equal(await status({ ssn: '212340001' }), 200, `this machine, ${time} times`);
    }
    const ordinary = '212340002';
    for (const _ of [1, 2, 3]) assert.equal(await status({ ssn: ordinary, ...outside }), 200);
    assert.equal(await status({ ssn: ordinary, ...outside }), 429);
  } finally {
    await sandbox.close();
  }
});

test('what is counted lies there as hashes', async () => {
  const ssn = aNumber();
  await apply({
    ssn,
    mobilePhone: '5125550133',
    street1: '99 Hidden Street',
    headers: { 'customer-ip': '203.0.113.77' },
  });
  const { rows } = await wire.house.db.pool.query(`select to_jsonb(s)::text as kept from application_submission s`);
  const kept = rows.map((row) => row.kept).join('\n');
  for (const open of [ssn, '5550133', 'HIDDEN', 'Hidden', '203.0.113', '@']) assert.ok(!kept.includes(open), open);
});

const alwaysAsks: House['knowledge'] = {
  name: 'asks everybody',
  sandbox: false,
  asks: async () => 'questions',
  questions: async ({ applicationId }) => ({
    secondsAllowed: 300,
    inOrder: true,
    questions: [1, 2, 3, 4, 5].map((number) => ({
      id: `${applicationId}-${number}`,
      label: `Question ${number}`,
      choices: ['One', 'Two', 'Three', 'Four'],
      right: 'One',
    })),
  }),
};

test('a prequalification counts when it is begun, whether or not it is completed, and counts once', async () => {
  const ssn = aNumber();
  const first = await prequalify({ ssn });
  assert.equal(first.data.decision.status, 'approved');
  const again = await prequalify({ ssn, partner: first.partner, ...first.told });
  assert.equal(again.data.prequalId, first.data.prequalId);
  for (const _ of [2, 3]) assert.equal((await prequalify({ ssn })).status, 200);
  const before = await submissions();
  const fourth = await prequalify({ ssn });
  assert.deepEqual([fourth.status, fourth.error.code], [429, 'TooManyRequests']);
  assert.equal((await apply({ ssn, token: await customer() })).status, 429);
  assert.equal(await submissions(), before);
  const completed = await complete(first);
  assert.deepEqual([completed.status, completed.data.decision.status], [200, 'approved'], completed.text);
  assert.equal(await submissions(), before);
});

test('an account that too many share is looked at when a prequalification brings it', async () => {
  const bankAccount = { routing: '021000021', account: '990000777', type: 'checking' };
  for (const _ of [1, 2]) await apply({ ssn: aNumber(), bankAccount });
  const begun = await prequalify({ ssn: aNumber() });
  assert.equal(begun.data.decision.status, 'approved');
  const completed = await complete(begun, bankAccount);
  assert.deepEqual(await causesOf(completed), ['velocity_bank']);
});

async function submissions(): Promise<number> {
  return (await wire.house.db.pool.query('select count(*) as n from application_submission')).rows[0].n;
}

/** Of a store that we trust to look people up, as every store of a sandbox is. */
async function partnerKey(): Promise<string> {
  const trusting: House = { ...wire.house, settings: { ...wire.house.settings, mode: 'sandbox' } };
  return (await must(wire.house, () => createMerchant(trusting, { name: 'Partner' }))).apiKey;
}

type Begun = WireAnswer & { partner: string; told: { email: string; mobilePhone: string; street1: string } };

async function prequalify({
  ssn,
  partner = '',
  ...same
}: {
  ssn: string;
  partner?: string;
  email?: string;
}): Promise<Begun> {
  const key = partner || (await partnerKey());
  const number = String(++made);
  const told = {
    email: `prequal${number}@example.com`,
    mobilePhone: `512557${number.padStart(4, '0')}`,
    street1: `${number} Elm Street`,
    ...same,
  };
  const body = {
    ...told,
    ...{ firstName: 'Ada', lastName: 'Byron', city: 'Austin', regionAbbr: 'TX', postalCode: '78701', country: 'US' },
    dateOfBirth: '1990-10-10',
    ssn,
    employmentInformation: { monthlyIncome: 4000, payFrequency: 'biweekly' },
  };
  return { ...(await wire.ask('POST', '/v3/users/prequal/start/lease', { key, body })), told, partner: key };
}

async function complete({ data, partner }: Begun, bankAccount?: object): Promise<WireAnswer> {
  const own = { routing: '021000021', account: `56${String(++made).padStart(6, '0')}`, type: 'checking' };
  const body = { prequalId: data.prequalId, bankAccount: bankAccount ?? own };
  return wire.ask('POST', '/v3/users/prequal/complete/lease', { key: partner, body });
}

type About = {
  ssn: string;
  token?: string;
  at?: TestWire;
  headers?: Record<string, string>;
  monthlyIncome?: number;
  [member: string]: unknown;
};

/** Somebody applies; what is not said is theirs alone. */
async function apply({
  ssn,
  token,
  at = wire,
  headers = {},
  monthlyIncome = 4000,
  ...same
}: About): Promise<WireAnswer> {
  const number = String(++made);
  const body = {
    street1: `${number} Oak Street`,
    city: 'Austin',
    regionAbbr: 'TX',
    postalCode: '78701',
    country: 'US',
    mobilePhone: `512556${number.padStart(4, '0')}`,
    dateOfBirth: '1990-10-10',
    ssn,
    employmentInformation: { monthlyIncome, payFrequency: 'biweekly' },
    bankAccount: { routing: '021000021', account: `55${number.padStart(6, '0')}`, type: 'checking' },
    ...same,
  };
  return at.ask('POST', '/v3/users/me/apply', { key, token: token ?? (await customer(at)), body, headers });
}

async function customer(at = wire): Promise<string> {
  const body = { firstName: 'Ada', lastName: 'Byron', email: `velocity${++made}@example.com` };
  return (await at.ask('POST', '/v3/users', { key, body })).data.token;
}

let made = 0;

/** A number that nobody else in these tests has. */
const aNumber = (): string => `21234${String(++made).padStart(4, '0')}`;

async function causesOf({ data, text }: WireAnswer): Promise<string[]> {
  assert.equal(data.decision.status, 'pending', text);
  const path = `/v3/operator/applications/${data.decision.applicationId}`;
  const shown = await wire.ask('GET', path, { key: wire.house.secrets.operatorKey });
  assert.ok(shown.data.reviewBecause.length > 0, 'the operator reads why');
  return shown.data.decision.reviewBecause;
}

async function rowsOf(house: House): Promise<unknown> {
  const tables = ['application', 'application_submission', 'customer_identity', 'payment_method', 'consent'];
  const counts = tables.map((table) => `(select count(*) from ${table}) as ${table}`).join(', ');
  return (await house.db.pool.query(`select ${counts}`)).rows[0];
}
