import assert from 'node:assert/strict';
import { after, before, test } from 'node:test';
import { routes as customerRoutes } from '#server/customers/routes.ts';
import { open } from '#server/secrets/envelope.ts';
import { placeIn } from '#server/secrets/sealed-columns.ts';
import { openWire, type TestWire } from '#server/test-wire.ts';
import { routes } from './routes.ts';

let wire: TestWire;
let key: string;

before(async () => {
  wire = await openWire([...customerRoutes, ...routes]);
  key = (await wire.merchant('Sofas')).apiKey;
});
after(() => wire.close());

const employment = { monthlyIncome: 4000, payFrequency: 'biweekly' };
const told = (member: string) => (kept: Kept) => kept.told[member];
const column = (name: string) => (kept: Kept) => kept.row[name];

/**
 * Every member that some document or client uses, where it comes from, and what is kept of it. Spellings that reach the
 * same as another stand in tests/contract/spellings.ts; here are those that only a look into a sealed envelope tells apart.
 */
const members: readonly [member: string, from: string, sent: object, look: (kept: Kept) => unknown, kept: unknown][] = [
  ['street2', 'table', { street2: 'Apt 5' }, column('street2'), 'Apt 5'],
  [
    'postalCode with four more digits',
    'table: string',
    { postalCode: '78701-1234' },
    column('postal_code'),
    '78701-1234',
  ],
  ['mobilePhone', 'sample 6514447773', { mobilePhone: '6514447773' }, column('mobile_phone'), '+16514447773'],
  [
    'gender, which is not kept',
    'table',
    { gender: 'female' },
    (kept) => JSON.stringify(kept).includes('female'),
    false,
  ],
  ['driversLicenseNumber', 'table', { driversLicenseNumber: 'D123' }, told('driversLicenseNumber'), 'D123'],
  ['driversLicenseState', 'table', { driversLicenseState: 'TX' }, told('driversLicenseState'), 'TX'],
  [
    'name of the employer',
    'table',
    { employmentInformation: { ...employment, name: 'Acme' } },
    column('employer'),
    'Acme',
  ],
  [
    'phone of the employer',
    'table',
    { employmentInformation: { ...employment, phone: '5125550100' } },
    told('employerPhone'),
    '5125550100',
  ],
  [
    'payFrequency',
    'payload sample',
    { employmentInformation: { ...employment, payFrequency: 'semimonthly' } },
    column('pay_frequency'),
    'semimonthly',
  ],
  [
    'payFrequency yearly',
    'table',
    { employmentInformation: { ...employment, payFrequency: 'yearly' } },
    column('pay_frequency'),
    'yearly',
  ],
  [
    'payFrequency none',
    'table',
    { employmentInformation: { ...employment, payFrequency: 'none' } },
    column('pay_frequency'),
    'none',
  ],
  [
    'nextPayDate',
    '3.0 (C-11)',
    { employmentInformation: { ...employment, nextPayDate: '2026-12-04' } },
    column('next_pay_on'),
    '2026-12-04',
  ],
  [
    'lastPayDate alone says on which days the pay comes',
    'table',
    { employmentInformation: { ...employment, lastPayDate: '2026-11-20' } },
    column('next_pay_on'),
    '2026-11-20',
  ],
  [
    'lastPayDate',
    'table',
    { employmentInformation: { ...employment, lastPayDate: '2026-11-20' } },
    told('lastPayDate'),
    '2026-11-20',
  ],
  ['expectedPurchaseAmount', '3.2.0', { expectedPurchaseAmount: 500 }, column('requested_cents'), 50000],
  ['optInMarketing', '3.2.0', { optInMarketing: true }, column('marketing_opt_in'), true],
  ['firstGlance', '3.2.0', { additionalData: { firstGlance: true } }, told('additionalData'), { firstGlance: true }],
  [
    'firstGlance as text',
    'older documents',
    { additionalData: { firstGlance: 'false' } },
    told('additionalData'),
    { firstGlance: false },
  ],
  [
    'storeEmployeeId as a number',
    'stores’ systems',
    { additionalData: { storeEmployeeId: 77 } },
    told('additionalData'),
    { storeEmployeeId: '77' },
  ],
  [
    'commonApplicationKey',
    'table: free-form',
    { additionalData: { commonApplicationKey: { a: [1] } } },
    told('additionalData'),
    { commonApplicationKey: { a: [1] } },
  ],
  [
    'cardInformation',
    '3.0 (O-12)',
    { cardInformation: [{ token: { token: 'tok_ok', number: '4111 1111 1111 1111' } }] },
    told('cardInformation'),
    [{ token: { token: 'tok_ok', number: '[removed]' } }],
  ],
  [
    'fraudCheck',
    '3.0 (O-12)',
    { fraudCheck: [{ provider: 'x', cvv: '123' }] },
    told('fraudCheck'),
    [{ provider: 'x', cvv: '[removed]' }],
  ],
  [
    'deviceFingerprint, as its hash',
    'table: long base64',
    { deviceFingerprint: 'AAAA'.repeat(5000) },
    (kept) => /^[0-9a-f]{64}$/.test(String(kept.told.deviceFingerprint)),
    true,
  ],
];

for (const [member, from, sent, look, kept] of members) {
  test(`an application with ${member} (${from})`, async () => {
    const { answer, customerId } = await applied(sent);
    assert.equal(answer.status, 200, answer.text);
    assert.deepEqual(look(await keptOf(customerId)), kept);
  });
}

for (const [header, from, headers, kept] of [
  [
    'customer-ip',
    'the customer’s address',
    { 'customer-ip': '203.0.113.9', 'x-real-ip': '198.51.100.1' },
    '203.0.113.9',
  ],
  ['X-Real-IP', 'the sender’s address', { 'X-Real-IP': '2001:db8::7' }, '2001:db8::7'],
  ['a customer-ip that is none', 'anybody may send anything', { 'customer-ip': '666-01-1500' }, '127.0.0.1'],
] as const) {
  test(`consent is recorded with ${header} (${from})`, async () => {
    const { answer, customerId } = await applied({}, headers);
    assert.equal(answer.status, 200, answer.text);
    const { rows } = await wire.house.db.pool.query('select distinct ip_address from consent where customer_id = $1', [
      customerId,
    ]);
    assert.deepEqual(rows, [{ ip_address: kept }]);
  });
}

for (const [what, sent, path] of [
  [
    'an account as a number, which may have lost its zeros',
    { bankAccount: { routing: '110000000', account: 12340001, type: 'checking' } },
    'bankAccount.account',
  ],
  [
    'a frequency that nobody has',
    { employmentInformation: { ...employment, payFrequency: 'hourly' } },
    'employmentInformation.payFrequency',
  ],
  ['too much card information', { cardInformation: ['x'.repeat(20_000)] }, 'cardInformation'],
  ['too many fraud checks', { fraudCheck: Array.from({ length: 51 }, () => ({})) }, 'fraudCheck'],
  ['too large a key', { additionalData: { commonApplicationKey: { a: 'x'.repeat(20_000) } } }, 'additionalData'],
  ['another country', { country: 'CA' }, 'country'],
] as const) {
  test(`${what} is refused by name`, async () => {
    const { answer } = await applied(sent);
    assert.deepEqual([answer.status, answer.error.code], [400, 'ValidationError']);
    assert.deepEqual(
      answer.error.data.fields.map((field: { path: string }) => field.path),
      [path],
    );
  });
}

test('an application again under a valid approval answers the decision that stands', async () => {
  const { answer, token } = await applied({});
  const again = await wire.ask('POST', '/user/me/apply/', { key, token, body: body({ ssn: '666020000' }) });
  assert.deepEqual([again.status, again.data], [200, answer.data]);
});

test('no card number, license or fingerprint lies or is logged in the open', async () => {
  const secrets = { license: 'LIC-778899', card: '5555555555554444', print: 'fingerprint-of-a-test' };
  await applied({
    driversLicenseNumber: secrets.license,
    cardInformation: [{ number: secrets.card }],
    deviceFingerprint: secrets.print,
  });
  const { rows } = await wire.house.db.pool.query('select to_jsonb(a)::text as kept from application a');
  const everything = [...wire.logged, ...rows.map(({ kept }) => kept)].join('\n');
  for (const secret of Object.values(secrets)) assert.ok(!everything.includes(secret), secret);
});

type Kept = { row: Record<string, unknown>; told: Record<string, unknown> };

async function keptOf(customerId: string): Promise<Kept> {
  const { rows } = await wire.house.db.pool.query(
    `select c.*, a.*, i.ssn_last_four, m.routing_number, m.account_type
     from customer c join application a on a.customer_id = c.customer_id
     join customer_identity i on i.customer_id = c.customer_id
     join payment_method m on m.customer_id = c.customer_id
     where c.customer_id = $1`,
    [customerId],
  );
  // Two columns are called state; the application's comes last and is the customer's here.
  const { rows: place } = await wire.house.db.pool.query('select state from customer where customer_id = $1', [
    customerId,
  ]);
  const row = { ...rows[0], state: place[0].state };
  const { application_id: applicationId, told_sealed: sealed } = rows[0];
  const told = placeIn('application.told_sealed', { rowId: applicationId, tenant: customerId });
  return { row, told: JSON.parse(await open(wire.house, 'decision', told, sealed)) };
}

let people = 0;

async function applied(change: object, headers: Record<string, string> = {}) {
  const person = {
    firstName: 'Ada',
    lastName: 'Byron',
    email: `spelled${++people}@example.com`,
    password: 'correct horse',
  };
  const { data } = await wire.ask('POST', '/v3/users', { key, body: person });
  const { userId: customerId, token } = data;
  const answer = await wire.ask('POST', '/v3/users/me/apply', { key, token, body: body(change), headers });
  return { answer, customerId, token };
}

function body(change: object) {
  return {
    street1: '12 Oak Street',
    city: 'Austin',
    regionAbbr: 'TX',
    postalCode: '78701',
    country: 'US',
    mobilePhone: '5125550142',
    dateOfBirth: '1990-10-10',
    ssn: '666011500',
    employmentInformation: employment,
    bankAccount: { routing: '110000000', account: '12340001', type: 'checking' },
    ...change,
  };
}
